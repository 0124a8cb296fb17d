package pullquote.batch;

import org.jspecify.annotations.Nullable;

/** The input is not there, or not all of it, or too old: the message says what was expected and what was found. */
public final class InputMissingException extends BatchFailedException {
    private static final long serialVersionUID = 1;

    InputMissingException(String line) {
        super(line);
    }

    InputMissingException(String line, @Nullable String step, Throwable cause) {
        super(line, step, cause);
    }
}
