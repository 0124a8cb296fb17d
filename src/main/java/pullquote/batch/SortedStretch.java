package pullquote.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.table.Table;

/** Rows of a table in the order in which they are to be published, in memory or on the disk. */
final class SortedStretch implements Closeable {
    private static final int BYTES = 1 << 16;

    private final @Nullable DataInputStream in;
    private final Iterator<ResultRows> rows;
    private final Table table;
    private long left;

    private SortedStretch(@Nullable DataInputStream in, long left, Iterator<ResultRows> rows, Table table) {
        this.in = in;
        this.left = left;
        this.rows = rows;
        this.table = table;
    }

    static SortedStretch of(List<ResultRows> sorted, Table table) {
        return new SortedStretch(null, 0, sorted.iterator(), table);
    }

    /** Writes rows to a new file; its folder is made. */
    static void write(Path file, List<ResultRows> sorted) throws IOException {
        Files.createDirectories(file.getParent());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BYTES))) {
            out.writeLong(sorted.size());
            for (ResultRows rows : sorted) {
                rows.writeTo(out);
            }
        }
    }

    static SortedStretch open(Path file, Table table) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BYTES));
        try {
            return new SortedStretch(in, in.readLong(), List.<ResultRows>of().iterator(), table);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** {@return the rows of the next record, which may have none of the table; null after the last} */
    @Nullable
    ResultRows next() throws IOException {
        if (in != null) {
            return left-- > 0 ? ResultRows.readFrom(in, table) : null;
        }
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
