package pullquote.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;

/**
 * A date, a clock time, or both, as a header line prints them, read but not yet checked: {@code 2017-09-28 05:31:38},
 * {@code Sept. 28, 2017 5:31 p.m. EDT}, {@code 2148EST}, {@code 28/09/17}, {@code 2017年9月28日}.
 *
 * @param day the day as printed
 * @param clock the time of day as printed
 * @param zone the zone as printed
 * @param rest what the text holds besides
 */
record PrintedTime(Optional<Day> day, Optional<Clock> clock, Optional<String> zone, String rest) {
    /** A day as printed; no calendar need have it. */
    record Day(int year, int month, int day) {}

    /** A time of day as printed; no clock need show it. */
    record Clock(int hour, int minute, int second) {}

    private static final String NOT_DIGIT = "(?<![\\d:.])";
    /** {@code 2017-09-28}, {@code 2017/9/28}, {@code 20170928T}. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile(NOT_DIGIT + "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2})(?=T|\\b))(?!\\d)");
    /** {@code 28/09/2017}, {@code 9-28-17}. */
    private static final Pattern NUMERIC =
            Pattern.compile(NOT_DIGIT + "(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d:])");
    /** {@code Sept. 28, 2017}. */
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?iu)(?<!\\p{L})(" + MonthNames.PATTERN
                    + ")\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s{0,3}|\\s{1,3})(\\d{4}|'\\d{2}|\\d{2}(?=$|[^\\d:]))(?!\\d)");
    /** {@code 28 September 2017}, {@code 28-Sep-17}, {@code 3 de marzo de 2017}. */
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?iu)(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]{1,3}(?:de\\s)?(" + MonthNames.PATTERN
                    + ")\\.?,?[\\s-]{1,3}(?:de\\s)?(\\d{4}|'?\\d{2}(?=$|[^\\d:]))(?!\\d)");

    private static final Pattern CHINESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    /** {@code 05:31:38.123}, {@code 5:31 p.m.}, {@code 17h30}, {@code 5 p.m.}, {@code T053138}, {@code 2148EST}. */
    private static final Pattern CLOCK =
            Pattern.compile("(?i)(?<!\\d)(?:T?(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "|T(\\d{2})(\\d{2})(\\d{2})?|(\\d{2})(\\d{2})(?=\\s?(?:hrs|hours|" + PrintedZone.PATTERN
                    + ")(?!\\p{L}))|(\\d{1,2})(?:\\.(\\d{2}))?(?=\\s?[ap]\\.?m\\b)|(\\d{1,2})\\.(\\d{2})(?=\\s?(?:uhr|"
                    + PrintedZone.PATTERN + ")(?!\\p{L})))(?:\\s?(?:([ap])\\.?m\\b\\.?|hrs|hours))?(?!\\d)");

    private static final Pattern LATE_YEAR = Pattern.compile("(?iu)(?<!\\p{L})((?:" + MonthNames.PATTERN
            + ")\\.? \\d{1,2}|\\d{1,2} (?:" + MonthNames.PATTERN
            + ")\\.?),? (\\d{1,2}:\\d{2}(?::\\d{2})?(?: [ap]\\.?m\\.?)?(?: "
            + PrintedZone.PATTERN + ")?|\\d{4} ?" + PrintedZone.PATTERN + "),? ((?:19|20)\\d{2})(?!\\d)");

    private static final Pattern NOON = Pattern.compile("(?i)(?<!\\p{L})noon(?!\\p{L})");
    private static final Pattern MIDNIGHT = Pattern.compile("(?i)(?<!\\p{L})midnight(?!\\p{L})");
    private static final Pattern ZONE = Pattern.compile("(?i)^[\\s,(]{0,8}(" + PrintedZone.PATTERN + ")(?!\\p{L})\\)?");
    /** What looks like a zone and is none of the table. */
    private static final Pattern UNKNOWN_ZONE = Pattern.compile("\\s\\(?(\\p{Lu}{1,4}T)(?!\\p{L})\\)?");

    /** Words that go with a date: weekdays, "at", "on", "um … Uhr", "à". */
    private static final Pattern NOISE = Pattern.compile(
            "(?i)(?<!\\p{L})(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|at|on|am|um|à|le|el|il|de|h|kl|uhr|hrs|horas|hours|local time|updated|print)(?!\\p{L})|[\\s,;|@•·()\\[\\]-]+");

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** {@return what a text prints of a date and time; empty where it prints neither} */
    static Optional<PrintedTime> scan(String text, DayMonthOrder order) {
        String rest = text;
        if (Lines.mayHold(rest, "midnight")) {
            rest = MIDNIGHT.matcher(rest).replaceAll("00:00");
        }
        if (Lines.mayHold(rest, "noon")) {
            rest = NOON.matcher(rest).replaceAll("12:00");
        }
        if (!hasDigit(rest)) {
            return Optional.empty();
        }
        // "Sep 28 05:31:38 GMT 2017": the year stands behind the clock
        Matcher late = LATE_YEAR.matcher(rest);
        rest = late.find() ? late.replaceFirst("$1, $3 $2") : rest;
        Day date = null;
        for (Pattern shape : new Pattern[] {YEAR_FIRST, CHINESE, MONTH_DAY, DAY_MONTH, NUMERIC}) {
            Matcher found = shape.matcher(rest);
            if (found.find()) {
                date = date(shape, found, order);
                rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
                break;
            }
        }
        Clock clock = null;
        Optional<String> zone = Optional.empty();
        Matcher found = CLOCK.matcher(rest);
        if (found.find()) {
            clock = clock(found);
            String after = rest.substring(found.end());
            Matcher printed = ZONE.matcher(after);
            if (printed.find()) {
                zone = Optional.of(printed.group(1));
                after = after.substring(printed.end());
            } else {
                Matcher unknown = UNKNOWN_ZONE.matcher(after);
                if (unknown.lookingAt()) {
                    zone = Optional.of(unknown.group(1));
                    after = after.substring(unknown.end());
                }
            }
            rest = rest.substring(0, found.start()) + " " + after;
        }
        if (date == null && clock == null) {
            return Optional.empty();
        }
        return Optional.of(new PrintedTime(
                Optional.ofNullable(date),
                Optional.ofNullable(clock),
                zone,
                NOISE.matcher(rest).replaceAll(" ").strip()));
    }

    /** {@return the day; empty where none is printed, or one that no calendar has} */
    Optional<LocalDate> date() {
        try {
            return day.map(printed -> LocalDate.of(printed.year(), printed.month(), printed.day()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** {@return the time of day; empty where none is printed, or one that no clock shows} */
    Optional<LocalTime> time() {
        try {
            return clock.map(printed -> LocalTime.of(printed.hour(), printed.minute(), printed.second()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Day date(Pattern shape, Matcher found, DayMonthOrder order) {
        if (shape == YEAR_FIRST) {
            boolean compact = found.group(3) == null;
            return new Day(number(found, 1), number(found, compact ? 5 : 3), number(found, compact ? 6 : 4));
        }
        if (shape == CHINESE) {
            return new Day(number(found, 1), number(found, 2), number(found, 3));
        }
        if (shape == MONTH_DAY) {
            return new Day(year(found.group(3)), MonthNames.number(found.group(1)), number(found, 2));
        }
        if (shape == DAY_MONTH) {
            return new Day(year(found.group(3)), MonthNames.number(found.group(2)), number(found, 1));
        }
        int first = number(found, 1);
        int second = number(found, 3);
        boolean dayFirst = found.group(2).equals(".") || order == DayMonthOrder.DAY_FIRST;
        // a number above twelve is the day, whatever the custom
        dayFirst = dayFirst ? second <= 12 || first > 12 : first > 12 && second <= 12;
        int year = year(found.group(4));
        return dayFirst ? new Day(year, second, first) : new Day(year, first, second);
    }

    /** {@return a year in full; two digits are of 1970 to 2069} */
    private static int year(String digits) {
        int year = Integer.parseInt(digits.replace("'", ""));
        return year >= 100 || digits.length() > 3 ? year : year >= 70 ? 1900 + year : 2000 + year;
    }

    private static Clock clock(Matcher found) {
        int at = 1;
        for (int first : new int[] {1, 4, 7, 9, 11}) {
            at = found.group(first) != null ? first : at;
        }
        int hour = number(found, at);
        int minute = found.group(at + 1) == null ? 0 : number(found, at + 1);
        int second = at <= 4 && found.group(at + 2) != null ? number(found, at + 2) : 0;
        String half = found.group(13);
        if (half != null) {
            boolean afternoon = half.equalsIgnoreCase("p");
            // no clock shows 13 p.m.; kept as an impossible hour
            hour = hour > 12 ? 99 : hour % 12 + (afternoon ? 12 : 0);
        }
        return new Clock(hour, minute, second);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
