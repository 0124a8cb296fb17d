package pullquote.batch;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.table.RejectRow;
import pullquote.text.Printable;

/** The run's own log: a line per event that an operator wants to see, nothing from a dispatch unescaped. */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger("pullquote");

    private RunLog() {}

    /** {@code rejected binary: Expected text but found 31 NUL bytes in day1/x.txt} */
    static void rejected(RejectRow row) {
        LOG.warn("rejected {}: {}", row.code(), Printable.line(row.detail()));
    }

    static void info(String message, Object... values) {
        LOG.info(
                message,
                Arrays.stream(values)
                        .map(value -> Printable.line(String.valueOf(value)))
                        .toArray());
    }

    static void debug(String message, Object value) {
        LOG.debug(message, value);
    }
}
