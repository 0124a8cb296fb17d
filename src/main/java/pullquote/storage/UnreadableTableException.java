package pullquote.storage;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no whole file of its table: cut, damaged, or of another make. The message names the file. */
public final class UnreadableTableException extends IOException {
    private final transient Path file;

    UnreadableTableException(Path file, String expected, String found) {
        super("Expected " + expected + " but found " + found + " in " + file);
        this.file = file;
    }

    private UnreadableTableException(Path file, String expected, Throwable cause) {
        super("Expected " + expected + " but found damage (" + cause.getMessage() + ") in " + file, cause);
        this.file = file;
    }

    static UnreadableTableException damaged(Path file, Throwable cause) {
        return new UnreadableTableException(file, "readable pages", cause);
    }

    static UnreadableTableException badFooter(Path file, Throwable cause) {
        return new UnreadableTableException(file, "a Parquet footer", cause);
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }
}
