package pullquote.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Tells Parquet of packed rows what it would have been told of the rows themselves. */
final class RowUnpacker {
    static final int END = 0, VALUE = 1;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final GroupType row;
    private int at;

    RowUnpacker(PackedRows rows, GroupType row) {
        this.bytes = rows.bytes();
        this.row = row;
    }

    /** Hands the next row on. */
    void next(RecordConsumer out) {
        out.startMessage();
        fields(row, out);
        out.endMessage();
    }

    private void fields(GroupType group, RecordConsumer out) {
        for (int number = bytes[at++]; number != END; number = bytes[at++]) {
            Type field = group.getType(number - 1);
            out.startField(field.getName(), number - 1);
            while (bytes[at++] == VALUE) {
                if (field.isPrimitive()) {
                    value(field, out);
                } else {
                    out.startGroup();
                    fields(field.asGroupType(), out);
                    out.endGroup();
                }
            }
            out.endField(field.getName(), number - 1);
        }
    }

    private void value(Type field, RecordConsumer out) {
        switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> out.addInteger(number());
            case INT64 -> out.addLong(longNumber());
            case DOUBLE -> out.addDouble(Double.longBitsToDouble(longNumber()));
            case BOOLEAN -> out.addBoolean(bytes[at++] != 0);
            default -> {
                int length = number();
                // the array is shared with the rows around: what Parquet keeps, it copies
                out.addBinary(Binary.fromReusedByteArray(bytes, at, length));
                at += length;
            }
        }
    }

    private int number() {
        int value = (int) INT.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    private long longNumber() {
        long value = (long) LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }
}
