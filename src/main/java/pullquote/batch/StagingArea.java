package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import pullquote.batch.PublishedLedger.Part;
import pullquote.storage.SnapshotStore;
import pullquote.storage.TableFiles;
import pullquote.storage.TableReader;
import pullquote.storage.TableSchema;
import pullquote.storage.TableWriter;
import pullquote.storage.WriteOptions;
import pullquote.table.BylineRow;
import pullquote.table.DispatchRow;
import pullquote.table.PersonRow;
import pullquote.table.QuotationRow;
import pullquote.table.RejectRow;
import pullquote.table.RunRow;
import pullquote.table.Table;
import pullquote.table.TimexRow;

/** A run's own folder under {@code staging}, where its files wait to be published. */
final class StagingArea {
    /** How the names of files begin that hold no rows. */
    static final String EMPTY = "empty-";

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

    /** {@return the name of the new file set} */
    String write(int split, int part, Map<Table, List<? extends Record>> tables) throws IOException {
        String name = String.format(Locale.ROOT, "%s-%04d-%02d", run.id(), split, part);
        for (Map.Entry<Table, List<? extends Record>> table : tables.entrySet()) {
            if (!table.getValue().isEmpty()) {
                writeRows(file(splitFolder(split), table.getKey(), name), table.getKey(), table.getValue());
            }
        }
        return name;
    }

    Path writeRun(RunRow row) throws IOException {
        Path file = file(folder.resolve("rewritten"), Table.RUNS, run.id());
        writeRows(file, Table.RUNS, List.of(row));
        return file;
    }

    Path writeEmpty(Table table) throws IOException {
        Path file = file(folder.resolve("rewritten"), table, EMPTY + run.id());
        writeRows(file, table, List.of());
        return file;
    }

    Path stagedFile(Part part, Table table) {
        return file(splitFolder(part.split()), table, part.name());
    }

    Path rewrittenFile(Rewritten rewritten, Table table) {
        return file(folder.resolve("rewritten"), table, rewritten.name());
    }

    /** Checks that every staged file is whole and holds the rows that were counted. */
    void verify(List<Part> parts) throws IOException {
        for (Part part : parts) {
            for (Table table : Table.values()) {
                long expected = part.rows(table);
                if (expected > 0) {
                    Path file = stagedFile(part, table);
                    long found = TableFiles.check(file, TableSchema.of(table.tableName(), table.row()))
                            .rows();
                    if (found != expected) {
                        throw new IOException("Expected " + expected + " rows but found " + found + " in " + file);
                    }
                }
            }
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
                Path target = file(folder.resolve("rewritten"), table, name);
                counts.put(table.tableName(), copy(table, source.apply(table), target, keep(table, texts, files)));
            }
        }
        return new Rewritten(name, counts);
    }

    private static Predicate<Record> keep(Table table, Set<String> texts, Set<String> files) {
        return switch (table) {
            case DISPATCHES -> row -> !texts.contains(((DispatchRow) row).dispatchId());
            case QUOTATIONS -> row -> !texts.contains(((QuotationRow) row).dispatchId());
            case PERSONS -> row -> !texts.contains(((PersonRow) row).dispatchId());
            case TIMEXES -> row -> !texts.contains(((TimexRow) row).dispatchId());
            case BYLINES -> row -> !texts.contains(((BylineRow) row).dispatchId());
            case REJECTS -> row -> !files.contains(fileOf(((RejectRow) row).sourceUri()));
            case RUNS -> row -> true;
        };
    }

    private static String fileOf(String sourceUri) {
        int hash = sourceUri.lastIndexOf('#');
        return hash < 0 ? sourceUri : sourceUri.substring(0, hash);
    }

    private <R extends Record> long copy(Table table, Path source, Path target, Predicate<Record> keep)
            throws IOException {
        @SuppressWarnings("unchecked")
        TableSchema<R> schema = (TableSchema<R>) TableSchema.of(table.tableName(), table.row());
        long rows = 0;
        try (TableReader<R> in = TableReader.open(source, schema);
                TableWriter<R> out = TableWriter.open(target, schema, WriteOptions.standard(), metadata())) {
            while (in.hasNext()) {
                R row = in.next();
                if (keep.test(row)) {
                    out.write(row);
                    rows++;
                }
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> void writeRows(Path file, Table table, List<? extends Record> rows) throws IOException {
        TableSchema<R> schema = (TableSchema<R>) TableSchema.of(table.tableName(), table.row());
        try (TableWriter<R> out = TableWriter.open(file, schema, WriteOptions.standard(), metadata())) {
            for (Record row : rows) {
                out.write((R) row);
            }
        }
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
