package pullquote.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptException;
import pullquote.batch.FileLedger.Held;
import pullquote.storage.Fingerprint;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;
import pullquote.storage.TableFile;
import pullquote.storage.TableFiles;
import pullquote.storage.TableReader;
import pullquote.storage.TableSchema;
import pullquote.table.RunRow;
import pullquote.table.Table;

/**
 * Makes the job repository anew from the published tables.
 *
 * <p>Every file of the newest snapshot is read to its end. What is whole is known again; a file set of which a file is
 * damaged or missing is left out, so that its dispatches are read anew. What the tables do not hold is found out by the
 * next run: files of which only duplicates came, and the digests of files with many records, are read again.
 */
final class StateRebuild {
    private static final Pattern SET = Pattern.compile("([0-9]{8}T[0-9]{6}Z-([0-9]+))-([0-9]+)-([0-9]+)(-r[0-9]+)?");
    private static final Pattern RUN = Pattern.compile("[0-9]{8}T[0-9]{6}Z-([0-9]+)");

    private final JobSettings settings;
    private final SnapshotStore store;
    private final List<Held> whole = new ArrayList<>();
    private long lost;
    private boolean isLinkBroken;

    StateRebuild(JobSettings settings) {
        this.settings = settings;
        this.store = new SnapshotStore(settings.output());
    }

    /**
     * A file of a file set that was read to its end.
     *
     * @param path where it lies
     * @param file what was found in it
     */
    private record Found(Path path, TableFile file) {}

    /** Replaces the state; whoever calls holds the output's lock. */
    void run() {
        try {
            Optional<Snapshot> base = base();
            JobDatabase.create(settings.state(), database -> fill(database, base));
            if (base.isPresent()) {
                if (isLinkBroken) {
                    store.mendLink(base.get());
                }
                RunLog.info(
                        "made the job repository anew from {}: {} files are whole, {} are lost and will be replaced",
                        base.get().directory(),
                        whole.size(),
                        lost);
            } else {
                RunLog.info("made the job repository anew; nothing is published in {}", settings.output());
            }
        } catch (IOException | SQLException | ScriptException failed) {
            throw Failures.of("can't rebuild the job repository in " + settings.state(), failed, settings.state());
        }
    }

    /** {@return the snapshot that readers see; where the link is broken, the newest} */
    private Optional<Snapshot> base() throws IOException {
        try {
            Optional<Snapshot> current = store.current();
            if (current.isPresent()) {
                return current;
            }
        } catch (IOException broken) {
            RunLog.info("{}; taking the newest snapshot", Failures.reason(broken));
        }
        isLinkBroken = true;
        List<Snapshot> all = store.list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private void fill(DataSource database, Optional<Snapshot> base) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        RebuiltLedger ledger = new RebuiltLedger(jdbc, settings);
        try {
            long lastRun = 0;
            for (Snapshot snapshot : store.list()) {
                Matcher id = RUN.matcher(snapshot.id());
                lastRun = Math.max(lastRun, id.matches() ? Long.parseLong(id.group(1)) : 0);
            }
            ledger.beginRunsAfter(lastRun);
            if (base.isPresent()) {
                runs(base.get(), ledger);
                for (Map.Entry<String, Map<Table, Path>> set : sets(base.get()).entrySet()) {
                    set(set.getKey(), set.getValue(), ledger);
                }
                ledger.end();
                new FileLedger(jdbc).found(whole);
            }
        } catch (IOException unreadable) {
            throw Failures.of("can't read " + settings.output(), unreadable);
        }
    }

