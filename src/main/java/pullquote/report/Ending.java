package pullquote.report;

import java.util.Locale;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param status in one word
 * @param exitCode the process's exit code
 * @param step the step that it failed or stopped in
 * @param cause what was expected and what was found; empty when all went well
 * @param remedy what to do about it
 */
public record Ending(
        Status status, int exitCode, Optional<String> step, Optional<String> cause, Optional<String> remedy) {
    private static final String REMEDY = "; ";

    /** How a run can end. */
    public enum Status {
        PUBLISHED,
        NOTHING_NEW,
        FAILED,
        BUSY,
        STOPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** {@return an ending that needs no words} */
    public static Ending of(Status status, int exitCode) {
        return new Ending(status, exitCode, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * {@return an ending that is explained in a line}
     *
     * @param line cause and remedy, which begins after its last semicolon
     */
    public static Ending of(Status status, int exitCode, Optional<String> step, String line) {
        int remedy = line.lastIndexOf(REMEDY);
        return new Ending(
                status,
                exitCode,
                step,
                Optional.of(remedy < 0 ? line : line.substring(0, remedy)),
                remedy < 0 ? Optional.empty() : Optional.of(line.substring(remedy + REMEDY.length())));
    }

    /** {@return the same ending of a process whose exit code is another} */
    public Ending withExitCode(int other) {
        return new Ending(status, other, step, cause, remedy);
    }

    /** {@return cause and remedy in a line} */
    public Optional<String> line() {
        return cause.map(what -> what + remedy.map(how -> REMEDY + how).orElse(""));
    }
}
