package pullquote.storage;

import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table, read off the record class of its rows.
 *
 * <p>A component's name in snake_case is the column's. A component may be a {@code String}, {@code int}, {@code long},
 * {@code boolean}, {@code double}, {@link java.time.Instant} (UTC, microseconds), {@link java.time.LocalDate}, a record
 * of these, or a {@code List} of one of them. A column can be null if and only if its component is annotated with
 * JSpecify's {@code Nullable}; elements of a list never are. Immutable and safe for use by many threads.
 *
 * @param <R> the rows
 */
public final class TableSchema<R extends Record> {
    private final String table;
    private final Class<R> rows;
    private final StructType struct;
    private final MessageType parquet;
    private final Map<String, Object> before;

    private TableSchema(String table, Class<R> rows, StructType struct, Map<String, Object> before) {
        this.table = table;
        this.rows = rows;
        this.struct = struct;
        this.before = Map.copyOf(before);
        this.parquet = new MessageType(table, struct.parquetFields());
    }

    /**
     * {@return the schema of a table}
     *
     * @param table the table's name, in snake_case
     * @param rows the record class of its rows
     * @throws IllegalArgumentException if a component has a type that no column can hold
     */
    public static <R extends Record> TableSchema<R> of(String table, Class<R> rows) {
        return of(table, rows, Map.of());
    }

    /**
     * {@return the schema of a table that has gained columns which are never null}
     *
     * @param table the table's name, in snake_case
     * @param rows the record class of its rows
     * @param before the values that such columns have in rows of a file that was written before them, by column
     * @throws IllegalArgumentException if a component has a type that no column can hold
     */
    public static <R extends Record> TableSchema<R> of(String table, Class<R> rows, Map<String, Object> before) {
        return new TableSchema<>(Names.table(table), rows, StructType.of(rows), before);
    }

    /** {@return the table's name} */
    public String table() {
        return table;
    }

    /** {@return the record class of the rows} */
    public Class<R> rows() {
        return rows;
    }

    /** {@return the columns in order} */
    public List<Column> columns() {
        return struct.fields().stream()
                .map(field -> new Column(field.name(), field.type().words(), field.required()))
                .toList();
    }

    MessageType parquet() {
        return parquet;
    }

    void write(R row, RecordConsumer out) {
        out.startMessage();
        struct.writeFields(out, row, "");
        out.endMessage();
    }

    /** {@return what makes rows of the columns that are read from a file} */
    RowMaterializer<R> materializer(MessageType read) {
        List<StructField> fields = struct.fields();
        int[] present = new int[read.getFieldCount()];
        @Nullable Object[] absent = new Object[fields.size()];
        int next = 0;
        for (int i = 0; i < absent.length; i++) {
            String column = fields.get(i).name();
            if (read.containsField(column)) {
                present[next++] = i;
            } else {
                absent[i] = before.get(column);
            }
        }
        return new RowMaterializer<>(rows, struct, present, absent);
    }

    /** {@return those of the columns that a file has} */
    MessageType in(MessageType file) {
        return new MessageType(
                table,
                parquet.getFields().stream().filter(file.getFields()::contains).toList());
    }

    /** {@return whether a file's columns are exactly these} */
    boolean isSchemaOf(MessageType file) {
        return file.getName().equals(table) && file.getFields().equals(parquet.getFields());
    }

    /** {@return whether rows can be read from a file: it has these columns, save ones that came after it was written} */
    boolean canRead(MessageType file) {
        return canSelect(file) && parquet.getFields().containsAll(file.getFields());
    }

    /** {@return whether these columns can be read from a file, which may have others} */
    boolean canSelect(MessageType file) {
        return file.getName().equals(table)
                && parquet.getFields().stream()
                        .filter(column -> !file.getFields().contains(column))
                        .allMatch(column -> !file.containsField(column.getName())
                                && (column.isRepetition(Type.Repetition.OPTIONAL)
                                        || before.containsKey(column.getName())));
    }

    /** {@return the schema in Parquet's notation} */
    @Override
    public String toString() {
        return parquet.toString();
    }
}
