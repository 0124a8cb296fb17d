package pullquote.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import pullquote.table.Table;

/** The ledger as publishing sees it: which file sets there are, and which of their rows no longer count. */
final class PublishedLedger {
    private static final RowMapper<Part> PART = (row, n) ->
            new Part(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4), counts(row.getString(5)));

    private final JdbcTemplate jdbc;

    PublishedLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file set: one file per table, all of the same name.
     *
     * @param runNo the run that staged it
     * @param split the split that it came from
     * @param part its number in the split
     * @param name its files' name, without the ending
     * @param counts rows by table
     */
    record Part(long runNo, int split, int part, String name, Map<String, Long> counts) {
        long rows(Table table) {
            return counts.getOrDefault(table.tableName(), 0L);
        }
    }

    /**
     * When several splits accepted the same text, the first in the batch's order stays; before them all comes one that
     * was published and stays, because what should have superseded it has to wait or was rejected.
     */
    void dropSecondCopies(long runNo) {
        jdbc.execute("CREATE INDEX IF NOT EXISTS delivery_new_text ON delivery_new (text_id)");
        jdbc.update(
                "UPDATE delivery_new d SET outcome = 'L' WHERE outcome = 'A' AND EXISTS (SELECT 1 FROM delivery_new e"
                        + " WHERE e.text_id = d.text_id AND e.outcome = 'A' AND e.ord < d.ord)");
        jdbc.update(
                "UPDATE delivery_new d SET outcome = 'L' WHERE outcome = 'A' AND text_id IN (SELECT s.old_text"
                        + " FROM supersession s WHERE s.run_no = ? AND NOT (" + SupersessionLedger.EFFECTIVE + "))",
                runNo,
                runNo);
    }

    /** {@return how many dispatches leave the tables for others} */
    long superseded(long runNo) {
        return number(
                "SELECT COUNT(*) FROM supersession s WHERE " + SupersessionLedger.EFFECTIVE
                        + " AND NOT EXISTS (SELECT 1 FROM delivery_new a WHERE a.text_id = s.old_text AND a.outcome = 'A')",
                runNo);
    }

    /** {@return how many new dispatches came under a name that stood for others before, which stay} */
    long nameReused(long runNo) {
        return number(
                "SELECT COUNT(*) FROM delivery_new d JOIN manifest m ON m.run_no = ? AND m.file_id = d.file_id AND m.reused"
                        + " WHERE d.outcome = 'A' AND NOT EXISTS (SELECT 1 FROM supersession s WHERE s.run_no = m.run_no"
                        + " AND s.file_id = d.file_id AND s.new_text = d.text_id)",
                runNo);
    }

    /** {@return how many records of the batch in hand had an outcome} */
    long count(String outcome) {
        return number("SELECT COUNT(*) FROM delivery_new WHERE outcome = ?", outcome);
    }

    long filesRead(long runNo) {
        return number("SELECT COUNT(*) FROM file_read WHERE run_no = ?", runNo);
    }

    /** Checks that ledger and splits counted the same. */
    void checkCounts(SplitCounts counted) {
        long accepted = count("A") + count("L");
        long duplicates = count("D");
        long rejected = count("R");
        if (accepted != counted.get("accepted")
                || duplicates != counted.get("duplicate")
                || rejected != counted.get("rejected")
                || accepted != counted.rows(Table.DISPATCHES)
                || rejected != counted.rows(Table.REJECTS)) {
            throw new IllegalStateException("Expected the splits' counts " + counted.counts()
                    + " in the ledger but found accepted=" + accepted + ", duplicate=" + duplicates + ", rejected="
                    + rejected);
        }
    }

    List<Part> stagedParts(long runNo) {
        return jdbc.query(
                "SELECT run_no, split, part, name, counts FROM part WHERE run_no = ? ORDER BY split, part",
                PART,
                runNo);
    }

    /** {@return published file sets with rows that this run supersedes, or with rejects of files that it read again} */
    List<Part> supersededParts(long runNo) {
        return jdbc.query(
                "SELECT DISTINCT p.run_no, p.split, p.part, p.name, p.counts FROM ("
                        + "SELECT d.run_no, d.split, d.part FROM file_read f JOIN delivery d ON d.file_id = f.file_id"
                        + " AND d.run_no < f.run_no AND d.outcome = 'R' WHERE f.run_no = ? UNION "
                        + "SELECT d.run_no, d.split, d.part FROM supersession s JOIN delivery d ON d.text_id = s.old_text"
                        + " AND d.outcome = 'A' WHERE " + SupersessionLedger.EFFECTIVE
                        + ") x JOIN part p ON p.run_no = x.run_no AND p.split = x.split AND p.part = x.part"
                        + " ORDER BY 1, 2, 3",
                PART,
                runNo,
                runNo);
    }

    /** {@return texts that were accepted earlier in the run, by split and part that hold them again} */
    Map<List<Integer>, Set<String>> secondCopies() {
        // one look at all rows: a look for each file set would read its whole split again
        Map<List<Integer>, Set<String>> copies = new HashMap<>();
        jdbc.query("SELECT split, part, text_id FROM delivery_new WHERE outcome = 'L'", row -> {
            copies.computeIfAbsent(List.of(row.getInt(1), row.getInt(2)), key -> new HashSet<>())
                    .add(HexFormat.of().formatHex(row.getBytes(3)));
        });
        return copies;
    }

    /** {@return the file set of that name} */
    Optional<Part> part(String name) {
        return jdbc.query("SELECT run_no, split, part, name, counts FROM part WHERE name = ?", PART, name).stream()
                .findFirst();
    }

    /** {@return texts of a published file set that are superseded} */
    Set<String> supersededTexts(Part part, long runNo) {
        return texts(
                "SELECT d.text_id FROM supersession s JOIN delivery d ON d.text_id = s.old_text AND d.outcome = 'A' WHERE "
                        + SupersessionLedger.EFFECTIVE + " AND d.run_no = ? AND d.split = ? AND d.part = ?",
                runNo,
                part.runNo(),
                part.split(),
                part.part());
    }

    /** {@return files of a published file set that were read anew, by name} */
    Set<String> supersededFiles(Part part, long runNo) {
        return Set.copyOf(jdbc.queryForList(
                "SELECT DISTINCT i.uri FROM delivery d JOIN file_read f ON f.file_id = d.file_id AND f.run_no = ?"
                        + " JOIN input_file i ON i.file_id = d.file_id"
                        + " WHERE d.run_no = ? AND d.split = ? AND d.part = ? AND d.outcome = 'R'",
                String.class,
                runNo,
                part.runNo(),
                part.split(),
                part.part()));
    }

    /** Notes the names and counts that file sets have in the run's snapshot. */
    void recordRewrites(long runNo, Map<Part, StagingArea.Rewritten> rewrites) {
        jdbc.update("DELETE FROM rewrite WHERE run_no = ?", runNo);
        rewrites.forEach((part, rewritten) -> jdbc.update(
                "INSERT INTO rewrite VALUES (?, ?, ?, ?, ?, ?)",
                runNo,
                part.runNo(),
                part.split(),
                part.part(),
                rewritten.name(),
                text(rewritten.counts())));
    }

    /** Makes what the run published known, and what it superseded unknown. */
    void finish(long runNo) {
        jdbc.update(
                "DELETE FROM delivery WHERE run_no < ? AND outcome = 'A' AND text_id IN"
                        + " (SELECT s.old_text FROM supersession s WHERE " + SupersessionLedger.EFFECTIVE + ")",
                runNo,
                runNo);
        jdbc.update(
                "DELETE FROM delivery WHERE run_no < ? AND outcome <> 'A'"
                        + " AND file_id IN (SELECT file_id FROM file_read WHERE run_no = ?)",
                runNo,
                runNo);
        jdbc.update(
                "DELETE FROM supersession WHERE run_no = ? AND new_text IN"
                        + " (SELECT text_id FROM delivery_new WHERE outcome = 'A')",
                SupersessionLedger.LOST);
        jdbc.update(
                "INSERT INTO delivery SELECT ?, split, part, ord, file_id, outcome, text_id FROM delivery_new"
                        + " ORDER BY text_id",
                runNo);
        jdbc.update(
                "MERGE INTO part p USING (SELECT * FROM rewrite WHERE run_no = ?) r ON p.run_no = r.part_run_no"
                        + " AND p.split = r.split AND p.part = r.part"
                        + " WHEN MATCHED THEN UPDATE SET p.name = r.name, p.counts = r.counts",
                runNo);
        jdbc.update(
                "MERGE INTO input_file i USING (SELECT m.file_id, m.size, m.modified, m.version, f.sha256 FROM manifest m"
                        + " JOIN file_read f ON f.run_no = m.run_no AND f.file_id = m.file_id WHERE m.run_no = ?) s"
                        + " ON i.file_id = s.file_id WHEN MATCHED THEN UPDATE SET i.size = s.size, i.modified = s.modified,"
                        + " i.sha256 = s.sha256, i.version = s.version",
                runNo);
        new FileLedger(jdbc).publish();
        jdbc.update("UPDATE run SET published = TRUE WHERE run_no = ?", runNo);
    }

    static String text(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
    }

    private static Map<String, Long> counts(String text) {
        Map<String, Long> counts = new TreeMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                counts.put(entry.substring(0, equals), Long.valueOf(entry.substring(equals + 1)));
            }
        }
        return counts;
    }

    private Set<String> texts(String sql, Object... values) {
        return jdbc.query(sql, (row, n) -> HexFormat.of().formatHex(row.getBytes(1)), values).stream()
                .collect(Collectors.toSet());
    }

    private long number(String sql, Object... values) {
        Long n = jdbc.queryForObject(sql, Long.class, values);
        return n == null ? 0 : n;
    }
}
