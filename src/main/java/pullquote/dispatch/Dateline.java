package pullquote.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import pullquote.text.Span;

/**
 * The dateline: the place and day from which a dispatch was filed.
 *
 * @param span where it stands in the body, up to and with its dash, in UTF-16 units
 * @param raw the place as printed: {@code TEHRAN}, {@code ATLANTA/NEW YORK}; empty where none is: {@code Jan. 10
 *     (Xinhua) --}
 * @param place the place in normal case: {@code Tehran}
 * @param country ISO 3166-1 alpha-2 code, where the place is known
 * @param date the day of filing, its year inferred; empty when none is printed or it is impossible
 * @param agency the agency's credit as printed, without its brackets
 */
public record Dateline(
        Span span,
        String raw,
        String place,
        Optional<String> country,
        Optional<LocalDate> date,
        Optional<String> agency) {}