    private void runs(Snapshot base, RebuiltLedger ledger) throws IOException {
        TableSchema<RunRow> schema = Schemas.of(Table.RUNS);
        for (Path path : base.files(Table.RUNS.tableName())) {
            Optional<TableFile> file = check(path, Table.RUNS);
            if (file.isEmpty()) {
                continue;
            }
            hold(Table.RUNS, file.get());
            try (TableReader<RunRow> rows = TableReader.open(path, schema)) {
                while (rows.hasNext()) {
                    RunRow row = rows.next();
                    Matcher id = RUN.matcher(row.runId());
                    if (id.matches()) {
                        ledger.run(Long.parseLong(id.group(1)), row);
                    }
                }
            }
        }
        // where its own row is lost, the snapshot is of a run all the same
        Matcher own = RUN.matcher(base.id());
        if (own.matches()) {
            ledger.runWithoutRow(Long.parseLong(own.group(1)), base.id());
        }
    }

    private static Map<String, Map<Table, Path>> sets(Snapshot base) throws IOException {
        Map<String, Map<Table, Path>> sets = new TreeMap<>();
        for (Table table : Table.values()) {
            for (Path path : table == Table.RUNS ? List.<Path>of() : base.files(table.tableName())) {
                String name = path.getFileName().toString().replaceFirst("\\.parquet$", "");
                sets.computeIfAbsent(name, n -> new EnumMap<>(Table.class)).put(table, path);
            }
        }
        return sets;
    }

    private void set(String name, Map<Table, Path> files, RebuiltLedger ledger) throws IOException {
        Map<Table, Found> found = new EnumMap<>(Table.class);
        for (Map.Entry<Table, Path> file : files.entrySet()) {
            check(file.getValue(), file.getKey())
                    .ifPresent(checked -> found.put(file.getKey(), new Found(file.getValue(), checked)));
        }
        if (name.startsWith(StagingArea.EMPTY)) {
            found.forEach((table, file) -> hold(table, file.file()));
            return;
        }
        Matcher set = SET.matcher(name);
        Map<String, Long> counts = new TreeMap<>();
        found.forEach((table, file) -> counts.put(table.tableName(), file.file().rows()));
        if (!set.matches() || found.size() < files.size() || !isComplete(found, counts)) {
            lost += files.size();
            RunLog.info("file set {} is damaged or incomplete; its dispatches are read again", name);
            if (found.containsKey(Table.DISPATCHES)) {
                ledger.dispatches(found.get(Table.DISPATCHES).path(), false);
            }
            return;
        }
        found.forEach((table, file) -> hold(table, file.file()));
        long runNo = Long.parseLong(set.group(2));
        ledger.runWithoutRow(runNo, set.group(1));
        ledger.part(runNo, Integer.parseInt(set.group(3)), Integer.parseInt(set.group(4)), name, counts);
        if (found.containsKey(Table.DISPATCHES)) {
            ledger.dispatches(found.get(Table.DISPATCHES).path(), true);
        }
        if (found.containsKey(Table.REJECTS)) {
            ledger.rejects(found.get(Table.REJECTS).path());
        }
    }

    /** Each file of a set tells how many rows all of them have. */
    private static boolean isComplete(Map<Table, Found> found, Map<String, Long> counts) {
        String rows = PublishedLedger.text(StagingArea.withRows(counts));
        return found.values().stream()
                .allMatch(file -> rows.equals(file.file().metadata().get(StagingArea.SET_ROWS)));
    }

    private Optional<TableFile> check(Path path, Table table) {
        try {
            return Optional.of(TableFiles.checkOlder(path, Schemas.of(table)));
        } catch (IOException damaged) {
            lost++;
            RunLog.info("{}", String.valueOf(damaged.getMessage()));
            return Optional.empty();
        }
    }

    private void hold(Table table, TableFile file) {
        Path path = file.path();
        try {
            // whatever it was written as: whether it has the present columns is looked up when it is published again
            whole.add(new Held(table, path.getFileName().toString(), Fingerprint.of(path), 0));
        } catch (IOException unreadable) {
            throw Failures.of("can't read " + path, unreadable);
        }
    }

    /** {@return an identity of a text as the ledger keeps it} */
    static byte[] textId(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
