package pullquote.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import pullquote.storage.TableReader;
import pullquote.storage.TableSchema;
import pullquote.table.DispatchRow;
import pullquote.table.RejectRow;
import pullquote.table.RunRow;
import pullquote.table.Table;

/** Writes into an empty ledger what published tables tell: runs, file sets, deliveries and the files that they came from. */
final class RebuiltLedger {
    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final JobSettings settings;
    private final Map<Name, Origin> files = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private final SupersessionLedger supersessions;
    private final List<Object[]> deliveries = new ArrayList<>();
    private long runNo;
    private int split;
    private int part;

    RebuiltLedger(JdbcTemplate jdbc, JobSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.supersessions = new SupersessionLedger(jdbc);
    }

    /** What a file is known by. */
    private record Name(String source, String uri) {}

    /** A file of the input, as far as its rows tell of it. */
    private static final class Origin {
        final long fileId;
        int version = 1;
        /** Its digest; empty when no row tells that of the whole file. */
        String sha256 = "";

        Origin(long fileId) {
            this.fileId = fileId;
        }
    }

    void beginRunsAfter(long last) {
        jdbc.execute("ALTER SEQUENCE run_seq RESTART WITH " + (last + 1));
    }

    void run(long no, RunRow row) {
        jdbc.update(
                "MERGE INTO run KEY (run_no) VALUES (?, ?, ?, ?, ?, ?, TRUE, ?)",
                no,
                row.runId(),
                settings.input().toString(),
                OffsetDateTime.ofInstant(row.startedAt(), ZoneOffset.UTC),
                row.jobSha256(),
                row.deferred(),
                source(row));
        sources.put(row.runId(), source(row));
    }

    /** Rows of an older version have none. */
    private String source(RunRow row) {
        return row.source().isEmpty() ? settings.source() : row.source();
    }

    /** Notes a run of which there are rows, unless it is known. */
    void runWithoutRow(long no, String id) {
        jdbc.update(
                "INSERT INTO run SELECT ?, ?, ?, CURRENT_TIMESTAMP, '', 0, TRUE, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM run WHERE run_no = ?)",
                no,
                id,
                settings.input().toString(),
                settings.source(),
                no);
    }

    /** Begins a file set: the rows that follow are in it. */
    void part(long no, int ofSplit, int number, String name, Map<String, Long> counts) {
        runNo = no;
        split = ofSplit;
        part = number;
        jdbc.update("INSERT INTO part VALUES (?, ?, ?, ?, ?)", no, ofSplit, number, name, PublishedLedger.text(counts));
    }

    /**
     * Notes dispatches.
     *
     * @param isWhole whether their file set is; else only the version of their file is known, which is read again
     */
    void dispatches(Path file, boolean isWhole) throws IOException {
        TableSchema<DispatchRow> schema = Schemas.of(Table.DISPATCHES);
        try (TableReader<DispatchRow> rows = TableReader.open(file, schema)) {
            while (rows.hasNext()) {
                DispatchRow row = rows.next();
                Origin origin = origin(row.runId(), row.sourceUri());
                origin.version = Math.max(origin.version, row.version());
                if (isWhole) {
                    origin.sha256 = row.sourceUri().indexOf('#') < 0 ? row.sourceSha256() : "";
                    deliver(origin, recordNo(row.sourceUri()), "A", StateRebuild.textId(row.dispatchId()));
                } else {
                    supersessions.add(SupersessionLedger.LOST, origin.fileId, List.of(lost(row)));
                }
            }
        }
    }

    /** A lost dispatch comes back as what it was. */
    private static Supersession lost(DispatchRow row) {
        return new Supersession(
                row.dispatchId(),
                Optional.of(row.dispatchId()),
                row.version(),
                row.warnings().contains(DispatchProcessor.NAME_REUSED));
    }

    void rejects(Path file) throws IOException {
        TableSchema<RejectRow> schema = Schemas.of(Table.REJECTS);
        try (TableReader<RejectRow> rows = TableReader.open(file, schema)) {
            while (rows.hasNext()) {
                RejectRow row = rows.next();
                deliver(origin(row.runId(), row.sourceUri()), row.recordNo(), "R", null);
            }
        }
    }

    private Origin origin(String runId, String sourceUri) {
        Name name = new Name(sources.getOrDefault(runId, settings.source()), StagingArea.fileOf(sourceUri));
        return files.computeIfAbsent(name, n -> new Origin(files.size() + 1L));
    }

    private static long recordNo(String sourceUri) {
        int hash = sourceUri.indexOf('#');
        return hash < 0 ? 0 : Long.parseLong(sourceUri.substring(hash + 1));
    }

    private void deliver(Origin origin, long ord, String outcome, byte @Nullable [] textId) {
        deliveries.add(new Object[] {runNo, split, part, ord, origin.fileId, outcome, textId});
        if (deliveries.size() == PAGE) {
            flush();
        }
    }

    private void flush() {
        jdbc.batchUpdate("INSERT INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?)", deliveries);
        deliveries.clear();
    }

    /** Writes what is gathered. */
    void end() {
        flush();
        List<Map.Entry<Name, Origin>> all = List.copyOf(files.entrySet());
        jdbc.batchUpdate(
                "INSERT INTO input_file (file_id, source, uri, size, modified, sha256, version) VALUES (?, ?, ?, ?, -1, ?, ?)",
                all,
                PAGE,
                (row, entry) -> {
                    row.setLong(1, entry.getValue().fileId);
                    row.setString(2, entry.getKey().source());
                    row.setString(3, entry.getKey().uri());
                    row.setLong(4, Ledger.REBUILT);
                    row.setString(5, entry.getValue().sha256);
                    row.setInt(6, entry.getValue().version);
                });
    }
}
