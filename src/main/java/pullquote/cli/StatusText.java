package pullquote.cli;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pullquote.batch.ExecutionReport;
import pullquote.batch.ExecutionReport.StepReport;
import pullquote.batch.JobSettings;
import pullquote.batch.OutputStatus;
import pullquote.report.Progress;
import pullquote.text.Printable;

/**
 * An output's status for a person.
 *
 * <pre>
 * running: extract, 12,345 records of 9,871 files, 38.2 of 120.0 MB (32 %), 912.4 records/s, 874.0 since
 *   2026-01-01T03:04:05+01:00 (process 4711)
 * execution 7  run 20260101T020405Z-0007  running  2026-01-01T03:04:05+01:00  no end
 *   plan       completed  2026-01-01T03:04:05+01:00  0.4 s
 *   extract    running    2026-01-01T03:04:06+01:00  no end  read 12,000  written 11,990  rejected 4  3 of 8 splits done
 *   a rerun would do: nothing: it is running
 * </pre>
 */
final class StatusText {
    /** Width of the column of steps' names. */
    private static final int NAME = 28;

    private static final double MEGABYTE = 1 << 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final StringBuilder out = new StringBuilder();

    private StatusText() {}

    static String of(JobSettings settings, OutputStatus status) {
        StatusText text = new StatusText();
        status.running().ifPresent(text::progress);
        if (status.running().isEmpty() && status.holder().isPresent()) {
            text.line("in use by %s", Printable.line(status.holder().get()));
        }
        List<ExecutionReport> executions = status.executions().orElse(List.of());
        if (status.executions().isEmpty()) {
            text.line("its executions can't be read while it writes; look again in a moment");
        } else if (executions.isEmpty() && status.running().isEmpty()) {
            text.line(
                    "no run has written to %s yet; begin with: jobs/pullquote run",
                    Printable.line(settings.output().toString()));
        }
        executions.forEach(text::execution);
        return text.out.toString();
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }

    private void progress(Progress progress) {
        double planned = progress.bytesPlanned();
        line(
                "running: %s, %,d records of %,d files%s, %,.1f records/s, %,.1f since %s (process %d)",
                progress.step().isEmpty() ? "begins" : Printable.line(progress.step()),
                progress.records(),
                progress.files(),
                planned == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.1f of %.1f MB (%.0f %%)",
                                progress.bytesDone() / MEGABYTE,
                                planned / MEGABYTE,
                                100 * progress.bytesDone() / planned),
                progress.recentRate(),
                progress.overallRate(),
                TIME.format(progress.startedAt().atZone(ZoneId.systemDefault())),
                progress.pid());
    }

    private void execution(ExecutionReport execution) {
        line(
                "execution %d  run %s  %s  %s",
                execution.id(), execution.runId(), execution.status(), times(execution.started(), execution.ended()));
        for (StepReport step : execution.steps()) {
            step("  ", step);
            step.splits().ifPresent(splits -> {
                splits.open().forEach(split -> step("    ", split));
            });
        }
        line("  a rerun would do: %s", execution.rerun());
    }

    private void step(String indent, StepReport step) {
        String counts = step.splits().isEmpty() && step.read() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  read %,d  written %,d  rejected %,d",
                        step.read(),
                        step.written(),
                        step.rejected());
        line(
                "%s%-" + (NAME - indent.length()) + "s %-10s %s%s%s",
                indent,
                step.name(),
                step.status(),
                times(step.started(), step.ended()),
                counts,
                step.splits()
                        .map(splits ->
                                String.format(Locale.ROOT, "  %,d of %,d splits done", splits.done(), splits.all()))
                        .orElse(""));
    }

    private static String times(Optional<OffsetDateTime> started, Optional<OffsetDateTime> ended) {
        if (started.isEmpty()) {
            return "not started";
        }
        String from = TIME.format(started.get().truncatedTo(ChronoUnit.SECONDS));
        return ended.map(end -> String.format(
                        Locale.ROOT,
                        "%s  %.1f s",
                        from,
                        Duration.between(started.get(), end).toMillis() / 1000.0))
                .orElse(from + "  no end");
    }
}
