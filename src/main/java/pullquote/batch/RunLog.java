package pullquote.batch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.table.RejectRow;
import pullquote.text.Printable;

/** The run's own log: a line per event that an operator wants to see, nothing from a dispatch unescaped. */
final class RunLog {
    private static final double MEGABYTE = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger("pullquote");

    private RunLog() {}

    /** {@code rejected binary: Expected text but found 31 NUL bytes in day1/x.txt} */
    static void rejected(RejectRow row) {
        LOG.warn("rejected {}: {}", row.code(), Printable.line(row.detail()));
    }

    /** {@code run 20260101T020304Z-0007: pullquote 1.0, source ferro, 67 files, 0.2 MB of /data/wire} */
    static void started(RunNumber run, JobSettings settings, long files, long bytes) {
        String source = settings.source().equals(settings.input().toString()) ? "" : ", source " + settings.source();
        info(
                "run {}: pullquote {}{}, {} files, {} MB of {}",
                run.id(),
                settings.productVersion(),
                source,
                String.format(Locale.ROOT, "%,d", files),
                String.format(Locale.ROOT, "%,.1f", bytes / MEGABYTE),
                settings.input());
    }

    /** {@code run 20260101T020304Z-0007: published, read 76 records …, in 1.7 s} */
    static void ended(RunNumber run, String how, Duration took) {
        info("run {}: {}, in {} s", run.id(), how, String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
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
