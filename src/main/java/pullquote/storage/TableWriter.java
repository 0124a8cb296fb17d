package pullquote.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Writes one file of a table: zstd, dictionaries, statistics, page index and page checksums.
 *
 * <p>The file is whole only after {@link #close()} has returned; then it is on the disk, not just in its cache. A row
 * that cannot be written spoils the file: it is removed when the writer is closed, as a part of a file must never be
 * taken for one. Not safe for use by many threads.
 *
 * @param <R> the rows
 */
public final class TableWriter<R extends Record> implements Closeable {
    private static final int STATISTICS_BYTES = 64;

    private final Path file;
    private final TableSchema<R> schema;
    private final ParquetWriter<Consumer<RecordConsumer>> parquet;
    private long rows;
    private long bytes;
    private boolean spoilt;
    private boolean closed;

    private TableWriter(Path file, TableSchema<R> schema, ParquetWriter<Consumer<RecordConsumer>> parquet) {
        this.file = file;
        this.schema = schema;
        this.parquet = parquet;
    }

    /**
     * Begins a file; missing parent directories are made.
     *
     * @param file the file, which must not exist
     * @param metadata key-value pairs for the footer
     * @throws java.nio.file.FileAlreadyExistsException if the file exists
     * @throws IllegalArgumentException if the options name a column that the table lacks
     */
    public static <R extends Record> TableWriter<R> open(
            Path file, TableSchema<R> schema, WriteOptions options, Map<String, String> metadata) throws IOException {
        requireColumns(schema, options);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.createFile(file);
        Configuration settings = LocalHadoop.configuration();
        settings.setInt("parquet.compression.codec.zstd.level", options.zstdLevel());
        RowWriteSupport.Builder builder = RowWriteSupport.to(LocalHadoop.output(file), schema, Map.copyOf(metadata))
                .withConf(settings)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(options.rowGroupBytes())
                .withRowGroupRowCountLimit(options.rowGroupRows())
                .withPageSize(options.pageBytes())
                .withPageRowCountLimit(options.pageRows())
                .withDictionaryEncoding(true)
                .withStatisticsTruncateLength(STATISTICS_BYTES)
                .withPageWriteChecksumEnabled(true);
        options.plainColumns().forEach(column -> builder.withDictionaryEncoding(column, false));
        options.bloomFilters()
                .forEach((column, distinct) ->
                        builder.withBloomFilterEnabled(column, true).withBloomFilterNDV(column, distinct));
        return new TableWriter<>(file, schema, builder.build());
    }

    private static void requireColumns(TableSchema<?> schema, WriteOptions options) {
        Set<String> columns = schema.parquet().getPaths().stream()
                .map(path -> String.join(".", path))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>(options.plainColumns());
        named.addAll(options.bloomFilters().keySet());
        if (!columns.containsAll(named)) {
            throw new IllegalArgumentException("Expected columns of table " + schema.table() + ", " + columns
                    + ", but found " + named + " in the write options");
        }
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if a required column is null or a value has no place in its column; the message
     *     names table, column and file
     */
    public void write(R row) throws IOException {
        add(out -> schema.write(row, out));
    }

    /** Adds rows that were packed by the table's schema. */
    public void write(PackedRows packed) throws IOException {
        RowUnpacker unpacker = new RowUnpacker(packed, schema.parquet());
        for (int i = 0; i < packed.count(); i++) {
            add(unpacker::next);
        }
    }

    private void add(Consumer<RecordConsumer> row) throws IOException {
        try {
            parquet.write(row);
            rows++;
        } catch (IllegalArgumentException e) {
            spoilt = true;
            throw new IllegalArgumentException(
                    e.getMessage() + ", in row " + rows + " of table " + schema.table() + ", file " + file, e);
        } catch (IOException | RuntimeException e) {
            spoilt = true;
            throw e;
        }
    }

    /** {@return how many rows were added} */
    public long rows() {
        return rows;
    }

    /** {@return the file's size in bytes; while it is open, with what is buffered} */
    public long bytes() {
        return closed ? bytes : parquet.getDataSize();
    }

    /** Writes the footer and waits until the disk has the file. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        if (spoilt) {
            discard();
            return;
        }
        closed = true;
        boolean whole = false;
        try {
            parquet.close();
            new Disk().sync(file);
            bytes = Files.size(file);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Ends the writing and removes the file. */
    public void discard() throws IOException {
        if (!closed) {
            closed = true;
            try {
                parquet.close();
            } catch (IOException | RuntimeException e) {
                spoilt = true; // the file goes anyway
            }
        }
        Files.deleteIfExists(file);
    }
}
