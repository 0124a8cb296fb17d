package pullquote.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.dispatch.Edition;
import pullquote.dispatch.TextSketch;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;
import pullquote.storage.TableReader;
import pullquote.storage.TableSchema;
import pullquote.table.Table;

/** Reads published dispatches as they are compared with newer ones, each file set once. */
final class EarlierDispatches {
    /** Shingles that are kept of all dispatches together, which is as many bytes times four; later ones get no sketch. */
    private static final long MOST_SHINGLES = 8_000_000;

    private static final TableSchema<Row> COLUMNS = TableSchema.of(Table.DISPATCHES.tableName(), Row.class);

    private final Path output;
    private final Ledger runs;
    private final SupersessionLedger ledger;
    private final Map<String, Earlier> found = new HashMap<>();
    private long shingles;

    EarlierDispatches(Path output, Ledger runs) {
        this.output = output;
        this.runs = runs;
        this.ledger = new SupersessionLedger(runs.jdbc());
    }

    /** The columns of a dispatch that are compared. */
    record Row(
            String dispatchId,
            @Nullable String guid,
            int version,
            @Nullable LocalDate datelineDate,
            @Nullable LocalDate publishedDate,
            String body,
            List<String> warnings) {}

    /**
     * A published dispatch.
     *
     * @param edition what is compared of it
     * @param version its version
     * @param isReused whether it carries the warning that its name was used before for another
     */
    record Earlier(Edition edition, int version, boolean isReused) {}

    /**
     * Reads dispatches.
     *
     * @param texts their texts' identities, by file set
     */
    void read(Map<SupersessionLedger.PartKey, Set<String>> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        Snapshot published = published();
        for (Map.Entry<SupersessionLedger.PartKey, Set<String>> part : texts.entrySet()) {
            String name = ledger.partName(part.getKey())
                    .orElseThrow(
                            () -> new IOException("Expected a name of file set " + part.getKey() + " but found none"));
            Path file =
                    published.directory().resolve(Table.DISPATCHES.tableName()).resolve(name + ".parquet");
            read(file, part.getValue());
        }
    }

    /** The snapshot that the ledger knows, whatever is published meanwhile. */
    private Snapshot published() throws IOException {
        String id = runs.lastPublished().orElse("");
        return new SnapshotStore(output)
                .list().stream()
                        .filter(snapshot -> snapshot.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                new IOException("Expected snapshot \"" + id + "\" in " + output + " but found none"));
    }

    private void read(Path file, Set<String> texts) throws IOException {
        try (TableReader<Row> rows = TableReader.select(file, COLUMNS)) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (texts.contains(row.dispatchId())) {
                    found.put(row.dispatchId(), earlier(row));
                }
            }
        }
    }

    private Earlier earlier(Row row) {
        Edition edition = Edition.of(
                Optional.ofNullable(row.guid()),
                Optional.ofNullable(row.publishedDate()),
                Optional.ofNullable(row.datelineDate()),
                false,
                row.body(),
                shingles < MOST_SHINGLES);
        shingles += edition.text().map(TextSketch::size).orElse(0);
        return new Earlier(edition, row.version(), row.warnings().contains(DispatchProcessor.NAME_REUSED));
    }

    /** {@return a dispatch that was read} */
    Earlier get(String text) {
        Earlier earlier = found.get(text);
        if (earlier == null) {
            throw new IllegalStateException(
                    "Expected dispatch " + text + " in the file set that the ledger names but found none");
        }
        return earlier;
    }
}
