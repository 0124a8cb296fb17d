package pullquote.batch;

import java.io.IOException;

/** A file of many records was changed while it was read; its split is run again and leaves it for a later run. */
final class InputChangedException extends IOException {
    private static final long serialVersionUID = 1;

    InputChangedException(String uri) {
        super("Expected " + uri + " to stay as it was planned but it was changed while it was read");
    }
}
