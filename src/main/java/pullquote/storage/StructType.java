package pullquote.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A record: a whole row, or a struct in a list. Its components are the fields, in their order. */
final class StructType implements ColumnType {
    private final Constructor<? extends Record> constructor;
    private final List<StructField> fields;

    private StructType(Constructor<? extends Record> constructor, List<StructField> fields) {
        this.constructor = constructor;
        this.fields = fields;
    }

    /** @throws IllegalArgumentException if a component has a type that no column can hold */
    static StructType of(Class<? extends Record> type) {
        List<StructField> fields =
                Arrays.stream(type.getRecordComponents()).map(StructField::of).toList();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new StructType(constructor, fields);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Expected a record with its canonical constructor, got " + type, e);
        }
    }

    List<StructField> fields() {
        return fields;
    }

    List<Type> parquetFields() {
        return fields.stream().map(StructField::parquet).toList();
    }

    @Override
    public GroupType parquet(Type.Repetition repetition, String name) {
        return new GroupType(repetition, name, parquetFields());
    }

    @Override
    public void write(RecordConsumer out, Object value, String column) {
        out.startGroup();
        writeFields(out, (Record) value, column + ".");
        out.endGroup();
    }

    void writeFields(RecordConsumer out, Record row, String prefix) {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).write(out, i, row, prefix);
        }
    }

    @Override
    public StructConverter reader(Consumer<Object> sink) {
        return new StructConverter(this, sink);
    }

    Record create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "Expected values that make a "
                            + constructor.getDeclaringClass().getSimpleName() + " but found " + Arrays.toString(values),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + constructor.getDeclaringClass(), e);
        }
    }

    @Override
    public String words() {
        return fields.stream()
                .map(field -> field.name() + ": " + field.type().words())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
