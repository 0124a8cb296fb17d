package pullquote.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes records as the rows of one Parquet file: zstd, statistics and page index, no side files.
 *
 * @param <R> the record class
 */
public final class TableWriter<R extends Record> implements AutoCloseable {
    private static final long ROW_GROUP_BYTES = 64L << 20;
    private static final int ROW_GROUP_ROWS = 122_880;
    private static final int PAGE_BYTES = 1 << 20;

    private final Path path;
    private final ParquetWriter<R> writer;
    private long rows;

    private TableWriter(Path path, ParquetWriter<R> writer) {
        this.path = path;
        this.writer = writer;
    }

    /**
     * {@return a writer of a new file}
     *
     * @param path where the file will lie; its folder is made, a file that is there is replaced
     * @param schema the columns
     * @param metadata what the file's footer tells beside the columns
     * @throws IOException when the file can't be created
     */
    public static <R extends Record> TableWriter<R> open(Path path, TableSchema<R> schema, Map<String, String> metadata)
            throws IOException {
        Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(path));
        OutputFile file = HadoopOutputFile.fromPath(LocalFiles.hadoop(path), LocalFiles.shared());
        ParquetWriter<R> writer = new Builder<>(file, schema, metadata)
                .withConf(LocalFiles.shared())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
                .withPageSize(PAGE_BYTES)
                .withDictionaryEncoding(true)
                .build();
        return new TableWriter<>(path, writer);
    }

    /** Adds a row. */
    public void write(R row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** {@return how many rows were written} */
    public long rows() {
        return rows;
    }

    /** Writes the footer and waits until the file is on the disk. */
    @Override
    public void close() throws IOException {
        writer.close();
        LocalFiles.sync(path);
    }

    private static final class Builder<R extends Record> extends ParquetWriter.Builder<R, Builder<R>> {
        private final TableSchema<R> schema;
        private final Map<String, String> metadata;

        Builder(OutputFile file, TableSchema<R> schema, Map<String, String> metadata) {
            super(file);
            this.schema = schema;
            this.metadata = metadata;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // still the abstract one
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return new RecordWriteSupport<>(schema, metadata);
        }
    }
}
