package pullquote.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import pullquote.batch.BatchFailedException;
import pullquote.batch.BatchStoppedException;
import pullquote.batch.InputMissingException;
import pullquote.batch.OutputBusyException;
import pullquote.report.Ending;
import pullquote.report.Ending.Status;

/** The program's entry: parses the command line and turns what happens into one line and an exit code. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // what is printed is UTF-8 on every machine
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        RunSession session = new RunSession(args);
        StopSignal.watch();
        Runtime.getRuntime().addShutdownHook(new Thread(session::endOnSignal, "end-on-signal"));
        System.exit(execute(session, args));
    }

    /** {@return the exit code of a command} */
    static int execute(String... args) {
        return execute(new RunSession(args), args);
    }

    private static int execute(RunSession session, String... args) {
        try {
            return new CommandLine(new PullquoteCommand(), factory(session))
                    .setUsageHelpWidth(110)
                    .setParameterExceptionHandler((wrong, given) -> session.end(usage(message(wrong))))
                    .setExecutionExceptionHandler((failure, command, parsed) -> session.end(ending(failure)))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(args);
        } catch (Error fault) {
            // out of memory, above all: what was in hand is given up, so that there is some for the report
            return session.end(ending(fault));
        }
    }

    /** Those commands that run batches report to the session. */
    private static IFactory factory(RunSession session) {
        IFactory standard = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                if (type == RunCommand.class) {
                    return type.cast(new RunCommand(session));
                }
                return type == RerunCommand.class ? type.cast(new RerunCommand(session)) : standard.create(type);
            }
        };
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

    private static Ending usage(String line) {
        return Ending.of(Status.FAILED, ExitCode.USAGE, Optional.empty(), line);
    }

    private static Ending ending(Throwable failure) {
        String line = String.valueOf(failure.getMessage());
        if (failure instanceof UsageException) {
            return usage(line);
        }
        if (failure instanceof OutputBusyException) {
            return Ending.of(Status.BUSY, ExitCode.BUSY, Optional.empty(), line);
        }
        if (failure instanceof BatchFailedException batch) {
            if (failure instanceof BatchStoppedException) {
                return Ending.of(Status.STOPPED, ExitCode.TERMINATED, batch.step(), line);
            }
            int code = failure instanceof InputMissingException ? ExitCode.INPUT_MISSING : ExitCode.FAILED;
            return Ending.of(Status.FAILED, code, batch.step(), line);
        }
        return Ending.of(
                Status.FAILED,
                ExitCode.FAILED,
                Optional.empty(),
                failure instanceof OutOfMemoryError
                        ? "out of memory, " + line
                                + "; give more and finish the run with: PULLQUOTE_JAVA_OPTS=-Xmx2g jobs/pullquote run"
                        : "internal error, " + failure
                                + "; please report it, and finish the run with: jobs/pullquote run");
    }
}
