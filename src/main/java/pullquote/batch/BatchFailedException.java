package pullquote.batch;

/** The job failed: the message is one line that says what, where, and the command that mends it. */
public final class BatchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BatchFailedException(String line, Throwable cause) {
        super(line, cause);
    }

    BatchFailedException(String line) {
        super(line);
    }
}
