package pullquote.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.Batch;
import pullquote.batch.BatchView;
import pullquote.batch.JobSettings;
import pullquote.batch.NoSuchExecutionException;
import pullquote.report.ProgressDisplay;
import pullquote.report.RunSummary;

/** {@code rerun}: finishes a failed execution, or does steps again. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = {
            "Finishes a failed execution; with --from-step, runs that step and those after it again.",
            "Of a finished execution, plan or extract reads its files again into a new snapshot."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/pullquote rerun",
            "  jobs/pullquote rerun --from-step extract",
            "  jobs/pullquote rerun --execution 12 --from-step publish"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class RerunCommand implements Callable<Integer> {
    private static final List<String> STEPS = List.of("plan", "extract", "publish", "report");

    @Mixin
    private JobOptions options;

    @Option(names = "--execution", paramLabel = "N", description = "the execution (default: the last)")
    private @Nullable Long execution;

    @Option(names = "--from-step", paramLabel = "NAME", description = "plan, extract, publish or report")
    private @Nullable String fromStep;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            defaultValue = "${env:PULLQUOTE_SUMMARY}",
            description = RunCommand.SUMMARY)
    private @Nullable Path summary;

    private final RunSession session;

    RerunCommand(RunSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (fromStep != null && !STEPS.contains(fromStep)) {
            throw new UsageException("expected one of " + STEPS + " for --from-step but found " + fromStep
                    + "; see: jobs/pullquote rerun --help");
        }
        JobSettings settings = options.configuration().settings();
        JobOptions.requireOutput(settings);
        if (BatchView.isUnused(settings)) {
            throw new UsageException("expected an execution to rerun but found none in " + settings.output()
                    + "; begin with: jobs/pullquote run");
        }
        session.prepare(settings, summary);
        session.work();
        boolean isComplete;
        try (Batch batch = Batch.open(settings, session.counters())) {
            try (ProgressDisplay display = ProgressDisplay.start(session.counters())) {
                Optional<RunSummary> again = batch.rerun(Optional.ofNullable(execution), Optional.ofNullable(fromStep));
                again.ifPresent(session::completed);
                isComplete = again.isEmpty();
            }
        } catch (NoSuchExecutionException unknown) {
            throw new UsageException(String.valueOf(unknown.getMessage()));
        }
        if (isComplete) {
            System.out.println("nothing to do again: the execution is complete");
        }
        return session.end();
    }
}
