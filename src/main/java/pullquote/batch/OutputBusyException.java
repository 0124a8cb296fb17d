package pullquote.batch;

/** Another run holds the output; nothing was touched. */
public final class OutputBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutputBusyException(String line) {
        super(line);
    }
}
