package pullquote.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import pullquote.batch.PublishedLedger.Part;
import pullquote.storage.Fingerprint;
import pullquote.table.Table;

/** Which files there have to be, staged and in the current snapshot, and what each looked like when it was written. */
final class FileLedger {
    private static final RowMapper<Held> HELD = (row, n) -> new Held(
            table(row.getString(1)),
            row.getString(2),
            new Fingerprint(row.getLong(3), String.valueOf(row.getString(4))),
            row.getInt(5));

    private final JdbcTemplate jdbc;

    FileLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file of a snapshot.
     *
     * @param table its table
     * @param name its name, with the ending
     * @param fingerprint what it looked like when it was written
     * @param schemaVersion version of the columns that it has; 0 if not known
     */
    record Held(Table table, String name, Fingerprint fingerprint, int schemaVersion) {
        /** {@return the same file, known to have the present columns} */
        Held current() {
            return new Held(table, name, fingerprint, Table.SCHEMA_VERSION);
        }
    }

    /** Notes the files of a staged file set. */
    void stage(long runNo, int split, int part, Map<Table, Fingerprint> files) {
        files.forEach((table, file) -> jdbc.update(
                "INSERT INTO staged_file VALUES (?, ?, ?, ?, ?, ?)",
                runNo,
                split,
                part,
                table.tableName(),
                file.bytes(),
                file.sha256()));
    }

    /** {@return the files of a staged file set as they were written} */
    Map<Table, Fingerprint> staged(Part part) {
        Map<Table, Fingerprint> files = new EnumMap<>(Table.class);
        jdbc.query(
                "SELECT tbl, '', bytes, sha256, 0 FROM staged_file WHERE run_no = ? AND split = ? AND part = ?",
                row -> {
                    Held held = HELD.mapRow(row, 0);
                    if (held != null) {
                        files.put(held.table(), held.fingerprint());
                    }
                },
                part.runNo(),
                part.split(),
                part.part());
        return files;
    }

    /** {@return all files of the current snapshot} */
    List<Held> snapshot() {
        return jdbc.query(
                "SELECT tbl, name, bytes, sha256, schema_version FROM snapshot_file ORDER BY tbl, name", HELD);
    }

    /** Notes the files of the snapshot that was built, in place of those of an earlier attempt. */
    void draft(List<Held> files) {
        jdbc.execute("DELETE FROM draft_file");
        insert("draft_file", files);
    }

    /** Makes the snapshot that was built the current one, and forgets what was staged for it. */
    void publish() {
        jdbc.update("DELETE FROM snapshot_file");
        jdbc.update("INSERT INTO snapshot_file SELECT * FROM draft_file");
        jdbc.update("DELETE FROM staged_file");
    }

    /** Notes the files of a snapshot that is current already. */
    void found(List<Held> files) {
        insert("snapshot_file", files);
    }

    private void insert(String target, List<Held> files) {
        jdbc.batchUpdate("INSERT INTO " + target + " VALUES (?, ?, ?, ?, ?)", files, 1000, (row, file) -> {
            row.setString(1, file.table().tableName());
            row.setString(2, file.name());
            row.setLong(3, file.fingerprint().bytes());
            row.setString(4, file.fingerprint().sha256());
            row.setInt(5, file.schemaVersion());
        });
    }

    private static Table table(String name) {
        return Table.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
