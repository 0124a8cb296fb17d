package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.batch.FileLedger.Held;
import pullquote.batch.PublishedLedger.Part;
import pullquote.batch.StagingArea.Rewritten;
import pullquote.storage.Draft;
import pullquote.storage.Fingerprint;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;
import pullquote.table.RunRow;
import pullquote.table.Table;

/**
 * Turns what the splits staged into the next snapshot.
 *
 * <p>{@link #build} verifies every staged file, drops second copies of a text and rows of superseded files, and links all
 * that stays as it was; {@link #finish} switches {@code current} and brings the ledger up to date. Each can be run again
 * after a crash and comes to the same end.
 */
final class Publisher {
    private final JobSettings settings;
    private final Ledger ledger;
    private final PublishedLedger published;
    private final FileLedger files;

    Publisher(JobSettings settings, Ledger ledger) {
        this.settings = settings;
        this.ledger = ledger;
        this.published = new PublishedLedger(ledger.jdbc());
        this.files = new FileLedger(ledger.jdbc());
    }

    /**
     * Builds the run's snapshot beside the current one.
     *
     * @param run the run
     * @param counted what its splits counted
     * @return the run's counts
     * @throws IOException when a file can't be read or written
     */
    RunCounts build(RunNumber run, SplitCounts counted) throws IOException {
        long planned = ledger.fileCount(run.no());
        long filesRead = published.filesRead(run.no());
        long vanished = counted.get("vanished");
        long deferred = planned - filesRead - vanished + ledger.deferredAtPlan(run.no());
        if (filesRead == 0) {
            return RunCounts.nothing(deferred, vanished);
        }
        published.dropSecondCopies(run.no());
        published.checkCounts(counted);
        StagingArea staging = new StagingArea(settings, run);
        SnapshotStore store = new SnapshotStore(settings.output());
        Optional<Snapshot> current = store.current();
        List<Part> staged = published.stagedParts(run.no());
        staging.verify(staged, files::staged);
        staging.clearRewritten();
        Map<Part, Rewritten> rewrites = new HashMap<>();
        long lostQuotations = 0;
        Map<List<Integer>, Set<String>> copies = published.secondCopies();
        for (Part part : staged) {
            Set<String> second = copies.getOrDefault(List.of(part.split(), part.part()), Set.of());
            if (!second.isEmpty() || !staging.isCurrent(part)) {
                Rewritten rewritten = staging.rewrite(part, table -> staging.stagedFile(part, table), second, Set.of());
                rewrites.put(part, rewritten);
                lostQuotations += part.rows(Table.QUOTATIONS) - rewritten.rows(Table.QUOTATIONS);
            }
        }
        for (Part part : published.supersededParts(run.no())) {
            Snapshot from = current.orElseThrow(
                    () -> new IOException("Expected a current snapshot in " + settings.output() + " but found none"));
            rewrites.put(
                    part,
                    staging.rewrite(
                            part,
                            table -> from.directory().resolve(table.tableName()).resolve(part.name() + ".parquet"),
                            published.supersededTexts(part, run.no()),
                            published.supersededFiles(part, run.no())));
        }
        RunCounts counts = new RunCounts(
                true,
                filesRead,
                published.count("A"),
                published.count("D") + published.count("L"),
                counted.rejects(),
                deferred,
                vanished,
                counted.rows(Table.QUOTATIONS) - lostQuotations,
                published.superseded(run.no()),
                published.nameReused(run.no()));
        if (counts.superseded() + counts.nameReused() > 0) {
            RunLog.info(
                    "{} dispatches are superseded by newer versions; {} came under a name used before for another,"
                            + " which stays (warning name-reused)",
                    counts.superseded(),
                    counts.nameReused());
        }
        publish(store, current, run, staging, staged, rewrites, counts);
        return counts;
    }

    private void publish(
            SnapshotStore store,
            Optional<Snapshot> current,
            RunNumber run,
            StagingArea staging,
            List<Part> staged,
            Map<Part, Rewritten> rewrites,
            RunCounts counts)
            throws IOException {
        OlderFiles older = new OlderFiles(published, files, staging, ledger, settings.source());
        Map<Part, Rewritten> all = new HashMap<>(rewrites);
        List<Held> kept = older.upgrade(current, all);
        published.recordRewrites(run.no(), all);
        assemble(store, current, run, staging, staged, all, kept, counts);
    }

    private void assemble(
            SnapshotStore store,
            Optional<Snapshot> current,
            RunNumber run,
            StagingArea staging,
            List<Part> staged,
            Map<Part, Rewritten> rewrites,
            List<Held> kept,
            RunCounts counts)
            throws IOException {
        Draft draft = store.draft(
                run.id(), Stream.of(Table.values()).map(Table::tableName).collect(Collectors.toSet()));
        List<Held> held = new ArrayList<>();
        if (current.isPresent()) {
            for (Held file : kept) {
                draft.add(file.table().tableName(), OutputCheck.pathOf(current.get(), file));
                held.add(file);
            }
        }
        for (Path runs : staging.upgradedRuns()) {
            add(draft, held, Table.RUNS, runs);
        }
        for (Table table : Table.values()) {
            for (Part part : staged) {
                if (!rewrites.containsKey(part) && part.rows(table) > 0) {
                    add(draft, held, table, staging.stagedFile(part, table));
                }
            }
            for (Rewritten rewritten : rewrites.values()) {
                if (rewritten.rows(table) > 0) {
                    add(draft, held, table, staging.rewrittenFile(rewritten, table));
                }
            }
            if (table == Table.RUNS) {
                add(draft, held, table, staging.writeRun(runRow(run, counts)));
            }
            if (held.stream().noneMatch(file -> file.table() == table)) {
                add(draft, held, table, staging.writeEmpty(table));
            }
        }
        files.draft(held);
        draft.seal();
    }

    private static void add(Draft draft, List<Held> held, Table table, Path file) throws IOException {
        draft.add(table.tableName(), file);
        held.add(new Held(table, file.getFileName().toString(), Fingerprint.of(file), Table.SCHEMA_VERSION));
    }

    /** Publishes the current snapshot anew with the files that the ledger knows, and no others. */
    void rebuild(RunNumber run) {
        try {
            assembleKnown(run);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private void assembleKnown(RunNumber run) throws IOException {
        SnapshotStore store = new SnapshotStore(settings.output());
        StagingArea staging = new StagingArea(settings, run);
        staging.clearRewritten();
        RunCounts counts = new RunCounts(true, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0);
        publish(store, store.current(), run, staging, List.of(), Map.of(), counts);
    }

    /** Switches {@code current} to the run's snapshot and makes known what it holds. */
    void finish(RunNumber run) {
        // last, as it can't be taken back: when the ledger can't follow, readers stay where they were
        published.finish(run.no());
        try {
            new SnapshotStore(settings.output()).switchTo(run.id());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private RunRow runRow(RunNumber run, RunCounts counts) {
        return new RunRow(
                run.id(),
                run.startedAt().truncatedTo(ChronoUnit.MICROS),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                settings.productVersion(),
                Table.SCHEMA_VERSION,
                ledger.jobSha256(run.no()),
                counts.files(),
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejects(),
                counts.deferred(),
                counts.quotations(),
                run.id(),
                counts.superseded(),
                counts.nameReused(),
                ledger.source(run.no()));
    }
}
