package pullquote.storage;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Lets each row tell Parquet of itself. */
final class RowWriteSupport extends WriteSupport<Consumer<RecordConsumer>> {
    private final TableSchema<?> schema;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    RowWriteSupport(TableSchema<?> schema, Map<String, String> metadata) {
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
    public void write(Consumer<RecordConsumer> row) {
        row.accept(Objects.requireNonNull(consumer));
    }

    static Builder to(OutputFile file, TableSchema<?> schema, Map<String, String> metadata) {
        return new Builder(file, new RowWriteSupport(schema, metadata));
    }

    /** Parquet's writer of rows. */
    static final class Builder extends ParquetWriter.Builder<Consumer<RecordConsumer>, Builder> {
        private final RowWriteSupport support;

        private Builder(OutputFile file, RowWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the one that is abstract
        protected WriteSupport<Consumer<RecordConsumer>> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
