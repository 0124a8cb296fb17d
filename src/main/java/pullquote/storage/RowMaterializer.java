package pullquote.storage;

import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.jspecify.annotations.Nullable;

/** Makes a table's rows of the values that Parquet hands over. */
final class RowMaterializer<R extends Record> extends RecordMaterializer<R> {
    private final StructConverter root;
    private @Nullable R row;

    RowMaterializer(Class<R> rows, StructType struct, int[] present, @Nullable Object[] absent) {
        this.root = new StructConverter(struct, present, absent, record -> row = rows.cast(record));
    }

    @Override
    public @Nullable R getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }
}
