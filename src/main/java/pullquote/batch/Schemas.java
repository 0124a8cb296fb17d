package pullquote.batch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import pullquote.storage.TableSchema;
import pullquote.table.Table;

/** The tables' schemas, each read off its rows once: the machine makes classes for every reading. */
final class Schemas {
    private static final Map<Table, TableSchema<?>> ALL = new EnumMap<>(Table.class);

    static {
        for (Table table : Table.values()) {
            ALL.put(table, TableSchema.of(table.tableName(), table.row()));
        }
    }

    private Schemas() {}

    /** {@return the schema of a table, whose rows are of the class that the caller expects} */
    @SuppressWarnings("unchecked")
    static <R extends Record> TableSchema<R> of(Table table) {
        return (TableSchema<R>) Objects.requireNonNull(ALL.get(table));
    }
}
