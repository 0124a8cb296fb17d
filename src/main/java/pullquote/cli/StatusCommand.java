package pullquote.cli;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.Batch;
import pullquote.batch.ExecutionReport;
import pullquote.report.Counters;

/** {@code status}: the last executions, step by step. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the last executions, step by step: state, times, counts, and what a rerun would do.",
        footerHeading = "%nExamples:%n",
        footer = {"  jobs/pullquote status", "  jobs/pullquote status --last 20 --output /data/tables"})
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Mixin
    private JobOptions options;

    @Option(names = "--last", paramLabel = "N", defaultValue = "5", description = "how many (default: 5)")
    private int last;

    @Override
    public Integer call() {
        try (Batch batch = Batch.open(options.configuration().settings(), new Counters())) {
            List<ExecutionReport> executions = batch.executions(Math.max(1, last));
            if (executions.isEmpty()) {
                System.out.println("no executions yet; begin with: jobs/pullquote run");
            }
            executions.forEach(StatusCommand::print);
        }
        return ExitCode.OK;
    }

    private static void print(ExecutionReport execution) {
        System.out.printf(
                "execution %d  run %s  %s  %s%n",
                execution.id(), execution.runId(), execution.status(), times(execution.started(), execution.ended()));
        for (ExecutionReport.StepReport step : execution.steps()) {
            System.out.printf(
                    "  %-24s %-10s %s  read %,d  written %,d  rejected %,d%n",
                    step.name(),
                    step.status(),
                    times(step.started(), step.ended()),
                    step.read(),
                    step.written(),
                    step.rejected());
        }
        System.out.println("  a rerun would do: " + execution.rerun());
    }

    private static String times(Optional<LocalDateTime> started, Optional<LocalDateTime> ended) {
        if (started.isEmpty()) {
            return "not started";
        }
        String from = started.get().format(TIME);
        return ended.map(end -> String.format(
                        Locale.ROOT,
                        "%s  %.1f s",
                        from,
                        Duration.between(started.get(), end).toMillis() / 1000.0))
                .orElse(from + "  no end");
    }
}
