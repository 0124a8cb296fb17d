package pullquote.storage;

import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Takes a table's rows apart for Parquet. */
final class RowWriteSupport<R extends Record> extends WriteSupport<R> {
    private final TableSchema<R> schema;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(TableSchema<R> schema, Map<String, String> metadata) {
        this.schema = schema;
        this.metadata = metadata;
    }

    @Override
    @SuppressWarnings("deprecation") // the one that is abstract
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema.parquet(), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        schema.write(row, Objects.requireNonNull(consumer));
    }

    static <R extends Record> Builder<R> to(OutputFile file, TableSchema<R> schema, Map<String, String> metadata) {
        return new Builder<>(file, new RowWriteSupport<>(schema, metadata));
    }

    /** Parquet's writer of rows. */
    static final class Builder<R extends Record> extends ParquetWriter.Builder<R, Builder<R>> {
        private final RowWriteSupport<R> support;

        private Builder(OutputFile file, RowWriteSupport<R> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the one that is abstract
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
