package pullquote.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.Batch;
import pullquote.batch.BatchView;
import pullquote.batch.JobSettings;
import pullquote.report.Counters;
import pullquote.text.Printable;

/** {@code prune}: drops old snapshots and old job metadata. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Drops all but the newest N snapshots and the metadata of older batches.",
            "The current snapshot stays, and so do those that a reader may still have open (retention.grace_minutes)."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  jobs/pullquote prune", "  jobs/pullquote prune --keep 30 --output /data/tables"})
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PruneCommand implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Option(names = "--keep", paramLabel = "N", description = "how many (default: retention.keep of the job file, 14)")
    private @Nullable Integer keep;

    @Override
    public Integer call() {
        JobConfiguration configuration = options.configuration();
        int newest = keep == null ? configuration.keep() : keep;
        if (newest < 1) {
            throw new UsageException("expected at least 1 for --keep but found " + newest);
        }
        JobSettings settings = configuration.settings();
        JobOptions.requireOutput(settings);
        if (BatchView.isUnused(settings)) {
            System.out.println("nothing to drop: no run has written to "
                    + Printable.line(settings.output().toString()) + " yet");
            return ExitCode.OK;
        }
        try (Batch batch = Batch.open(settings, new Counters())) {
            List<String> dropped = batch.prune(newest, configuration.grace());
            System.out.printf(
                    "dropped %,d snapshots%s%n",
                    dropped.size(), dropped.isEmpty() ? "" : ": " + String.join(", ", dropped));
        }
        return ExitCode.OK;
    }
}
