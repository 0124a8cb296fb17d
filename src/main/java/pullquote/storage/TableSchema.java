package pullquote.storage;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table's columns, read off a record class: one column per component, in order, its name in snake_case.
 *
 * <p>A component marked {@link Nullable} is optional, every other one required. Lists take the standard three levels, with
 * required elements. Types: string, int, long, double, boolean, {@link Instant} (UTC, micros), {@link LocalDate}, lists of
 * these, and nested records.
 *
 * @param <R> the record class
 */
public final class TableSchema<R extends Record> {
    private final Class<R> row;
    private final MessageType message;

    private TableSchema(Class<R> row) {
        this.row = row;
        this.message = new MessageType(snakeCase(row.getSimpleName()), fields(row));
    }

    /** {@return the columns of a record class} */
    public static <R extends Record> TableSchema<R> of(Class<R> row) {
        return new TableSchema<>(row);
    }

    Class<R> row() {
        return row;
    }

    MessageType message() {
        return message;
    }

    /** {@return the columns in Parquet's schema language} */
    @Override
    public String toString() {
        return message.toString();
    }

    private static List<org.apache.parquet.schema.Type> fields(Class<?> row) {
        List<org.apache.parquet.schema.Type> fields = new ArrayList<>();
        for (RecordComponent component : row.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            fields.add(field(
                    component.getGenericType(),
                    nullable ? Repetition.OPTIONAL : Repetition.REQUIRED,
                    snakeCase(component.getName())));
        }
        return fields;
    }

    private static org.apache.parquet.schema.Type field(Type type, Repetition repetition, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Types.list(repetition)
                    .element(field(list.getActualTypeArguments()[0], Repetition.REQUIRED, "element"))
                    .named(name);
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return Types.buildGroup(repetition)
                    .addFields(fields(nested).toArray(org.apache.parquet.schema.Type[]::new))
                    .named(name);
        }
        if (type == String.class) {
            return Types.primitive(PrimitiveTypeName.BINARY, repetition)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }
        if (type == Instant.class) {
            return Types.primitive(PrimitiveTypeName.INT64, repetition)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                    .named(name);
        }
        if (type == LocalDate.class) {
            return Types.primitive(PrimitiveTypeName.INT32, repetition)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(name);
        }
        return Types.primitive(plain(type), repetition).named(name);
    }

    private static PrimitiveTypeName plain(Type type) {
        if (type == int.class || type == Integer.class) {
            return PrimitiveTypeName.INT32;
        }
        if (type == long.class || type == Long.class) {
            return PrimitiveTypeName.INT64;
        }
        if (type == double.class || type == Double.class) {
            return PrimitiveTypeName.DOUBLE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return PrimitiveTypeName.BOOLEAN;
        }
        throw new IllegalArgumentException("Expected a type that both DuckDB and Spark read but found " + type);
    }

    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}
