package pullquote.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Rows of one table that wait for their file: taken apart into the bytes that Parquet will be given, one array in
 * place of the hundreds of objects that records of strings and lists are. Immutable.
 */
public final class PackedRows {
    /** No row at all. */
    public static final PackedRows NONE = new PackedRows(0, new byte[0]);

    private final int count;
    private final byte[] bytes;

    PackedRows(int count, byte[] bytes) {
        this.count = count;
        this.bytes = bytes;
    }

    /** {@return how many rows} */
    public int count() {
        return count;
    }

    /** {@return how many bytes they take} */
    public int size() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Writes the rows to a scratch file. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * {@return rows from a scratch file}
     *
     * @throws IllegalArgumentException if what stands there are no rows
     */
    public static PackedRows readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        int length = in.readInt();
        if (count < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "Expected packed rows but found " + count + " rows of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new PackedRows(count, bytes);
    }

    /** Passes over rows in a scratch file. */
    public static void skip(DataInput in) throws IOException {
        in.readInt();
        for (int left = in.readInt(); left > 0; ) {
            int skipped = in.skipBytes(left);
            left -= skipped;
            if (skipped == 0) {
                in.readByte(); // fails where the file ends
                left--;
            }
        }
    }
}
