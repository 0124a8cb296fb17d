package pullquote.batch;

import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import pullquote.storage.TableSchema;
import pullquote.table.Column;
import pullquote.table.Table;

/** The tables' schemas, each read off its rows once: the machine makes classes for every reading. */
final class Schemas {
    private static final Map<Table, TableSchema<?>> ALL = new EnumMap<>(Table.class);

    static {
        for (Table table : Table.values()) {
            ALL.put(table, TableSchema.of(table.tableName(), table.row(), before(table)));
        }
    }

    /** {@return what the columns that are never null hold in rows that are older than they are} */
    private static Map<String, Object> before(Table table) {
        Map<String, Object> before = new HashMap<>();
        for (RecordComponent component : table.row().getRecordComponents()) {
            Column column = component.getAnnotation(Column.class);
            if (column != null && column.before().length > 0) {
                before.put(name(component), value(component, column.before()[0]));
            }
        }
        return before;
    }

    private static Object value(RecordComponent component, String text) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return text;
        }
        if (type == long.class) {
            return Long.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == List.class && text.isEmpty()) {
            return List.of();
        }
        throw new IllegalArgumentException("Expected a text, a number, a truth value or an empty list before "
                + component + " but found \"" + text + "\"");
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Schemas() {}

    /** {@return the schema of a table, whose rows are of the class that the caller expects} */
    @SuppressWarnings("unchecked")
    static <R extends Record> TableSchema<R> of(Table table) {
        return (TableSchema<R>) Objects.requireNonNull(ALL.get(table));
    }
}
