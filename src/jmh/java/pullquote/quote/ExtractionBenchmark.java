package pullquote.quote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many megabytes of copy a second one thread reads: attributions and speakers against a plain decode-and-look-up
 * pass over the same bytes. Run with {@code ./mvnw -Pjmh -DskipTests verify -Ddispatches=DIR}; without a folder it reads
 * a small story of its own over and over.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExtractionBenchmark {
    private static final String STORY = """
            Harbor Commissioner Dana Ortiz said on Tuesday that the new pier would open in March, two years late.

            "We owe the fishermen an answer," Ortiz told reporters. "They have waited long enough."

            The dockers' union called for an inquiry into the delay, according to a statement seen by the Harbor Gazette.
            It accused the builder, Quayside Corp, of hiding cracks in the concrete. Quayside denied the charge.

            """;

    /** Folder of plain texts to read; empty for the built-in story. */
    @Param("")
    public String dispatches = "";

    private final List<byte[]> files = new ArrayList<>();
    private final Map<String, Integer> words = new HashMap<>();
    private QuotationExtractor extractor = QuotationExtractor.english();

    @Setup(Level.Trial)
    public void read() throws IOException {
        files.addAll(load(dispatches));
        for (byte[] file : files) {
            for (String word : new String(file, StandardCharsets.UTF_8).split("\\s+")) {
                words.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
    }

    static List<byte[]> load(String folder) throws IOException {
        List<byte[]> loaded = new ArrayList<>();
        if (folder.isEmpty()) {
            for (int i = 0; i < 200; i++) {
                loaded.add(STORY.repeat(4).getBytes(StandardCharsets.UTF_8));
            }
            return loaded;
        }
        try (Stream<Path> paths = Files.list(Path.of(folder))) {
            for (Path path : paths.sorted().toList()) {
                loaded.add(Files.readAllBytes(path));
            }
        }
        return loaded;
    }

    @Benchmark
    public long extract() {
        long found = 0;
        for (byte[] file : files) {
            found += extractor
                    .extract(new String(file, StandardCharsets.UTF_8), 0)
                    .quotations()
                    .size();
        }
        return found;
    }

    @Benchmark
    public long decodeAndLookUp() {
        long known = 0;
        for (byte[] file : files) {
            String text = new String(file, StandardCharsets.UTF_8);
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

    public static void main(String[] args) throws RunnerException, IOException {
        String folder = args.length > 0 ? args[0] : "";
        long bytes = load(folder).stream().mapToLong(file -> file.length).sum();
        Map<String, Double> rates = new HashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ExtractionBenchmark.class.getSimpleName())
                        .param("dispatches", folder)
                        .build())
                .run()) {
            double millis = result.getPrimaryResult().getScore();
            rates.put(result.getPrimaryResult().getLabel(), bytes / 1e3 / millis);
        }
        double plain = rates.getOrDefault("decodeAndLookUp", 0.0);
        double extract = rates.getOrDefault("extract", 0.0);
        System.out.printf(
                Locale.ROOT,
                "attributions and speakers %.2f MB/s, decode and look up %.1f MB/s, ratio 1:%.0f%n",
                extract,
                plain,
                plain / extract);
    }
}
