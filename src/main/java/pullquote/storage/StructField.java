package pullquote.storage;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record as a column.
 *
 * @param name the column's name: the component's in snake_case
 * @param type what it holds
 * @param required whether it is never null: the component is not {@link Nullable}
 * @param accessor reads the component
 */
record StructField(String name, ColumnType type, boolean required, Method accessor) {

    static StructField of(RecordComponent component) {
        AnnotatedType declared = component.getAnnotatedType();
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new StructField(
                snakeCase(component.getName()),
                columnType(declared, component),
                !declared.isAnnotationPresent(Nullable.class),
                accessor);
    }

    private static ColumnType columnType(AnnotatedType declared, RecordComponent component) {
        if (declared instanceof AnnotatedParameterizedType list && component.getType() == List.class) {
            AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
            if (!element.isAnnotationPresent(Nullable.class) && element.getType() instanceof Class<?> each) {
                return new ListType(single(each, component));
            }
            throw unsupported(component);
        }
        return single(component.getType(), component);
    }

    private static ColumnType single(Class<?> type, RecordComponent component) {
        return type.isRecord()
                ? StructType.of(type.asSubclass(Record.class))
                : ScalarType.of(type).orElseThrow(() -> unsupported(component));
    }

    private static IllegalArgumentException unsupported(RecordComponent component) {
        return new IllegalArgumentException("Expected a component of type String, int, long, boolean, double, Instant,"
                + " LocalDate, a record of these or a List of one of them without nulls, got "
                + component.getAnnotatedType() + " " + component.getName() + " of "
                + component.getDeclaringRecord().getName());
    }

    static String snakeCase(String camelCase) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                out.append('_');
            }
            out.append(Character.toLowerCase(c));
        }
        return out.toString();
    }

    Type parquet() {
        return type.parquet(required ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL, name);
    }

    void write(RecordConsumer out, int index, Record row, String prefix) {
        Object value = value(row);
        if (value != null) {
            out.startField(name, index);
            type.write(out, value, prefix + name);
            out.endField(name, index);
        } else if (required) {
            throw new IllegalArgumentException("Expected a value in column " + prefix + name + " but found null");
        }
    }

    @Nullable
    Object value(Record row) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }
}
