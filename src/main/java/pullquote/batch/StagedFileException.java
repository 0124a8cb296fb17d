package pullquote.batch;

import java.io.IOException;

/** A staged file is missing, or not the one that was written. */
final class StagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    StagedFileException(String line) {
        super(line);
    }

    StagedFileException(IOException damage) {
        super(Failures.reason(damage), damage);
    }
}
