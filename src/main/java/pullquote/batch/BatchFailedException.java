package pullquote.batch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The job failed: the message is one line that says what, where, and the command that finishes it. */
public class BatchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable String step;

    BatchFailedException(String line, @Nullable String step, @Nullable Throwable cause) {
        super(line, cause);
        this.step = step;
    }

    BatchFailedException(String line, Throwable cause) {
        this(line, null, cause);
    }

    BatchFailedException(String line) {
        this(line, null, null);
    }

    /** {@return the step that failed, if it was one} */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }
}
