package pullquote.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Lets the first lines of each kind into the log and counts the others, so that many alike hide nothing else. */
public final class LineLimit {
    private static final long MOST = 5;

    private final Map<String, Long> counts = new TreeMap<>();

    /** {@return whether a line of this kind is one of the first} */
    public synchronized boolean admits(String kind) {
        return counts.merge(kind, 1L, Long::sum) <= MOST;
    }

    /** Hands over how many lines of each kind were left out, and starts again. */
    public synchronized void drain(BiConsumer<String, Long> taker) {
        counts.forEach((kind, n) -> {
            if (n > MOST) {
                taker.accept(kind, n - MOST);
            }
        });
        counts.clear();
    }
}
