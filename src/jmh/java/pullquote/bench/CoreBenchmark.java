package pullquote.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.dispatch.TextIdentity;
import pullquote.quote.Attributions;
import pullquote.quote.QuotationExtractor;
import pullquote.quote.Story;
import pullquote.storage.TableSchema;
import pullquote.storage.TableWriter;
import pullquote.storage.WriteOptions;
import pullquote.table.DispatchRow;
import pullquote.table.DispatchRows;
import pullquote.table.QuotationRow;
import pullquote.table.RowMapper;
import pullquote.time.TimexTagger;

/**
 * Each part of the analysis alone on one thread, over the same dispatches, with two yardsticks in the same run: a pass
 * that only decodes the bytes and looks every word up, and a bare copy of the text by DuckDB. Run with
 * {@code ./mvnw -Pjmh -DskipTests verify}, with {@code -Ddispatches=DIR} for plain texts of a folder.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class CoreBenchmark {
    private static final int INVENTED = 1000;

    /** About as many as the job hands to the analysis at a time. */
    private static final int TOGETHER = 32;

    /** Folder of plain texts to read; empty for invented dispatches. */
    @Param("")
    public String dispatches = "";

    private final List<byte[]> texts = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final List<RawDispatch> raw = new ArrayList<>();
    private final List<Dispatch> parsed = new ArrayList<>();
    private final List<AnnotatedDispatch> annotated = new ArrayList<>();
    private final List<DispatchRows> rows = new ArrayList<>();
    private final DispatchParser parser = new DispatchParser(DispatchSettings.standard());
    private final TimexTagger timexes = TimexTagger.english();
    private final QuotationExtractor quotations = QuotationExtractor.english();
    private final RowMapper mapper = new RowMapper("20260101T000000Z-0001");
    private Path scratch = Path.of("");

    /** Takes the parts before each benchmark's own out of its time. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        scratch = Files.createTempDirectory("pullquote-bench");
        texts.addAll(load(dispatches));
        Analyzer analyzer = Analyzer.english(DispatchSettings.standard());
        for (byte[] bytes : texts) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (String word : text.split("\\s+")) {
                words.merge(word, 1, Integer::sum);
            }
            RawDispatch one = new RawDispatch(new Provenance("x.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of());
            if (analyzer.analyze(one) instanceof AnnotatedDispatch found) {
                raw.add(one);
                parsed.add(found.dispatch());
                annotated.add(found);
                rows.add(mapper.rows(TextIdentity.of(text), 1, found, 0));
            }
        }
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        JobRun.delete(scratch);
    }

    private static List<byte[]> load(String folder) throws IOException {
        List<byte[]> loaded = new ArrayList<>();
        if (folder.isEmpty()) {
            Corpus corpus = new Corpus(1);
            for (int i = 0; i < INVENTED; i++) {
                loaded.add(corpus.dispatch(i).getBytes(StandardCharsets.UTF_8));
            }
            return loaded;
        }
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                loaded.add(Files.readAllBytes(path));
            }
        }
        return loaded;
    }

    /** Header, byline, dateline and body. */
    @Benchmark
    public long dispatchParsing() {
        return raw.stream().filter(one -> parser.parse(one).isPresent()).count();
    }

    /** Time expressions. */
    @Benchmark
    public long dates() {
        return parsed.stream()
                .mapToLong(one -> timexes.tag(one.body(), one.referenceTime()).size())
                .sum();
    }

    /** Attributions and speakers. */
    @Benchmark
    public long quotations() {
        long found = 0;
        for (int from = 0; from < parsed.size(); from += TOGETHER) {
            List<Story> stories = parsed.subList(from, Math.min(parsed.size(), from + TOGETHER)).stream()
                    .map(one -> new Story(one.body(), one.storyStart()))
                    .toList();
            for (Attributions attributions : quotations.extract(stories)) {
                found += attributions.quotations().size();
            }
        }
        return found;
    }

    /** Rows of all tables. */
    @Benchmark
    public long rowMapping() {
        return annotated.stream()
                .mapToLong(one -> mapper.rows("0123456789abcdef0123456789abcdef", 1, one, 0)
                        .quotations()
                        .size())
                .sum();
    }

    /** Files of the two large tables. */
    @Benchmark
    public long parquetWriting() throws IOException {
        Path file = scratch.resolve("rows.parquet");
        long bytes = write(file, "dispatches", DispatchRow.class, rows.stream().map(DispatchRows::dispatch));
        return bytes
                + write(
                        file,
                        "quotations",
                        QuotationRow.class,
                        rows.stream().flatMap(one -> one.quotations().stream()));
    }

    private static <R extends Record> long write(Path file, String table, Class<R> type, Stream<R> all)
            throws IOException {
        Files.deleteIfExists(file);
        TableWriter<R> writer =
                TableWriter.open(file, TableSchema.of(table, type), WriteOptions.standard(), Map.of("run", "bench"));
        try (writer) {
            for (R row : (Iterable<R>) all::iterator) {
                writer.write(row);
            }
        }
        return writer.bytes();
    }

    /** The first yardstick. */
    @Benchmark
    public long decodeAndLookUp() {
        long known = 0;
        for (byte[] bytes : texts) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) <= ' ') {
                    if (i > from && words.containsKey(text.substring(from, i))) {
                        known++;
                    }
                    from = i + 1;
                }
            }
        }
        return known;
    }

    public static void main(String[] args) throws RunnerException, IOException, SQLException {
        String folder = args.length > 0 ? args[0] : "";
        List<byte[]> texts = load(folder);
        double megabytes = texts.stream().mapToLong(text -> text.length).sum() / 1e6;
        StringBuilder table = new StringBuilder("| part | MB/s | dispatches/s |\n| --- | --- | --- |\n");
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(CoreBenchmark.class.getSimpleName())
                        .param("dispatches", folder)
                        .build())
                .run()) {
            double seconds = result.getPrimaryResult().getScore() / 1e3;
            table.append(row(result.getPrimaryResult().getLabel(), megabytes / seconds, texts.size() / seconds));
        }
        Path work = Files.createTempDirectory("pullquote-bench");
        Path copied = CorpusFolder.make(work, 1, 20L * INVENTED, CorpusFolder.Layout.LINES);
        BareCopy copy = BareCopy.of(folder.isEmpty() ? copied : Path.of(folder), work.resolve("copy.parquet"));
        JobRun.delete(work);
        table.append(row("bare copy by DuckDB", copy.megabytesPerSecond(), copy.dispatches() / copy.seconds()));
        System.out.print(table);
    }

    private static String row(String part, double megabytes, double dispatches) {
        return String.format(Locale.ROOT, "| %s | %.2f | %,.0f |%n", part, megabytes, dispatches);
    }
}
