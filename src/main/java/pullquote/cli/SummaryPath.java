package pullquote.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command line wants its summary, found out before and without anything that may refuse the command line: wrong
 * usage is reported, too.
 */
final class SummaryPath {
    private static final String VARIABLE = "PULLQUOTE_SUMMARY";
    private static final String SETTING = "report.summary";
    private static final List<String> RUNS = List.of("run", "rerun");

    private final List<String> arguments;
    private final Map<String, String> environment;

    SummaryPath(List<String> arguments, Map<String, String> environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    /** {@return whether the command is one that reports its ending} */
    boolean isRun() {
        return !arguments.isEmpty()
                && RUNS.contains(arguments.get(0))
                && !arguments.contains("--dry-run")
                && !arguments.contains("--help")
                && !arguments.contains("-h");
    }

    /** {@return the file: of the command line, else of the environment, else of the job file} */
    Optional<Path> find() {
        if (arguments.contains("--dry-run")) {
            return Optional.empty();
        }
        Optional<Path> given = option("--summary").flatMap(SummaryPath::path);
        if (given.isPresent() || !isRun()) {
            return given;
        }
        return variable(VARIABLE).flatMap(SummaryPath::path).or(this::ofJobFile);
    }

    private Optional<String> option(String name) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                return Optional.of(argument.substring(name.length() + 1));
            }
            if (argument.equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** A job file that says something unknown elsewhere still names its summary. */
    private Optional<Path> ofJobFile() {
        try {
            Path file = JobFile.path(option("--job")
                    .or(() -> variable("PULLQUOTE_JOB"))
                    .map(Path::of)
                    .orElse(null));
            Path folder = Optional.ofNullable(file.getParent()).orElse(file);
            return JobFile.lines(file).value(SETTING).map(folder::resolve).map(Path::normalize);
        } catch (UsageException | java.nio.file.InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String value) {
        try {
            return Optional.of(JobOptions.path("--summary", value));
        } catch (UsageException unusable) {
            return Optional.empty();
        }
    }
}
