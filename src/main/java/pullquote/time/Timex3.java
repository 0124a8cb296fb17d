package pullquote.time;

import java.time.LocalDate;
import java.util.Optional;
import pullquote.text.Span;

/**
 * A time expression in the body, with its value in the form of TimeML's TIMEX3 (ISO 8601 with TimeML's additions).
 *
 * @param span where it stands in the body, in UTF-16 units
 * @param type what kind of time it names
 * @param value the normalised value: {@code 2017-09-27}, {@code 2017-W40}, {@code P3Y}, {@code 2017-09-27TNI},
 *     {@code PRESENT_REF} …
 * @param mod TIMEX3's {@code mod} (APPROX, EARLY, LATE …) where the words set one
 * @param anchor what a relative expression was counted from: {@code dateline 2017-09-27}, {@code published …},
 *     {@code text …}; empty for an absolute one
 * @param from first calendar day that it covers, empty when it has no place on the calendar
 * @param to last calendar day that it covers, inclusive
 * @param rule name of the rule that decided
 */
public record Timex3(
        Span span,
        Type type,
        String value,
        Optional<String> mod,
        Optional<String> anchor,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String rule) {

    /** TIMEX3's types. */
    public enum Type {
        DATE,
        TIME,
        DURATION,
        SET
    }

    public Timex3 {
        if (from.isPresent() != to.isPresent()
                || (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))) {
            throw new IllegalArgumentException("Timex3 needs from <= to or neither, got " + from + ".." + to);
        }
    }
}
