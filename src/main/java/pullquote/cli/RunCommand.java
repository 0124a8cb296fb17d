package pullquote.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.Batch;
import pullquote.batch.BatchView;
import pullquote.batch.JobSettings;
import pullquote.batch.Preview;
import pullquote.report.Counters;
import pullquote.report.ProgressDisplay;
import pullquote.report.RunSummary;
import pullquote.text.Printable;

/** {@code run}: one batch. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one batch: everything new in the input, to a new published snapshot.",
            "If the last batch did not finish, it is finished first. Nothing new: nothing is written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/pullquote run",
            "  jobs/pullquote run --input /data/wire --output /data/tables --summary /var/log/pullquote.json",
            "  jobs/pullquote run --dry-run",
            "  jobs/pullquote run --rebuild-state"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class RunCommand implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Option(names = "--dry-run", description = "tell what would be read; write nothing")
    private boolean dryRun;

    @Option(
            names = "--rebuild-state",
            description =
                    "first make the job repository anew from the published tables; mends what a run names as damaged")
    private boolean rebuildState;

    @Option(names = "--summary", paramLabel = "FILE", description = "also write the summary there, as JSON")
    private @Nullable Path summary;

    @Override
    public Integer call() {
        JobSettings settings = options.configuration().settings();
        if (!Files.isDirectory(settings.input())) {
            throw new UsageException("expected a folder of dispatches but found none at " + settings.input()
                    + "; give one with --input URI");
        }
        requireWritable(summary);
        Counters counters = new Counters();
        if (dryRun && rebuildState) {
            throw new UsageException("expected --dry-run or --rebuild-state but found both");
        }
        if (dryRun) {
            return preview(settings);
        }
        try (Batch batch = rebuildState ? Batch.openRebuilt(settings, counters) : Batch.open(settings, counters)) {
            List<RunSummary> summaries;
            try (ProgressDisplay display = ProgressDisplay.start(counters)) {
                summaries = batch.run();
            }
            return finish(summaries, settings, counters);
        }
    }

    private static int preview(JobSettings settings) {
        try (BatchView batches = BatchView.open(settings)) {
            Preview would = batches.preview();
            System.out.printf(
                    "would read %,d new or changed files of %s; %,d are still changing%n",
                    would.files(), settings.input(), would.changing());
            for (Preview.Change change : would.changes()) {
                System.out.println(Printable.line(change.uri()) + ": " + consequence(change));
            }
            return ExitCode.OK;
        }
    }

    private static String consequence(Preview.Change change) {
        String reused = "its name was used before for another dispatch, which would stay";
        if (change.superseded() == 0) {
            return reused;
        }
        String superseded = String.format(
                Locale.ROOT,
                "would supersede %,d %s of this file",
                change.superseded(),
                change.superseded() == 1 ? "dispatch" : "dispatches");
        return change.isNameReused() ? superseded + "; " + reused : superseded;
    }

    private int finish(List<RunSummary> summaries, JobSettings settings, Counters counters) {
        RunSummary total = summaries.stream().reduce(RunSummary::plus).orElseThrow();
        Path file = summary;
        if (file != null) {
            try {
                Files.writeString(file, total.json(counters.times().millis()) + "\n", StandardCharsets.UTF_8);
            } catch (IOException unwritable) {
                throw new UsageException(
                        "expected a writable file for --summary but found " + unwritable + "; the run itself is done");
            }
        }
        for (RunSummary one : summaries) {
            System.out.println(one.text());
        }
        return exitCode(total, settings);
    }

    /** A summary that has no place is told of before anything is done. */
    private static void requireWritable(@Nullable Path summary) {
        if (summary == null) {
            return;
        }
        Path folder = summary.toAbsolutePath().getParent();
        boolean there = Files.exists(summary);
        if (Files.isDirectory(summary)
                || (there ? !Files.isWritable(summary) : folder == null || !Files.isWritable(folder))) {
            throw new UsageException("expected a writable file for --summary but found none at " + summary);
        }
    }

    /** {@return the exit code of a finished run; too many rejects are told of} */
    static int exitCode(RunSummary total, JobSettings settings) {
        boolean tooMany = total.rejected() > settings.maxRejectedShare() * total.read();
        if (tooMany && total.status().equals("published")) {
            System.err.printf(
                    "pullquote: %,d of %,d records were rejected, more than limits.max_rejected_share allows; see: SELECT * FROM"
                            + " read_parquet('%s/current/rejects/*.parquet')%n",
                    total.rejected(), total.read(), settings.output());
            return ExitCode.TOO_MANY_REJECTED;
        }
        return ExitCode.OK;
    }
}
