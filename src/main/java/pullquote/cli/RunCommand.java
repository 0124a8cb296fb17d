package pullquote.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.Batch;
import pullquote.batch.BatchView;
import pullquote.batch.InputCheck;
import pullquote.batch.JobSettings;
import pullquote.batch.Preview;
import pullquote.report.Counters;
import pullquote.report.ProgressDisplay;
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
    static final String SUMMARY = "also write how the run ended there, as JSON (environment PULLQUOTE_SUMMARY)";

    @Mixin
    private JobOptions options;

    @Option(names = "--dry-run", description = "tell what would be read; write nothing")
    private boolean dryRun;

    @Option(
            names = "--rebuild-state",
            description =
                    "first make the job repository anew from the published tables; mends what a run names as damaged")
    private boolean rebuildState;

    @Option(
            names = "--allow-empty-input",
            description = "read an input folder that is empty although earlier runs have read files of it")
    private boolean allowEmptyInput;

    @Option(names = "--summary", paramLabel = "FILE", defaultValue = "${env:PULLQUOTE_SUMMARY}", description = SUMMARY)
    private @Nullable Path summary;

    private final RunSession session;

    RunCommand(RunSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        JobSettings settings = options.configuration(allowEmptyInput).settings();
        if (dryRun && rebuildState) {
            throw new UsageException("expected --dry-run or --rebuild-state but found both");
        }
        if (dryRun) {
            InputCheck.beforeOpening(settings);
            return preview(settings);
        }
        session.prepare(settings, summary);
        InputCheck.beforeOpening(settings);
        session.work();
        Counters counters = session.counters();
        try (Batch batch = rebuildState ? Batch.openRebuilt(settings, counters) : Batch.open(settings, counters);
                ProgressDisplay display = ProgressDisplay.start(counters)) {
            batch.run(session::completed);
        }
        return session.end();
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
}
