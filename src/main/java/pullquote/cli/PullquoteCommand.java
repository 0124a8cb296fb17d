package pullquote.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top command: it does nothing but name the others. */
@Command(
        name = "pullquote",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Turns raw news-agency dispatches into Parquet tables of who said what.",
        subcommands = {
            RunCommand.class,
            StatusCommand.class,
            RerunCommand.class,
            ExplainCommand.class,
            SchemaCommand.class,
            PruneCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jobs/pullquote run                     everything new in input/, to output/current",
            "  jobs/pullquote explain input/x.txt     one dispatch, as the job sees it",
            "  jobs/pullquote COMMAND --help          more on a command",
            "",
            "Exit codes: 0 done or nothing to do, 1 failed, 2 wrong usage, 3 too many rejects, 75 output in use."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
final class PullquoteCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "expected a command but found none; begin with: jobs/pullquote run");
    }
}
