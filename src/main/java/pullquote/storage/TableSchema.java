package pullquote.storage;

import java.util.List;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

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

    private TableSchema(String table, Class<R> rows, StructType struct) {
        this.table = table;
        this.rows = rows;
        this.struct = struct;
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
        return new TableSchema<>(Names.table(table), rows, StructType.of(rows));
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

    RowMaterializer<R> materializer() {
        return new RowMaterializer<>(rows, struct);
    }

    /** {@return whether a file's columns are exactly these} */
    boolean isSchemaOf(MessageType file) {
        return file.getName().equals(table) && file.getFields().equals(parquet.getFields());
    }

    /** {@return whether rows can be read from a file: it has these columns, save ones that may be null} */
    boolean canRead(MessageType file) {
        List<Type> missing = parquet.getFields().stream()
                .filter(column -> !file.getFields().contains(column))
                .toList();
        return file.getName().equals(table)
                && parquet.getFields().containsAll(file.getFields())
                && missing.stream().allMatch(column -> column.isRepetition(Type.Repetition.OPTIONAL));
    }

    /** {@return the schema in Parquet's notation} */
    @Override
    public String toString() {
        return parquet.toString();
    }
}
