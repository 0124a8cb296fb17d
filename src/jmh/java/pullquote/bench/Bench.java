package pullquote.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import pullquote.bench.CorpusFolder.Layout;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whole jobs, from plan to published snapshot, on invented dispatches or on a folder; prints a table row by row. */
@Command(
        name = "jobs/bench",
        mixinStandardHelpOptions = true,
        description = "Times whole jobs on a corpus that it makes from a seed, or on a folder of dispatches.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/bench --sizes 10K,100K --threads 1,2",
            "  jobs/bench --input /data/wire",
            "  jobs/bench --readme                     measures the table of the README again",
            "  jobs/bench --java=-XX:TieredStopAtLevel=4",
            "                                          with both of Java's compilers; without it the launcher",
            "                                          chooses: up to 128 MB of new text the first alone"
        })
final class Bench implements Callable<Integer> {
    private static final String BEGIN = "<!-- bench -->";
    private static final String END = "<!-- /bench -->";

    @Option(names = "--sizes", split = ",", description = "dispatches: 1K, 10K, 100K, 1M … (default: 1K,10K,100K)")
    List<String> sizes = List.of("1K", "10K", "100K");

    @Option(names = "--input", description = "a folder of dispatches instead of invented ones")
    List<Path> inputs = new ArrayList<>();

    @Option(names = "--threads", split = ",", description = "workers (default: 1,2)")
    List<Integer> threads = List.of(1, 2);

    @Option(names = "--layout", description = "how invented dispatches lie in files: files, lines or one (default: lines)")
    Layout layout = Layout.LINES;

    @Option(names = "--heap", paramLabel = "SIZE", description = "the job's largest heap (default: the launcher's)")
    String heap = "";

    @Option(names = "--java", paramLabel = "OPTION", description = "one more option of the job's Java machine")
    List<String> options = new ArrayList<>();

    @Option(names = "--seed", description = "of the invented dispatches (default: 1)")
    long seed = 1;

    @Option(names = "--work", paramLabel = "DIR", description = "where corpora and outputs lie (default: target/bench)")
    Path work = Path.of("target/bench");

    @Option(names = "--statistics", paramLabel = "DIR", description = "only tell what the plain texts of a folder are like")
    List<Path> statistics = new ArrayList<>();

    @Option(names = "--readme", description = "put the table into the README")
    boolean readme;

    private final Path home = Path.of(System.getProperty("pullquote.home", ".")).toAbsolutePath().normalize();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!statistics.isEmpty()) {
            printStatistics();
            return 0;
        }
        work = work.toAbsolutePath().normalize();
        if (!heap.isEmpty()) {
            options.add("-Xmx" + heap);
        }
        BenchTable table = new BenchTable();
        List<Path> folders = new ArrayList<>(inputs);
        if (folders.isEmpty()) {
            for (String size : sizes) {
                folders.add(CorpusFolder.make(work, seed, dispatches(size), layout));
            }
        }
        table.lines(BenchTable.heading()).forEach(System.out::println);
        for (Path folder : folders) {
            BareCopy copy = BareCopy.of(folder.toAbsolutePath(), work.resolve("copy.parquet"));
            for (int workers : threads) {
                JobRun run = JobRun.of(home, folder.toAbsolutePath(), work.resolve("job"), workers, options);
                table.lines(BenchTable.row(run, workers, copy)).forEach(System.out::println);
            }
        }
        System.out.println();
        table.lines(BenchTable.machine(home)).forEach(System.out::println);
        if (readme) {
            putIntoReadme(table.text());
        }
        return 0;
    }

    private void printStatistics() throws IOException {
        System.out.println(CorpusStatistics.heading());
        for (Path folder : statistics) {
            CorpusStatistics real = new CorpusStatistics();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                    real.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
            System.out.println(real.row(folder.getFileName().toString()));
        }
        CorpusStatistics invented = new CorpusStatistics();
        Corpus corpus = new Corpus(seed);
        for (int i = 0; i < 5000; i++) {
            invented.add(corpus.dispatch(i));
        }
        System.out.println(invented.row("invented, seed " + seed));
    }

    private void putIntoReadme(String table) throws IOException {
        Path file = home.resolve("README.md");
        String text = Files.readString(file);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException("Expected " + BEGIN + " and " + END + " in " + file + " but found neither");
        }
        Files.writeString(file, text.substring(0, from + BEGIN.length()) + "\n" + table + text.substring(to));
    }

    private static long dispatches(String size) {
        String number = size.toUpperCase(Locale.ROOT);
        long unit = number.endsWith("K") ? 1_000 : number.endsWith("M") ? 1_000_000 : 1;
        return Long.parseLong(unit == 1 ? number : number.substring(0, number.length() - 1)) * unit;
    }
}
