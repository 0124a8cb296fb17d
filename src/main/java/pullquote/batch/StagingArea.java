package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import pullquote.batch.PublishedLedger.Part;
import pullquote.storage.Fingerprint;
import pullquote.storage.SnapshotStore;
import pullquote.storage.TableFiles;
import pullquote.storage.TableReader;
import pullquote.storage.TableWriter;
import pullquote.storage.UnreadableTableException;
import pullquote.storage.WriteOptions;
import pullquote.table.BylineRow;
import pullquote.table.DispatchRow;
import pullquote.table.PersonRow;
import pullquote.table.PlaceRow;
import pullquote.table.QuotationRow;
import pullquote.table.RejectRow;
import pullquote.table.RunRow;
import pullquote.table.Table;
import pullquote.table.TimexRow;

/** A run's own folder under {@code staging}, where its files wait to be published. */
final class StagingArea {
    /** How the names of files begin that hold no rows. */
    static final String EMPTY = "empty-";

    /** In the footer of a file of a file set: the rows of all its tables. */
    static final String SET_ROWS = "pullquote.set_rows";

    private static final String SUFFIX = ".parquet";

    private final JobSettings settings;
    private final RunNumber run;
    private final Path folder;

    StagingArea(JobSettings settings, RunNumber run) {
        this.settings = settings;
        this.run = run;
        this.folder = settings.output().resolve("staging").resolve(run.id());
    }

    /**
     * A file set after rows were left out.
     *
     * @param name its files' new name, without the ending
     * @param counts rows that are left, by table
     */
    record Rewritten(String name, Map<String, Long> counts) {
        long rows(Table table) {
            return counts.getOrDefault(table.tableName(), 0L);
        }
    }

    /**
     * A file set as it was written.
     *
     * @param name its files' name, without the ending
     * @param files what each looks like
     */
    record Staged(String name, Map<Table, Fingerprint> files) {}

    /** Forgets what an earlier attempt at a split staged. */
    void clearSplit(int split) throws IOException {
        // makes the staging folder, which no one else may enter
        new SnapshotStore(settings.output()).workspace(run.id());
        delete(splitFolder(split));
    }

    void clearRewritten() throws IOException {
        delete(folder.resolve("rewritten"));
    }

    /** Deletes all that is staged: whoever holds the output's lock knows that no other run is at work. */
    void clearAll() throws IOException {
        Path all = settings.output().resolve("staging");
        if (Files.exists(all)) {
            try (Stream<Path> staged = Files.list(all)) {
                for (Path each : staged.toList()) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            PathUtils.delete(path);
        }
    }

    /** {@return where rows of a split may lie until they are written; it goes with the split} */
    Path scratch(int split) {
        return splitFolder(split).resolve("scratch");
    }

    /** Writes what was gathered as a new file set, a file after the other: each needs memory of its own. */
    Staged write(int split, int part, RowBuffer rows) throws IOException {
        String name = String.format(Locale.ROOT, "%s-%04d-%02d", run.id(), split, part);
        Map<String, Long> counts = new TreeMap<>();
        rows.counts().forEach((table, count) -> counts.put(table.tableName(), count));
        Map<Table, Fingerprint> files = new EnumMap<>(Table.class);
        for (Table table : rows.counts().keySet()) {
            Path file = file(splitFolder(split), table, name);
            writeFile(file, table, metadata(counts), out -> rows.each(table, out::write));
            files.put(table, Fingerprint.of(file));
        }
        return new Staged(name, files);
    }

    Path writeRun(RunRow row) throws IOException {
        Path file = file(folder.resolve("rewritten"), Table.RUNS, run.id());
        writeRows(file, Table.RUNS, List.of(row), metadata());
        return file;
    }

    /** Writes a file of runs again, with the columns that it lacks. */
    void upgradeRuns(Path source, UnaryOperator<RunRow> upgrade) throws IOException {
        String name = source.getFileName().toString().replaceFirst("(-s[0-9]+)?\\.parquet$", "");
        Path target = file(upgradedFolder(), Table.RUNS, name + "-s" + Table.SCHEMA_VERSION);
        try (TableReader<RunRow> in = TableReader.open(source, Schemas.<RunRow>of(Table.RUNS))) {
            StagingArea.<RunRow>writeFile(target, Table.RUNS, metadata(), out -> {
                while (in.hasNext()) {
                    out.write(upgrade.apply(in.next()));
                }
            });
        }
    }

    /** {@return the files of runs that were written again} */
    List<Path> upgradedRuns() throws IOException {
        Path runs = upgradedFolder().resolve(Table.RUNS.tableName());
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted().toList();
        }
    }

    private Path upgradedFolder() {
        return folder.resolve("rewritten").resolve("upgraded");
    }

    Path writeEmpty(Table table) throws IOException {
        Path file = file(folder.resolve("rewritten"), table, EMPTY + run.id());
        writeRows(file, table, List.of(), metadata());
        return file;
    }

    Path stagedFile(Part part, Table table) {
        return file(splitFolder(part.split()), table, part.name());
    }

    Path rewrittenFile(Rewritten rewritten, Table table) {
        return file(folder.resolve("rewritten"), table, rewritten.name());
    }

    /** Checks that every staged file is the one that was written, is whole, and holds the rows that were counted. */
    void verify(List<Part> parts, Function<Part, Map<Table, Fingerprint>> written) throws IOException {
        for (Part part : parts) {
            Map<Table, Fingerprint> fingerprints = written.apply(part);
            for (Table table : Table.values()) {
                if (part.rows(table) > 0) {
                    verify(stagedFile(part, table), table, part.rows(table), fingerprints.get(table));
                }
            }
        }
    }

