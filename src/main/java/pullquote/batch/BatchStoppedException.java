package pullquote.batch;

import org.jspecify.annotations.Nullable;

/** The job was asked to stop, and did: the message says at which share of its input. */
public final class BatchStoppedException extends BatchFailedException {
    private static final long serialVersionUID = 1;

    BatchStoppedException(String line, @Nullable String step) {
        super(line, step, null);
    }
}
