package pullquote.storage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.jspecify.annotations.Nullable;

/** Collects the values of a record's fields and hands the record to a sink. */
final class StructConverter extends GroupConverter {
    private final StructType type;
    private final Consumer<Object> sink;
    private final @Nullable Object[] values;
    private final Converter[] children;

    StructConverter(StructType type, Consumer<Object> sink) {
        this.type = type;
        this.sink = sink;
        List<StructField> fields = type.fields();
        this.values = new @Nullable Object[fields.size()];
        this.children = new Converter[fields.size()];
        for (int i = 0; i < children.length; i++) {
            int at = i;
            children[i] = fields.get(i).type().reader(value -> values[at] = value);
        }
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return children[fieldIndex];
    }

    @Override
    public void start() {
        Arrays.fill(values, null);
    }

    @Override
    public void end() {
        sink.accept(type.create(values));
    }
}
