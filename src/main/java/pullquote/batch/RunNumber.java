package pullquote.batch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run's number and the name under which it publishes.
 *
 * @param no counts the runs of one output, from 1
 * @param id name of the run and of its snapshot: {@code 20260101T020304Z-0007}
 * @param startedAt when it began
 */
record RunNumber(long no, String id, Instant startedAt) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static RunNumber of(long no, Instant startedAt) {
        return new RunNumber(no, STAMP.format(startedAt) + String.format(Locale.ROOT, "-%04d", no), startedAt);
    }
}
