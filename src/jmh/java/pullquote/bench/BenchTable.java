package pullquote.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The bench's table in Markdown, gathered while it is printed. */
final class BenchTable {
    private static final List<String> CORE = List.of("read", "parse", "dates", "quotations", "rows", "write");
    private final StringBuilder text = new StringBuilder();

    /** {@return the lines, which are kept for {@link #text()}, too} */
    List<String> lines(List<String> lines) {
        lines.forEach(line -> text.append(line).append('\n'));
        return lines;
    }

    String text() {
        return text.toString();
    }

    static List<String> heading() {
        return List.of(
                "| dispatches | text MB | workers | wall s | CPU s | dispatches/s | MB/s | heap MB (live) | RSS MB | GC s | out MB | read"
                        + " | parse | dates | quotations | rows | write | bookkeeping | bare copy MB/s | ratio |",
                "| --- ".repeat(20) + "|");
    }

    static List<String> row(JobRun run, int workers, BareCopy copy) {
        Map<String, Long> stages = run.stages();
        double all = Math.max(1, stages.values().stream().mapToLong(Long::longValue).sum());
        StringBuilder shares = new StringBuilder();
        double core = 0;
        for (String stage : CORE) {
            double share = 100 * stages.getOrDefault(stage, 0L) / all;
            core += share;
            shares.append(String.format(Locale.ROOT, " %.1f %% |", share));
        }
        double rate = copy.textBytes() / 1e6 / run.seconds();
        return List.of(String.format(
                Locale.ROOT,
                "| %,d | %,.1f | %d | %.1f | %.1f | %,.0f | %.2f | %,d (%,d) | %,d | %.1f | %,.1f |%s %.1f %% | %.0f | 1:%.0f |",
                run.dispatches(),
                copy.textBytes() / 1e6,
                workers,
                run.seconds(),
                run.cpuSeconds(),
                run.dispatches() / run.seconds(),
                rate,
                run.heap().peakMegabytes(),
                run.heap().peakLiveMegabytes(),
                run.peakMemoryMegabytes(),
                run.heap().seconds(),
                run.bytesOut() / 1e6,
                shares,
                100 - core,
                copy.megabytesPerSecond(),
                copy.megabytesPerSecond() / rate));
    }

    /** {@return on which machine, and what the columns mean} */
    static List<String> machine(Path home) throws IOException {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: *", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
        String memory;
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long kilobytes = Long.parseLong(lines.findFirst().orElse("0").replaceAll("[^0-9]", ""));
            memory = kilobytes / 1024 / 1024 + " GiB";
        }
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "%s, %d cores, %s; Java %s, the launcher's heap of at most 1 GiB. Taken by `jobs/bench`; wall time includes the"
                                + " start of the program, bookkeeping is plan, look-ups, transactions, publish and report, the bare copy is"
                                + " DuckDB writing the same text to zstd Parquet on one thread.",
                        processor,
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        System.getProperty("java.version")));
    }
}
