package pullquote.cli;

/** Wrong usage: the message is one line that tells what was expected, what was found and how to mend it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String line) {
        super(line);
    }
}
