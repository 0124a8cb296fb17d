package pullquote.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day that "today" and "on Wednesday" are counted from: TimeML's document creation time.
 *
 * <p>For a dispatch this is the dateline's date, else the day of publication in the dispatch's own zone.
 *
 * @param day the calendar day, empty when the dispatch states none (relative expressions are then not normalised)
 * @param origin where the day came from
 */
public record ReferenceTime(Optional<LocalDate> day, Origin origin) {

    /** What a reference day was read from. */
    public enum Origin {
        DATELINE,
        PUBLISHED,
        NONE
    }

    public ReferenceTime {
        if (day.isEmpty() != (origin == Origin.NONE)) {
            throw new IllegalArgumentException("A reference day needs an origin, got " + day + " from " + origin);
        }
    }

    public static ReferenceTime of(LocalDate day, Origin origin) {
        return new ReferenceTime(Optional.of(day), origin);
    }

    public static ReferenceTime unknown() {
        return new ReferenceTime(Optional.empty(), Origin.NONE);
    }
}
