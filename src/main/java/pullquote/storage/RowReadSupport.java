package pullquote.storage;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Puts a table's rows together from Parquet's columns. */
final class RowReadSupport<R extends Record> extends ReadSupport<R> {
    private final TableSchema<R> schema;

    RowReadSupport(TableSchema<R> schema) {
        this.schema = schema;
    }

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(schema.in(context.getFileSchema()));
    }

    @Override
    @SuppressWarnings("deprecation") // the one that is abstract
    public RecordMaterializer<R> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType fileSchema, ReadContext context) {
        return schema.materializer(context.getRequestedSchema());
    }

    static <R extends Record> Builder<R> from(HadoopInputFile file, TableSchema<R> schema) {
        return new Builder<>(file, new RowReadSupport<>(schema));
    }

    /** Parquet's reader of rows. */
    static final class Builder<R extends Record> extends ParquetReader.Builder<R> {
        private final RowReadSupport<R> support;

        private Builder(HadoopInputFile file, RowReadSupport<R> support) {
            super(file);
            this.support = support;
            withConf(file.getConfiguration());
            usePageChecksumVerification(true);
        }

        @Override
        protected ReadSupport<R> getReadSupport() {
            return support;
        }
    }
}
