package pullquote.batch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import pullquote.storage.PackedRows;
import pullquote.table.Table;

/**
 * The rows of one record, packed, as they wait for their file.
 *
 * @param key what files are sorted by: when the dispatch was published, or {@link Instant#MAX} where that is not known
 * @param tables rows by table, without the tables that have none
 */
record ResultRows(Instant key, Map<Table, PackedRows> tables) {
    /** About what an object of these takes beside its bytes. */
    private static final int OVERHEAD = 64;

    /** {@return about how many bytes of memory they take} */
    long size() {
        return tables.values().stream()
                        .mapToLong(rows -> rows.size() + OVERHEAD)
                        .sum()
                + OVERHEAD;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(key.getEpochSecond());
        out.writeInt(key.getNano());
        out.writeByte(tables.size());
        for (Map.Entry<Table, PackedRows> each : tables.entrySet()) {
            out.writeUTF(each.getKey().name());
            each.getValue().writeTo(out);
        }
    }

    /** {@return what was written, of one table alone} */
    static ResultRows readFrom(DataInput in, Table only) throws IOException {
        Instant key = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Map<Table, PackedRows> tables = Map.of();
        for (int left = in.readByte(); left > 0; left--) {
            if (Table.valueOf(in.readUTF()) == only) {
                tables = Map.of(only, PackedRows.readFrom(in));
            } else {
                PackedRows.skip(in);
            }
        }
        return new ResultRows(key, tables);
    }
}
