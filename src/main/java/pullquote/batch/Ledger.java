package pullquote.batch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import pullquote.intake.InputFile;

/**
 * What has been planned, read and published, in the job repository's database.
 *
 * <p>Rows of a run count as known once the run is published; all that a killed run left is passed over or replaced.
 */
final class Ledger {
    /** Stands for the length of a file that is known from the published tables alone. */
    static final long REBUILT = -1;

    static final String KNOWN = "i.file_id, i.uri, i.size, i.modified, i.sha256, i.version, i.source";
    static final RowMapper<KnownFile> KNOWN_FILE = (row, n) -> new KnownFile(
            row.getLong(1),
            row.getString(2),
            row.getLong(3),
            row.getLong(4),
            String.valueOf(row.getString(5)),
            row.getInt(6),
            String.valueOf(row.getString(7)));

    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that has been read before.
     *
     * @param fileId its number
     * @param uri its name in the tables
     * @param size its length when it was read
     * @param modified its time of change then, in milliseconds
     * @param sha256 its digest then
     * @param version how many deliveries there were under this name; 0 when it was planned but never published
     * @param source the source that it belongs to
     */
    record KnownFile(long fileId, String uri, long size, long modified, String sha256, int version, String source) {
        /** {@return whether it is known from the published tables alone, where lengths and times do not stand} */
        boolean isRebuilt() {
            return size == REBUILT;
        }
    }

    long nextRunNo() {
        Long next = jdbc.queryForObject("SELECT NEXT VALUE FOR run_seq", Long.class);
        return next == null ? 1 : next;
    }

    /** {@return the folder that a run's files are relative to} */
    Path inputRoot(long runNo) {
        return Path.of(jdbc.queryForList("SELECT input_root FROM run WHERE run_no = ?", String.class, runNo)
                .get(0));
    }

    /** {@return the source that a run's files belong to} */
    String source(long runNo) {
        return jdbc.queryForList("SELECT source FROM run WHERE run_no = ?", String.class, runNo)
                .get(0);
    }

    /** {@return whether the files of a source were last looked for in another folder} */
    boolean isElsewhere(String source, Path input) {
        return jdbc
                .queryForList(
                        "SELECT input_root FROM run WHERE source = ? ORDER BY run_no DESC LIMIT 1",
                        String.class,
                        source)
                .stream()
                .anyMatch(root -> !root.equals(input.toString()));
    }

    /** {@return the source of a run by its id, if the run is known} */
    Optional<String> sourceOf(String runId) {
        return jdbc.queryForList("SELECT source FROM run WHERE run_id = ?", String.class, runId).stream()
                .findFirst();
    }

    /** {@return how many files were found changing when the run was planned} */
    long deferredAtPlan(long runNo) {
        return jdbc.queryForList("SELECT deferred FROM run WHERE run_no = ?", Long.class, runNo).stream()
                .findFirst()
                .orElse(0L);
    }

