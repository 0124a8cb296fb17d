package pullquote.dispatch;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a story prints at its head, as a dateline does: {@code OBAN, May 3 (Ferro) --}; mostly without a year. */
final class PrintedDay {
    private static final int HEAD = 160;
    private static final int LEAP_YEAR = 2000;
    private static final int DAYS = 366;

    private static final Pattern DAY =
            Pattern.compile("(?iu)\\b(?<month>" + MonthNames.PATTERN + ")\\.?\\s{1,3}(?<day>[0-9]{1,2})\\b"
                    + "|\\b(?<dayFirst>[0-9]{1,2})\\.?\\s{1,3}(?<monthThen>" + MonthNames.PATTERN + ")\\b"
                    + "|(?<monthNo>[0-9]{1,2})月(?<dayNo>[0-9]{1,2})日");

    private PrintedDay() {}

    /** {@return the first day that is printed at the head of a body} */
    static Optional<MonthDay> of(String body) {
        Matcher found = DAY.matcher(body.substring(0, Math.min(HEAD, body.length())));
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    found.group("month") != null
                            ? day(MonthNames.number(found.group("month")), found.group("day"))
                            : found.group("monthThen") != null
                                    ? day(MonthNames.number(found.group("monthThen")), found.group("dayFirst"))
                                    : day(Integer.parseInt(found.group("monthNo")), found.group("dayNo")));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static MonthDay day(int month, String day) {
        return MonthDay.of(month, Integer.parseInt(day));
    }

    /** {@return how many days lie between two at the least, whatever their years} */
    static long between(MonthDay some, MonthDay other) {
        long days = Math.abs(ChronoUnit.DAYS.between(some.atYear(LEAP_YEAR), other.atYear(LEAP_YEAR)));
        return Math.min(days, DAYS - days);
    }
}
