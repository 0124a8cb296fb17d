package pullquote.batch;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import pullquote.intake.InputFile;

/**
 * The files of one batch while it is planned, written to the ledger page by page, so that a plan of a million files
 * takes no more memory than one of a thousand.
 */
final class Manifest {
    private static final int PAGE = 1000;
    /** What opening and closing a file costs, in bytes that could be read meanwhile. */
    private static final long PER_FILE = 512;

    private static final long SMALLEST_SPLIT = 8 << 20;

    private final JdbcTemplate jdbc;
    private final RunNumber run;
    private final String source;
    private final List<Entry> page = new ArrayList<>();
    private int position;
    private long nextFileId;
    private long weight;

    private record Entry(int position, long fileId, boolean isNew, InputFile file, int version, int rowVersion) {}

    /** Begins a run's manifest; whatever an earlier attempt at planning this run left is replaced. */
    Manifest(JdbcTemplate jdbc, RunNumber run, String source) {
        this.jdbc = jdbc;
        this.run = run;
        this.source = source;
        // what the last batch has left, published or given up; emptying a table takes no time, deleting its rows does
        jdbc.execute("DROP INDEX IF EXISTS delivery_new_text");
        jdbc.execute("TRUNCATE TABLE delivery_new");
        jdbc.update("DELETE FROM manifest WHERE run_no = ?", run.no());
        jdbc.update("DELETE FROM supersession WHERE run_no = ?", run.no());
        jdbc.update("DELETE FROM run WHERE run_no = ?", run.no());
        Long last = jdbc.queryForObject("SELECT MAX(file_id) FROM input_file", Long.class);
        this.nextFileId = last == null ? 1 : last + 1;
    }

    /** Adds a file that the ledger has a number for. */
    void add(long fileId, InputFile file, int version) {
        add(fileId, file, version, 1);
    }

    /**
     * Adds a file that the ledger has a number for.
     *
     * @param rowVersion the version of its new dispatches
     */
    void add(long fileId, InputFile file, int version, int rowVersion) {
        put(new Entry(position++, fileId, false, file, version, rowVersion));
    }

    /** Adds a file that the ledger has never seen. */
    void addNew(InputFile file) {
        put(new Entry(position++, nextFileId++, true, file, 1, 1));
    }

    private void put(Entry entry) {
        weight += weight(entry.file());
        page.add(entry);
        if (page.size() == PAGE) {
            flush();
        }
    }

    int size() {
        return position;
    }

    /** Notes that the name of a file stood for other dispatches before, which stay. */
    void markReused(long fileId) {
        flush();
        jdbc.update("UPDATE manifest SET reused = TRUE WHERE run_no = ? AND file_id = ?", run.no(), fileId);
    }

    private void flush() {
        List<Entry> fresh = page.stream().filter(Entry::isNew).toList();
        jdbc.batchUpdate(
                "INSERT INTO input_file (file_id, source, uri, version) VALUES (?, ?, ?, 0)", fresh, PAGE, (row, e) -> {
                    row.setLong(1, e.fileId());
                    row.setString(2, source);
                    row.setString(3, e.file().uri());
                });
        jdbc.batchUpdate("INSERT INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, FALSE)", page, PAGE, (row, e) -> {
            row.setLong(1, run.no());
            row.setInt(2, e.position());
            row.setLong(3, e.fileId());
            row.setString(4, e.file().uri());
            row.setLong(5, e.file().size());
            row.setLong(6, e.file().modified());
            row.setInt(7, e.version());
            row.setInt(8, e.rowVersion());
        });
        page.clear();
    }

    /**
     * Freezes the batch: cuts it into splits of about equal bytes and notes the run.
     *
     * @param inputRoot the folder that the files are relative to
     * @param jobSha256 digest of the settings
     * @param deferred how many files were found changing
     * @param threads how many workers there will be
     * @param splitBytes most bytes of a split, unless one file has more
     */
    void freeze(Path inputRoot, String jobSha256, long deferred, int threads, long splitBytes) {
        flush();
        // few splits, as each makes a file of every table; workers without one help
        cut(new SplitCuts(weight, splitBytes, Math.min(threads, weight / SMALLEST_SPLIT)));
        jdbc.update(
                "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, FALSE, ?)",
                run.no(),
                run.id(),
                inputRoot.toString(),
                OffsetDateTime.ofInstant(run.startedAt(), ZoneOffset.UTC),
                jobSha256,
                deferred,
                source);
    }

    private void cut(SplitCuts cuts) {
        int split = 1;
        int first = 0;
        int next = 0;
        while (next < position) {
            List<Long> weights = jdbc.query(
                    "SELECT size, uri FROM manifest WHERE run_no = ? AND position >= ? ORDER BY position LIMIT " + PAGE,
                    (row, n) -> weight(row.getString(2), row.getLong(1)),
                    run.no(),
                    next);
            for (long each : weights) {
                if (cuts.before(each)) {
                    assign(split++, first, next);
                    first = next;
                }
                next++;
            }
        }
        assign(split, first, position);
    }

    private void assign(int split, int from, int to) {
        jdbc.update(
                "UPDATE manifest SET split = ? WHERE run_no = ? AND position >= ? AND position < ?",
                split,
                run.no(),
                from,
                to);
    }

    private static long weight(InputFile file) {
        return weight(file.uri(), file.size());
    }

    /** Compressed text unpacks to about four times its size. */
    private static long weight(String uri, long size) {
        return PER_FILE + (uri.endsWith(".gz") ? 4 * size : size);
    }
}