    /** {@return whether files of a source have been published} */
    boolean hasRead(String source) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM input_file WHERE source = ? AND version > 0 LIMIT 1", Integer.class, source)
                .isEmpty();
    }

    boolean isPublished(long runNo) {
        return jdbc.queryForList("SELECT published FROM run WHERE run_no = ?", Boolean.class, runNo)
                .contains(true);
    }

    /** {@return the digest of the settings that a run was planned with} */
    String jobSha256(long runNo) {
        return jdbc.queryForList("SELECT job_sha256 FROM run WHERE run_no = ?", String.class, runNo)
                .get(0);
    }

    Optional<KnownFile> known(String source, String uri) {
        return jdbc
                .query(
                        "SELECT " + KNOWN + " FROM input_file i WHERE i.source = ? AND i.uri = ?",
                        KNOWN_FILE,
                        source,
                        uri)
                .stream()
                .findFirst();
    }

    /** Notes that a file's time of change moved while its bytes did not. */
    void touched(long fileId, InputFile file) {
        jdbc.update(
                "UPDATE input_file SET size = ?, modified = ? WHERE file_id = ?", file.size(), file.modified(), fileId);
    }

    int splitCount(long runNo) {
        Integer last = jdbc.queryForObject("SELECT MAX(split) FROM manifest WHERE run_no = ?", Integer.class, runNo);
        return last == null ? 0 : last;
    }

    long fileCount(long runNo) {
        Long n = jdbc.queryForObject("SELECT COUNT(*) FROM manifest WHERE run_no = ?", Long.class, runNo);
        return n == null ? 0 : n;
    }

    long byteCount(long runNo) {
        Long n = jdbc.queryForObject("SELECT SUM(size) FROM manifest WHERE run_no = ?", Long.class, runNo);
        return n == null ? 0 : n;
    }

    long byteCount(long runNo, int split) {
        Long n = jdbc.queryForObject(
                "SELECT SUM(size) FROM manifest WHERE run_no = ? AND split = ?", Long.class, runNo, split);
        return n == null ? 0 : n;
    }

    /** {@return up to a thousand files of a split, from a position on} */
    List<PlannedFile> files(long runNo, int split, int fromPosition) {
        Path root = inputRoot(runNo);
        return jdbc.query(
                "SELECT position, file_id, uri, size, modified, version, split, row_version, reused FROM manifest"
                        + " WHERE run_no = ? AND split = ? AND position >= ? ORDER BY position LIMIT 1000",
                planned(root),
                runNo,
                split,
                fromPosition);
    }

    private static RowMapper<PlannedFile> planned(Path root) {
        return (row, n) -> new PlannedFile(
                row.getInt(1),
                row.getLong(2),
                new InputFile(
                        row.getString(3), InputFile.resolve(root, row.getString(3)), row.getLong(4), row.getLong(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getBoolean(9));
    }

    /** {@return whether some files are known from the published tables alone} */
    boolean isRebuilt() {
        return !jdbc.queryForList("SELECT 1 FROM input_file WHERE size = ? LIMIT 1", Integer.class, REBUILT)
                .isEmpty();
    }

    /** Forgets what an earlier attempt at a split left. */
    void clearSplit(long runNo, int split) {
        jdbc.update("DELETE FROM delivery_new WHERE split = ?", split);
        jdbc.update("DELETE FROM file_read WHERE run_no = ? AND split = ?", runNo, split);
        jdbc.update("DELETE FROM part WHERE run_no = ? AND split = ?", runNo, split);
        jdbc.update("DELETE FROM staged_file WHERE run_no = ? AND split = ?", runNo, split);
    }

    /** {@return those of the texts that have been published and that this run supersedes by no other} */
    Set<String> publishedTexts(Collection<String> textIds, long runNo) {
        if (textIds.isEmpty()) {
            return Set.of();
        }
        byte[][] ids = textIds.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        return Set.copyOf(jdbc.query(
                "SELECT DISTINCT d.text_id FROM delivery d WHERE d.text_id = ANY(?) AND d.outcome = 'A' AND NOT EXISTS"
                        + " (SELECT 1 FROM supersession s WHERE s.run_no = ? AND s.old_text = d.text_id)",
                (row, n) -> HexFormat.of().formatHex(row.getBytes(1)),
                ids,
                runNo));
    }

    void record(long runNo, int part, List<Result> results) {
        List<Result> read =
                results.stream().filter(r -> r.source().incoming().isPresent()).toList();
        jdbc.batchUpdate("INSERT INTO delivery_new VALUES (?, ?, ?, ?, ?, ?)", read, 1000, (row, r) -> {
            row.setInt(1, r.source().file().split());
            row.setInt(2, part);
            row.setLong(3, r.source().ordinal());
            row.setLong(4, r.source().file().fileId());
            row.setString(5, r.outcome().code());
            row.setBytes(6, r.textId().map(HexFormat.of()::parseHex).orElse(null));
        });
        List<Result> ends =
                read.stream().filter(r -> r.source().sha256().isPresent()).toList();
        jdbc.batchUpdate("INSERT INTO file_read VALUES (?, ?, ?, ?)", ends, 1000, (row, r) -> {
            row.setLong(1, runNo);
            row.setLong(2, r.source().file().fileId());
            row.setInt(3, r.source().file().split());
            row.setString(4, r.source().sha256().orElseThrow());
        });
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Forgets all that a run read which will never be published. */
    void giveUp(long runNo) {
        if (!isPublished(runNo)) {
            for (String table : List.of(
                    "delivery", "part", "file_read", "manifest", "supersession", "rewrite", "staged_file", "run")) {
                jdbc.update("DELETE FROM " + table + " WHERE run_no = ?", runNo);
            }
        }
    }

    /** {@return the id of the run that was published last} */
    Optional<String> lastPublished() {
        return jdbc
                .queryForList("SELECT run_id FROM run WHERE published ORDER BY run_no DESC LIMIT 1", String.class)
                .stream()
                .findFirst();
    }

    /** {@return whether a run was planned but is not known as published} */
    boolean isUnpublished(String runId) {
        return !jdbc.queryForList("SELECT 1 FROM run WHERE run_id = ? AND NOT published", Integer.class, runId)
                .isEmpty();
    }

    /** Drops what only a rerun of an old batch would want. */
    void forgetManifest(long runNo) {
        jdbc.update("DELETE FROM manifest WHERE run_no = ?", runNo);
        jdbc.update("DELETE FROM file_read WHERE run_no = ?", runNo);
        jdbc.update("DELETE FROM supersession WHERE run_no = ?", runNo);
        jdbc.update("DELETE FROM rewrite WHERE run_no = ?", runNo);
    }

    /** Notes a staged file set. */
    void addPart(long runNo, int split, int part, StagingArea.Staged staged, Map<String, Long> rows) {
        jdbc.update(
                "INSERT INTO part VALUES (?, ?, ?, ?, ?)",
                runNo,
                split,
                part,
                staged.name(),
                PublishedLedger.text(rows));
        new FileLedger(jdbc).stage(runNo, split, part, staged.files());
    }
}
