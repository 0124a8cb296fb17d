package pullquote.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of a table back into rows, in the order in which they were written.
 *
 * <p>Not safe for use by many threads.
 *
 * @param <R> the rows
 */
public final class TableReader<R extends Record> implements Iterator<R>, Closeable {
    private final Path file;
    private final ParquetReader<R> parquet;
    private @Nullable R next;

    private TableReader(Path file, ParquetReader<R> parquet) throws IOException {
        this.file = file;
        this.parquet = parquet;
        this.next = parquet.read();
    }

    /**
     * Opens a file of the table. Columns that came after it was written can be missing.
     *
     * @throws UnreadableTableException if it is cut, damaged or of another table
     */
    public static <R extends Record> TableReader<R> open(Path file, TableSchema<R> schema) throws IOException {
        TableFiles.requireReadable(file, schema);
        return reader(file, schema);
    }

    /**
     * Opens a file of the table to read some of its columns.
     *
     * @param schema the columns
     * @throws UnreadableTableException if it is cut, damaged or of another table
     */
    public static <R extends Record> TableReader<R> select(Path file, TableSchema<R> schema) throws IOException {
        TableFiles.requireColumns(file, schema);
        return reader(file, schema);
    }

    private static <R extends Record> TableReader<R> reader(Path file, TableSchema<R> schema) throws IOException {
        ParquetReader<R> parquet =
                RowReadSupport.from(LocalHadoop.input(file), schema).build();
        try {
            return new TableReader<>(file, parquet);
        } catch (IOException | RuntimeException e) {
            parquet.close();
            throw UnreadableTableException.damaged(file, e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /**
     * {@return the next row}
     *
     * @throws UncheckedIOException if the file cannot be read further
     */
    @Override
    public R next() {
        R row = next;
        if (row == null) {
            throw new NoSuchElementException("Expected another row but found the end of " + file);
        }
        try {
            next = parquet.read();
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(UnreadableTableException.damaged(file, e));
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        next = null;
        parquet.close();
    }
}
