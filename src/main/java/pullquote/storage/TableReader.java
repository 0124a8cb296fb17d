package pullquote.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's rows back into records, in order.
 *
 * @param <R> the record class
 */
public final class TableReader<R extends Record> implements AutoCloseable {
    private final ParquetReader<R> reader;
    private @Nullable R next;

    private TableReader(ParquetReader<R> reader) throws IOException {
        this.reader = reader;
        this.next = reader.read();
    }

    /** {@return a reader of a file with these columns} */
    public static <R extends Record> TableReader<R> open(Path path, TableSchema<R> schema) throws IOException {
        InputFile file = HadoopInputFile.fromPath(LocalFiles.hadoop(path), LocalFiles.shared());
        return new TableReader<>(
                new Builder<>(file, schema).withConf(LocalFiles.shared()).build());
    }

    public boolean hasNext() {
        return next != null;
    }

    /** {@return the next row} */
    public R next() throws IOException {
        R row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = reader.read();
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Builder<R extends Record> extends ParquetReader.Builder<R> {
        private final TableSchema<R> schema;

        Builder(InputFile file, TableSchema<R> schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected ReadSupport<R> getReadSupport() {
            return new RecordReadSupport<>(schema);
        }
    }
}
