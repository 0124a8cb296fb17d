package pullquote.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.table.Table;

/** Rows of a table in the order in which they are to be published, in memory or on the disk. */
final class SortedStretch implements Closeable {
    private static final int BYTES = 1 << 16;

    private final Path file;
    private final @Nullable DataInputStream in;
    private final Iterator<ResultRows> rows;
    private final Table table;
    private long left;

    private SortedStretch(Path file, @Nullable DataInputStream in, long left, Iterator<ResultRows> rows, Table table) {
        this.file = file;
        this.in = in;
        this.left = left;
        this.rows = rows;
        this.table = table;
    }

    static SortedStretch of(List<ResultRows> sorted, Table table) {
        return new SortedStretch(Path.of(""), null, 0, sorted.iterator(), table);
    }

    /** Writes rows to a new file; its folder is made. */
    static void write(Path file, List<ResultRows> sorted) throws IOException {
        Files.createDirectories(file.getParent());
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BYTES))) {
            out.writeLong(sorted.size());
            for (ResultRows rows : sorted) {
                rows.writeTo(out);
            }
        }
    }

    static SortedStretch open(Path file, Table table) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BYTES));
        try {
            return new SortedStretch(
                    file, in, in.readLong(), List.<ResultRows>of().iterator(), table);
        } catch (IOException e) {
            in.close();
            throw new IOException("Expected rows that were set aside but found none in " + file, e);
        }
    }

    /** {@return the rows of the next record, which may have none of the table; null after the last} */
    @Nullable
    ResultRows next() throws IOException {
        if (in == null) {
            return rows.hasNext() ? rows.next() : null;
        }
        if (left == 0) {
            return null;
        }
        try {
            left--;
            return ResultRows.readFrom(in, table);
        } catch (EOFException | IllegalArgumentException damaged) {
            throw new IOException("Expected " + (left + 1) + " more records but found other bytes in " + file, damaged);
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
