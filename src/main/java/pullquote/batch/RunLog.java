package pullquote.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.table.RejectRow;

/** The run's own log: a line per event that an operator wants to see, nothing from a dispatch unescaped. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger("pullquote");

    private RunLog() {}

    /** {@code rejected binary: Expected text but found 31 NUL bytes in day1/x.txt} */
    static void rejected(RejectRow row) {
        LOG.warn("rejected {}: {}", row.code(), printable(row.detail()));
    }

    static void info(String message, Object... values) {
        LOG.info(message, values);
    }

    /** {@return the text with nothing in it that moves a cursor or ends a line} */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? '?'
                        : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
