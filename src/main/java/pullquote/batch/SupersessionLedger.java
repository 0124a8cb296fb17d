package pullquote.batch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import pullquote.batch.Ledger.KnownFile;

/** The ledger's view of what files delivered before, and of what a run's files supersede of it. */
final class SupersessionLedger {
    /** Stands for the run in rows of dispatches that a damaged file set lost. */
    static final long LOST = 0;

    /**
     * Rows that count: the file was read to its end, and what comes instead was accepted or is published. Else the
     * dispatch stays. Its parameter is the run's number.
     */
    static final String EFFECTIVE = "s.run_no = ? AND EXISTS (SELECT 1 FROM file_read f WHERE f.run_no = s.run_no"
            + " AND f.file_id = s.file_id) AND (s.new_text IS NULL OR EXISTS (SELECT 1 FROM delivery_new n"
            + " WHERE n.text_id = s.new_text AND n.outcome <> 'R'))";

    private final JdbcTemplate jdbc;

    SupersessionLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file set that holds published dispatches.
     *
     * @param runNo the run that staged it
     * @param split the split that it came from
     * @param part its number in the split
     */
    record PartKey(long runNo, int split, int part) {}

    /**
     * A published dispatch of a file.
     *
     * @param text identity of its text
     * @param part the file set that holds its row
     * @param isLatest whether the file held it when it was read last
     */
    record Delivered(String text, PartKey part, boolean isLatest) {}

    /**
     * How the row of a text that comes instead of another begins.
     *
     * @param version its version
     * @param isReused whether it carries the warning that its name was used before for another
     */
    record Succession(int version, boolean isReused) {}

    /** Hands over the published dispatches that a file delivered, in the order of its deliveries. */
    void eachDelivered(long fileId, Consumer<Delivered> taker) {
        long last = lastRead(fileId);
        jdbc.query(
                "SELECT a.text_id, a.run_no, a.split, a.part, a.run_no = ? OR EXISTS (SELECT 1 FROM delivery d"
                        + " WHERE d.text_id = a.text_id AND d.file_id = a.file_id AND d.run_no = ?)"
                        + " FROM delivery a WHERE a.file_id = ? AND a.outcome = 'A' ORDER BY a.run_no, a.ord",
                row -> {
                    taker.accept(new Delivered(
                            HexFormat.of().formatHex(row.getBytes(1)),
                            new PartKey(row.getLong(2), row.getInt(3), row.getInt(4)),
                            row.getBoolean(5)));
                },
                last,
                last,
                fileId);
    }

    /** Hands over the identities of all texts that a file held when it was read last. */
    void eachLatest(long fileId, Consumer<String> taker) {
        jdbc.query(
                "SELECT DISTINCT text_id FROM delivery WHERE file_id = ? AND run_no = ? AND text_id IS NOT NULL",
                row -> {
                    taker.accept(HexFormat.of().formatHex(row.getBytes(1)));
                },
                fileId,
                lastRead(fileId));
    }

    private long lastRead(long fileId) {
        Long last = jdbc.queryForObject("SELECT MAX(run_no) FROM delivery WHERE file_id = ?", Long.class, fileId);
        return last == null ? 0 : last;
    }

    /** {@return the name of a file set's files, without the ending} */
    Optional<String> partName(PartKey part) {
        return jdbc
                .queryForList(
                        "SELECT name FROM part WHERE run_no = ? AND split = ? AND part = ?",
                        String.class,
                        part.runNo(),
                        part.split(),
                        part.part())
                .stream()
                .findFirst();
    }

    /** Notes what a file of a run supersedes. */
    void add(long runNo, long fileId, Collection<Supersession> superseded) {
        jdbc.batchUpdate("INSERT INTO supersession VALUES (?, ?, ?, ?, ?, ?)", superseded, 1000, (row, each) -> {
            row.setLong(1, runNo);
            row.setLong(2, fileId);
            row.setBytes(3, HexFormat.of().parseHex(each.oldText()));
            row.setBytes(4, each.newText().map(HexFormat.of()::parseHex).orElse(null));
            row.setInt(5, each.version());
            row.setBoolean(6, each.isReused());
        });
    }

    /**
     * Keeps what a file of another source delivered, too: it can't be read now, and holds it still.
     *
     * @return the files whose names are used again thereby
     */
    Set<Long> keepWhatOtherSourcesHold(long runNo, String source) {
        String held = " FROM supersession s WHERE s.run_no = ? AND s.old_text IS DISTINCT FROM s.new_text AND EXISTS"
                + " (SELECT 1 FROM delivery e JOIN input_file i ON i.file_id = e.file_id WHERE e.text_id = s.old_text"
                + " AND e.outcome IN ('D', 'L') AND i.source <> ?)";
        Set<Long> files =
                new HashSet<>(jdbc.queryForList("SELECT DISTINCT s.file_id" + held, Long.class, runNo, source));
        jdbc.update("DELETE" + held, runNo, source);
        return files;
    }

    /** {@return the files that delivered again what this run supersedes, by name} */
    List<KnownFile> echoes(long runNo) {
        return jdbc
                .query(
                        "SELECT DISTINCT " + Ledger.KNOWN
                                + " FROM supersession s JOIN delivery e ON e.text_id = s.old_text"
                                + " JOIN input_file i ON i.file_id = e.file_id WHERE s.run_no = ?"
                                + " AND s.old_text IS DISTINCT FROM s.new_text AND e.outcome IN ('D', 'L')"
                                + " AND e.file_id <> s.file_id AND i.version > 0",
                        Ledger.KNOWN_FILE,
                        runNo)
                .stream()
                .sorted(Comparator.comparing(KnownFile::uri))
                .toList();
    }

    /** {@return whether any text of a run comes instead of another} */
    boolean hasSuccessions(long runNo) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM supersession WHERE run_no IN (?, ?) AND new_text IS NOT NULL LIMIT 1",
                        Integer.class,
                        runNo,
                        LOST)
                .isEmpty();
    }

    /** {@return those of the texts that come instead of others, by file and text} */
    Map<Long, Map<String, Succession>> successions(Collection<String> textIds, long runNo) {
        byte[][] ids = textIds.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        Map<Long, Map<String, Succession>> found = new HashMap<>();
        jdbc.query(
                "SELECT file_id, new_text, version, reused FROM supersession WHERE run_no IN (?, ?) AND new_text = ANY(?)"
                        + " ORDER BY run_no",
                row -> {
                    found.computeIfAbsent(row.getLong(1), file -> new HashMap<>())
                            .put(
                                    HexFormat.of().formatHex(row.getBytes(2)),
                                    new Succession(row.getInt(3), row.getBoolean(4)));
                },
                LOST,
                runNo,
                ids);
        return found;
    }
}
