package pullquote.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pullquote.batch.BatchView;
import pullquote.batch.JobSettings;
import pullquote.batch.OutputStatus;

/** {@code status}: the last executions, step by step. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the last executions, step by step: state, times, counts, and what a rerun would do.",
            "While a run is going on, also how far it has come. Nothing is written, and no run is disturbed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/pullquote status",
            "  jobs/pullquote status --last 20 --output /data/tables",
            "  jobs/pullquote status --json | jq .running.records"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Option(names = "--last", paramLabel = "N", defaultValue = "5", description = "how many (default: 5)")
    private int last;

    @Option(names = "--json", description = "print the same as one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        if (last < 1) {
            throw new UsageException("expected at least 1 for --last but found " + last);
        }
        JobSettings settings = options.configuration().settings();
        JobOptions.requireOutput(settings);
        try (BatchView batches = BatchView.open(settings)) {
            OutputStatus status = batches.status(last);
            if (json) {
                System.out.println(StatusJson.of(settings, status));
            } else {
                System.out.print(StatusText.of(settings, status));
            }
        }
        return ExitCode.OK;
    }
}
