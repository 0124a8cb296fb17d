package pullquote.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a dispatch was published.
 *
 * @param at the instant; empty when no day is stated or it is impossible
 * @param date the calendar day in the dispatch's own zone
 * @param raw the words it was read from
 * @param zone the zone and where it came from: {@code +08:00 (text)}, {@code Asia/Shanghai (provider)},
 *     {@code UTC (default)}
 */
public record Publication(Optional<Instant> at, Optional<LocalDate> date, Optional<String> raw, Optional<String> zone) {

    public static Publication unknown() {
        return new Publication(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
