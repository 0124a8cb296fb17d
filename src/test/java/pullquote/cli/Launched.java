package pullquote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as it was built, in a process of its own that starts as fast as the launcher makes it. */
final class Launched {
    static final Path JAR = Path.of("target/dist/pullquote.jar").toAbsolutePath();

    private static final Path ARCHIVE =
            Path.of("target/faults-" + Runtime.version().feature() + ".jsa");

    private Launched() {}

    /** {@return the command that starts the program, with options for the Java machine} */
    static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Makes the archive of loaded classes, as the launcher does. */
    static synchronized void prepare(Newsroom sample) throws IOException, InterruptedException {
        Files.deleteIfExists(ARCHIVE);
        run(
                sample.output.resolveSibling("archive.log"),
                command(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE), sample.arguments("run")));
    }

    /** Starts a command line of the program; what it says goes to a file. */
    static Process start(Path log, List<String> arguments) throws IOException {
        return new ProcessBuilder(command(
                        List.of(
                                "-XX:SharedArchiveFile=" + ARCHIVE,
                                "-Xshare:auto",
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:ArchiveRelocationMode=0",
                                "-Xmn24m",
                                "-XX:CompileThresholdScaling=3",
                                "-XX:+UseTransparentHugePages"),
                        arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** {@return the exit code of any command line; one that hangs is an error} */
    static int run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return end(process, log);
    }

    static int end(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("Expected the program to end but it hangs:\n" + Files.readString(log));
        }
        return process.exitValue();
    }
}
