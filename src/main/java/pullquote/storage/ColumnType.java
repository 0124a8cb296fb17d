package pullquote.storage;

import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.Type;

/** How a value lies in a Parquet file: its type there, the way in and the way back. */
sealed interface ColumnType permits ScalarType, ListType, StructType {

    /** {@return the Parquet type of a column of this kind} */
    Type parquet(Type.Repetition repetition, String name);

    /**
     * Adds a value to the current field.
     *
     * @param column the column's path, for messages
     * @throws IllegalArgumentException if the value, or a part of it that must be there, has no place in the column
     */
    void write(RecordConsumer out, Object value, String column);

    /** {@return a converter that hands each value read to the sink} */
    Converter reader(Consumer<Object> sink);

    /** {@return the type as the documentation of the tables writes it: {@code list<string>}} */
    String words();
}
