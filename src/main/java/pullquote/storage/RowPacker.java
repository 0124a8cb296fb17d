package pullquote.storage;

import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Packs rows of a table. Not safe for use by many threads.
 *
 * <p>A field is its number plus one, each of its values after a one, and a zero; a group is its fields and a zero.
 * {@link RowUnpacker} reads it.
 *
 * @param <R> the rows
 */
public final class RowPacker<R extends Record> {
    private final TableSchema<R> schema;
    private final Tape tape = new Tape();

    /**
     * A packer for a table.
     *
     * @throws IllegalArgumentException if the table has more columns than a byte can number
     */
    public RowPacker(TableSchema<R> schema) {
        int columns = schema.parquet().getFieldCount();
        if (columns >= Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Expected fewer than 127 columns but found " + columns + " in table " + schema.table());
        }
        this.schema = schema;
    }

    /**
     * {@return the rows, packed}
     *
     * @throws IllegalArgumentException if a required column is null or a value has no place in its column; the message
     *     names table and column
     */
    public PackedRows pack(List<R> rows) {
        if (rows.isEmpty()) {
            return PackedRows.NONE;
        }
        tape.size = 0;
        for (R row : rows) {
            try {
                schema.write(row, tape);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + ", in a row of table " + schema.table(), e);
            }
        }
        return new PackedRows(rows.size(), Arrays.copyOf(tape.bytes, tape.size));
    }

    /** Notes what Parquet is told of a row. */
    private static final class Tape extends RecordConsumer {
        private byte[] bytes = new byte[1 << 12];
        private int size;

        @Override
        public void startMessage() {}

        @Override
        public void endMessage() {
            put(RowUnpacker.END);
        }

        @Override
        public void startField(String field, int index) {
            put(index + 1);
        }

        @Override
        public void endField(String field, int index) {
            put(RowUnpacker.END);
        }

        @Override
        public void startGroup() {
            put(RowUnpacker.VALUE);
        }

        @Override
        public void endGroup() {
            put(RowUnpacker.END);
        }

        @Override
        public void addInteger(int value) {
            put(RowUnpacker.VALUE);
            number(value, Integer.BYTES);
        }

        @Override
        public void addLong(long value) {
            put(RowUnpacker.VALUE);
            number(value, Long.BYTES);
        }

        @Override
        public void addBoolean(boolean value) {
            put(RowUnpacker.VALUE);
            put(value ? 1 : 0);
        }

        @Override
        public void addBinary(Binary value) {
            byte[] text = value.getBytesUnsafe();
            put(RowUnpacker.VALUE);
            number(text.length, Integer.BYTES);
            reserve(text.length);
            System.arraycopy(text, 0, bytes, size, text.length);
            size += text.length;
        }

        @Override
        public void addFloat(float value) {
            throw new UnsupportedOperationException("no column holds floats");
        }

        @Override
        public void addDouble(double value) {
            addLong(Double.doubleToRawLongBits(value));
        }

        private void number(long value, int length) {
            reserve(length);
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) (value >>> (8 * i));
            }
        }

        private void put(int value) {
            reserve(1);
            bytes[size++] = (byte) value;
        }

        private void reserve(int length) {
            if (bytes.length - size < length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, length)));
            }
        }
    }
}
