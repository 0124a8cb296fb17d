package pullquote.storage;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.jspecify.annotations.Nullable;

/** Collects the values of a record's fields and hands the record to a sink. */
final class StructConverter extends GroupConverter {
    private final StructType type;
    private final Consumer<Object> sink;
    private final @Nullable Object[] values;
    private final @Nullable Object[] absent;
    private final Converter[] children;

    StructConverter(StructType type, Consumer<Object> sink) {
        this(
                type,
                IntStream.range(0, type.fields().size()).toArray(),
                new Object[type.fields().size()],
                sink);
    }

    /**
     * @param present which fields the file has, in its order
     * @param absent values of the fields, by number, that those take which the file lacks
     */
    StructConverter(StructType type, int[] present, @Nullable Object[] absent, Consumer<Object> sink) {
        this.type = type;
        this.sink = sink;
        this.absent = absent.clone();
        List<StructField> fields = type.fields();
        this.values = new @Nullable Object[fields.size()];
        this.children = new Converter[present.length];
        for (int i = 0; i < children.length; i++) {
            int at = present[i];
            children[i] = fields.get(at).type().reader(value -> values[at] = value);
        }
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return children[fieldIndex];
    }

    @Override
    public void start() {
        System.arraycopy(absent, 0, values, 0, values.length);
    }

    @Override
    public void end() {
        sink.accept(type.create(values));
    }
}