    /** {@return whether a staged file set has today's columns, not those of an older version of the program} */
    boolean isCurrent(Part part) throws IOException {
        for (Table table : Table.values()) {
            if (part.rows(table) > 0 && !TableFiles.isCurrent(stagedFile(part, table), Schemas.of(table))) {
                return false;
            }
        }
        return true;
    }

    private static void verify(Path file, Table table, long rows, @Nullable Fingerprint written) throws IOException {
        long found;
        try {
            if (!Fingerprint.of(file).equals(written)) {
                throw new StagedFileException("Expected the file that was staged but found other bytes in " + file);
            }
            found = TableFiles.checkOlder(file, Schemas.of(table)).rows();
        } catch (UnreadableTableException | NoSuchFileException damaged) {
            throw new StagedFileException(damaged);
        }
        if (found != rows) {
            throw new StagedFileException("Expected " + rows + " rows but found " + found + " in " + file);
        }
    }

    /**
     * Writes a file set anew without the rows of some dispatches and the rejects of some files.
     *
     * @param part the file set
     * @param source tells where its file of a table lies
     * @param texts dispatches to leave out
     * @param files files whose rejects are left out
     */
    Rewritten rewrite(Part part, Function<Table, Path> source, Set<String> texts, Set<String> files)
            throws IOException {
        // one mark of the last rewriting, not of each: a name has an end
        String name = part.name().replaceFirst("-r[0-9]+$", "") + "-r" + run.no();
        Map<String, Long> counts = new TreeMap<>();
        for (Table table : Table.values()) {
            if (part.rows(table) > 0) {
                counts.put(table.tableName(), count(table, source.apply(table), keep(table, texts, files)));
            }
        }
        for (Table table : Table.values()) {
            if (part.rows(table) > 0) {
                Path target = file(folder.resolve("rewritten"), table, name);
                copy(table, source.apply(table), target, keep(table, texts, files), metadata(counts));
            }
        }
        return new Rewritten(name, counts);
    }

    private static Predicate<Record> keep(Table table, Set<String> texts, Set<String> files) {
        return switch (table) {
            case DISPATCHES -> row -> !texts.contains(((DispatchRow) row).dispatchId());
            case QUOTATIONS -> row -> !texts.contains(((QuotationRow) row).dispatchId());
            case PERSONS -> row -> !texts.contains(((PersonRow) row).dispatchId());
            case PLACES -> row -> !texts.contains(((PlaceRow) row).dispatchId());
            case TIMEXES -> row -> !texts.contains(((TimexRow) row).dispatchId());
            case BYLINES -> row -> !texts.contains(((BylineRow) row).dispatchId());
            case REJECTS -> row -> !files.contains(fileOf(((RejectRow) row).sourceUri()));
            case RUNS -> row -> true;
        };
    }

    /** {@return the file that a row came from} */
    static String fileOf(String sourceUri) {
        int hash = sourceUri.lastIndexOf('#');
        return hash < 0 ? sourceUri : sourceUri.substring(0, hash);
    }

    private static <R extends Record> long count(Table table, Path source, Predicate<Record> keep) throws IOException {
        long rows = 0;
        try (TableReader<R> in = TableReader.open(source, Schemas.<R>of(table))) {
            while (in.hasNext()) {
                if (keep.test(in.next())) {
                    rows++;
                }
            }
        }
        return rows;
    }

    private static <R extends Record> void copy(
            Table table, Path source, Path target, Predicate<Record> keep, Map<String, String> metadata)
            throws IOException {
        try (TableReader<R> in = TableReader.open(source, Schemas.<R>of(table))) {
            StagingArea.<R>writeFile(target, table, metadata, out -> {
                while (in.hasNext()) {
                    R row = in.next();
                    if (keep.test(row)) {
                        out.write(row);
                    }
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> void writeRows(
            Path file, Table table, List<? extends Record> rows, Map<String, String> metadata) throws IOException {
        StagingArea.<R>writeFile(file, table, metadata, out -> {
            for (Record row : rows) {
                out.write((R) row);
            }
        });
    }

    /** What goes into a file. */
    private interface Content<R extends Record> {
        void writeTo(TableWriter<R> out) throws IOException;
    }

    /** Writes a file; where its content can't be read to the end there is none, not one that looks whole. */
    private static <R extends Record> void writeFile(
            Path file, Table table, Map<String, String> metadata, Content<R> content) throws IOException {
        TableWriter<R> out = TableWriter.open(file, Schemas.<R>of(table), WriteOptions.standard(), metadata);
        try {
            content.writeTo(out);
        } catch (IOException | RuntimeException failed) {
            try {
                out.discard();
            } catch (IOException left) {
                failed.addSuppressed(left);
            }
            throw failed;
        }
        out.close();
    }

    /** {@return the counts of the tables that have rows} */
    static Map<String, Long> withRows(Map<String, Long> counts) {
        Map<String, Long> some = new TreeMap<>(counts);
        some.values().removeIf(rows -> rows == 0);
        return some;
    }

    private Map<String, String> metadata(Map<String, Long> counts) {
        Map<String, String> all = new TreeMap<>(metadata());
        all.put(SET_ROWS, PublishedLedger.text(withRows(counts)));
        return all;
    }

    private Map<String, String> metadata() {
        return Map.of(
                "pullquote.version", settings.productVersion(),
                "pullquote.schema_version", Integer.toString(Table.SCHEMA_VERSION),
                "pullquote.run_id", run.id());
    }

    private Path splitFolder(int split) {
        return folder.resolve(SplitPartitioner.name(split));
    }

    private static Path file(Path folder, Table table, String name) {
        return folder.resolve(table.tableName()).resolve(name + SUFFIX);
    }
}
