package pullquote.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pullquote.batch.JobSettings;

/** The options that tell which job, on what. A flag wins over the environment, that over the job file. */
final class JobOptions {
    @Option(
            names = "--job",
            paramLabel = "FILE",
            defaultValue = "${env:PULLQUOTE_JOB}",
            description = "job definition (default: jobs/dispatches.yaml; environment PULLQUOTE_JOB)")
    private @Nullable Path job;

    @Option(
            names = "--input",
            paramLabel = "URI",
            defaultValue = "${env:PULLQUOTE_INPUT}",
            description = "folder of raw dispatches (environment PULLQUOTE_INPUT)")
    private @Nullable String input;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "${env:PULLQUOTE_SOURCE}",
            description = "name of the source that the input belongs to (default: the input folder; environment"
                    + " PULLQUOTE_SOURCE)")
    private @Nullable String source;

    @Option(
            names = "--output",
            paramLabel = "URI",
            defaultValue = "${env:PULLQUOTE_OUTPUT}",
            description = "folder that holds the published snapshots (environment PULLQUOTE_OUTPUT)")
    private @Nullable String output;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${env:PULLQUOTE_STATE}",
            description = "folder of the job repository (default: state in the output; environment PULLQUOTE_STATE)")
    private @Nullable String state;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "${env:PULLQUOTE_THREADS}",
            description = "splits worked on at a time (default: the machine's cores; environment PULLQUOTE_THREADS)")
    private @Nullable String threads;

    /** {@return the settings that these options, the environment and the job file make together} */
    JobConfiguration configuration() {
        return configuration(false);
    }

    /**
     * {@return the settings that these options, the environment and the job file make together}
     *
     * @param allowEmptyInput whether the input may be empty although files of it are known
     */
    JobConfiguration configuration(boolean allowEmptyInput) {
        Environment.refuseUnknown(System.getenv());
        return new JobConfiguration(
                JobFile.find(job),
                new Overrides(
                        folder("--input", input),
                        Optional.ofNullable(source).filter(name -> !name.isBlank()),
                        folder("--output", output),
                        folder("--state", state),
                        threads(),
                        allowEmptyInput));
    }

    /** Refuses an output that is not there, as a mistyped one is, so that it is neither made nor taken for an empty one. */
    static void requireOutput(JobSettings settings) {
        Path output = settings.output();
        if (!Files.isDirectory(output)) {
            throw new UsageException("expected an output folder but found "
                    + (Files.exists(output) ? "a file" : "nothing") + " at " + output
                    + "; give the folder of an earlier run with --output URI");
        }
    }

    private Optional<Integer> threads() {
        if (threads == null || threads.isBlank()) {
            return Optional.empty();
        }
        if (!threads.matches("[0-9]{1,4}")) {
            throw new UsageException(
                    "expected a number from 1 to 9999 for --threads (or PULLQUOTE_THREADS) but found " + threads);
        }
        return Optional.of(Integer.valueOf(threads));
    }

    private static Optional<Path> folder(String option, @Nullable String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(path(option, value));
    }

    static Path path(String option, String value) {
        try {
            URI uri = value.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") ? new URI(value) : null;
            if (uri == null) {
                return Path.of(value).toAbsolutePath().normalize();
            }
            if ("file".equalsIgnoreCase(uri.getScheme())) {
                return Path.of(uri.getPath()).toAbsolutePath().normalize();
            }
            throw new UsageException("expected a path or a file: URI for " + option + " but found " + value
                    + "; only the local file system is supported");
        } catch (java.net.URISyntaxException | java.nio.file.InvalidPathException invalid) {
            throw new UsageException(
                    "expected a path or a file: URI for " + option + " but found " + value + "; mend the path");
        }
    }
}
