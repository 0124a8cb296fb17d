package pullquote.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import pullquote.batch.BatchFailedException;
import pullquote.batch.OutputBusyException;
import pullquote.text.Printable;

/** The program's entry: parses the command line and turns what happens into one line and an exit code. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // what is printed is UTF-8 on every machine
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(execute(args));
    }

    /** {@return the exit code of a command} */
    static int execute(String... args) {
        return new CommandLine(new PullquoteCommand())
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((wrong, given) -> fail(message(wrong), ExitCode.USAGE))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof UsageException) {
                        return fail(String.valueOf(failure.getMessage()), ExitCode.USAGE);
                    }
                    if (failure instanceof OutputBusyException) {
                        return fail(String.valueOf(failure.getMessage()), ExitCode.BUSY);
                    }
                    if (failure instanceof BatchFailedException) {
                        return fail(String.valueOf(failure.getMessage()), ExitCode.FAILED);
                    }
                    return fail(
                            "a fault of the program, " + failure + "; finish the run with: jobs/pullquote run",
                            ExitCode.FAILED);
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    private static String message(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String see = "see: jobs/" + command.qualifiedName() + " --help";
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return wrong.getMessage() + "; " + see;
        }
        String word = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        boolean isOption = word.startsWith("-");
        Set<String> known =
                isOption ? command.optionsMap().keySet() : command.subcommands().keySet();
        String expected = isOption ? "an option of " + command.name() : "one of " + known;
        String hint = DidYouMean.hint(word, known);
        return (known.isEmpty() ? "expected nothing more" : "expected " + expected) + " but found " + word
                + (hint.isEmpty() ? "; " : hint + " ") + see;
    }

    private static int fail(String line, int code) {
        System.err.println("pullquote: " + Printable.line(line));
        return code;
    }
}
