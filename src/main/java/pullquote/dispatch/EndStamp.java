package pullquote.dispatch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark below a story that says when the wire sent it: {@code AP-WF-11-13-13 1509GMT}, {@code 101137 GMT Dez
 * 18}, {@code MAP 05 April 2018}. */
final class EndStamp {
    /** No mark is longer. */
    static final int LONGEST = 40;

    /** Month, day, year, clock. */
    private static final Pattern AMERICAN =
            Pattern.compile("AP-[A-Z]{2}-(\\d{2})-(\\d{2})-(\\d{2}) (\\d{2})(\\d{2})([A-Z]{3})");
    /** Clock, day, month, year. */
    private static final Pattern DAY_FIRST = Pattern.compile("[A-Z]{2,4}-(\\d{2}:\\d{2})-(\\d{2})-(\\d{2})-(\\d{2})");
    /** Day and clock, month, year. */
    private static final Pattern DAY_AND_CLOCK =
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2}) (?:GMT |UTC )?(\\p{L}{3,9})\\.? (\\d{2}|\\d{4})");

    /** Agency, day, month, year. */
    private static final Pattern AGENCY_AND_DATE = Pattern.compile("\\p{Lu}{2,6} (\\d{1,2} (\\p{L}{3,9}) \\d{4})\\.?");

    private EndStamp() {}

    /** {@return the time that a mark states, as a header line would print it; empty for a text that is none} */
    static Optional<String> read(String mark) {
        if (mark.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher american = AMERICAN.matcher(mark);
        if (american.matches()) {
            return Optional.of(year(american.group(3)) + "-" + american.group(1) + "-" + american.group(2) + " "
                    + american.group(4) + ":" + american.group(5) + " " + american.group(6));
        }
        Matcher dayFirst = DAY_FIRST.matcher(mark);
        if (dayFirst.matches()) {
            return Optional.of(year(dayFirst.group(4)) + "-" + dayFirst.group(3) + "-" + dayFirst.group(2) + " "
                    + dayFirst.group(1));
        }
        Matcher dated = AGENCY_AND_DATE.matcher(mark);
        if (dated.matches() && MonthNames.number(dated.group(2)) > 0) {
            return Optional.of(dated.group(1));
        }
        Matcher clock = DAY_AND_CLOCK.matcher(mark);
        return clock.matches() && MonthNames.number(clock.group(4)) > 0
                ? Optional.of(clock.group(1) + " " + clock.group(4) + " " + clock.group(5) + " " + clock.group(2) + ":"
                        + clock.group(3) + " GMT")
                : Optional.empty();
    }

    /** {@return a year in full; two digits are of 1970 to 2069} */
    private static String year(String digits) {
        return (digits.compareTo("70") < 0 ? "20" : "19") + digits;
    }
}
