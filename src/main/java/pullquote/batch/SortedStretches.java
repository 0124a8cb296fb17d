package pullquote.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges stretches of sorted rows; of rows with the same time those of the stretch that was added first come first. */
final class SortedStretches implements Closeable {
    private record Head(ResultRows rows, int stretch) {}

    private final List<SortedStretch> stretches = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparing((Head head) -> head.rows().key()).thenComparingInt(Head::stretch));

    void add(SortedStretch stretch) throws IOException {
        stretches.add(stretch);
        advance(stretches.size() - 1);
    }

    private void advance(int stretch) throws IOException {
        ResultRows rows = stretches.get(stretch).next();
        if (rows != null) {
            heads.add(new Head(rows, stretch));
        }
    }

    /** {@return the next rows, or null after the last} */
    @Nullable
    ResultRows next() throws IOException {
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        advance(first.stretch());
        return first.rows();
    }

    @Override
    public void close() throws IOException {
        IOException unclosed = null;
        for (SortedStretch stretch : stretches) {
            try {
                stretch.close();
            } catch (IOException e) {
                if (unclosed != null) {
                    e.addSuppressed(unclosed);
                }
                unclosed = e;
            }
        }
        if (unclosed != null) {
            throw unclosed;
        }
    }
}
