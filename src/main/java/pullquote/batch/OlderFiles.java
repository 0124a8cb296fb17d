package pullquote.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pullquote.batch.FileLedger.Held;
import pullquote.batch.PublishedLedger.Part;
import pullquote.batch.StagingArea.Rewritten;
import pullquote.storage.Snapshot;
import pullquote.storage.TableFiles;
import pullquote.table.RunRow;
import pullquote.table.Table;

/**
 * Published files from before a table gained a column. A reader of all of a table's files wants the same columns in each:
 * the next snapshot holds such files written again, row by row, with null or the column's declared value.
 */
final class OlderFiles {
    private static final String SUFFIX = ".parquet";

    private final PublishedLedger published;
    private final FileLedger files;
    private final StagingArea staging;
    private final Ledger ledger;
    private final String source;

    /**
     * @param source the source of runs that the ledger does not know
     */
    OlderFiles(PublishedLedger published, FileLedger files, StagingArea staging, Ledger ledger, String source) {
        this.published = published;
        this.files = files;
        this.staging = staging;
        this.ledger = ledger;
        this.source = source;
    }

    /**
     * Writes again what lacks columns.
     *
     * @param rewrites file sets that are written again anyway; those that lack columns join them
     * @return the files that the next snapshot takes over as they are
     */
    List<Held> upgrade(Optional<Snapshot> current, Map<Part, Rewritten> rewrites) throws IOException {
        if (current.isEmpty()) {
            return List.of();
        }
        Set<String> replaced = new HashSet<>();
        rewrites.keySet().forEach(part -> replaced.add(part.name() + SUFFIX));
        List<Held> whole = new ArrayList<>();
        for (Held file : files.snapshot()) {
            if (file.name().startsWith(StagingArea.EMPTY) || replaced.contains(file.name())) {
                continue;
            }
            Path path = OutputCheck.pathOf(current.get(), file);
            if (file.schemaVersion() >= Table.SCHEMA_VERSION) {
                whole.add(file);
            } else if (TableFiles.isCurrent(path, Schemas.of(file.table()))) {
                whole.add(file.current());
            } else if (file.table() == Table.RUNS) {
                staging.upgradeRuns(path, this::withSource);
            } else {
                Part part = part(file);
                replaced.add(file.name());
                rewrites.put(part, rewrite(current.get(), part));
            }
        }
        // of a file set, all files bear its name
        whole.removeIf(file -> replaced.contains(file.name()));
        return whole;
    }

    private Part part(Held file) throws IOException {
        return published
                .part(file.name().substring(0, file.name().length() - SUFFIX.length()))
                .orElseThrow(() -> new IOException("Expected the file set of " + file.name() + " but found none"));
    }

    private Rewritten rewrite(Snapshot current, Part part) throws IOException {
        return staging.rewrite(
                part,
                table -> current.directory().resolve(table.tableName()).resolve(part.name() + SUFFIX),
                Set.of(),
                Set.of());
    }

    private RunRow withSource(RunRow row) {
        return row.source().isEmpty()
                ? new RunRow(
                        row.runId(),
                        row.startedAt(),
                        row.finishedAt(),
                        row.productVersion(),
                        row.schemaVersion(),
                        row.jobSha256(),
                        row.filesRead(),
                        row.recordsRead(),
                        row.accepted(),
                        row.duplicates(),
                        row.rejected(),
                        row.deferred(),
                        row.quotations(),
                        row.snapshotId(),
                        row.superseded(),
                        row.nameReused(),
                        ledger.sourceOf(row.runId()).orElse(source))
                : row;
    }
}
