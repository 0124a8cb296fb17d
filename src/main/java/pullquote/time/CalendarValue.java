package pullquote.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes calendar days, weeks, months as TIMEX3 values, and tells which days a value covers. */
final class CalendarValue {
    /**
     * The days that a value covers, both inclusive.
     *
     * @param from first day
     * @param to last day
     */
    record Days(LocalDate from, LocalDate to) {}

    private static final String DAY = "0000-00-00";
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(-WE)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern PART = Pattern.compile("(\\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)");
    private static final Pattern YEARS = Pattern.compile("\\d{2,4}");

    private CalendarValue() {}

    static String week(LocalDate day) {
        return pad(day.get(IsoFields.WEEK_BASED_YEAR), 4) + "-W" + pad(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
    }

    static String month(LocalDate day) {
        return pad(day.getYear(), 4) + "-" + pad(day.getMonthValue(), 2);
    }

    static String year(int year) {
        return pad(year, 4);
    }

    static String quarter(int year, int quarter) {
        return pad(year, 4) + "-Q" + quarter;
    }

    /** {@return a number with zeroes before it} */
    static String pad(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** {@return the days that a value covers; empty for one without a place on the calendar} */
    static Optional<Days> days(String value) {
        try {
            return range(value);
        } catch (DateTimeException offCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<Days> range(String value) {
        if (value.isEmpty() || !NumberLexer.isDigit(value.charAt(0))) {
            return Optional.empty();
        }
        if (isDay(value)) {
            LocalDate date = LocalDate.of(number(value, 0, 4), number(value, 5, 7), number(value, 8, 10));
            return Optional.of(new Days(date, date));
        }
        Matcher week = WEEK.matcher(value);
        if (week.matches()) {
            LocalDate monday = LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
                    .with(java.time.DayOfWeek.MONDAY);
            return Optional.of(new Days(week.group(3) == null ? monday : monday.plusDays(5), monday.plusDays(6)));
        }
        Matcher month = MONTH.matcher(value);
        if (month.matches()) {
            return months(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
        }
        Matcher part = PART.matcher(value);
        if (part.matches()) {
            int year = Integer.parseInt(part.group(1));
            return switch (part.group(2)) {
                case "H1" -> months(year, 1, 6);
                case "H2" -> months(year, 7, 6);
                case "SP" -> months(year, 3, 3);
                case "SU" -> months(year, 6, 3);
                case "FA" -> months(year, 9, 3);
                case "WI" -> months(year, 12, 3);
                default -> months(year, (part.group(2).charAt(1) - '0') * 3 - 2, 3);
            };
        }
        if (YEARS.matcher(value).matches()) {
            int length = value.length() == 4 ? 1 : value.length() == 3 ? 10 : 100;
            return months(Integer.parseInt(value) * length, 1, 12 * length);
        }
        return Optional.empty();
    }

    /** {@return whether a value is a day, or a time of one} */
    private static boolean isDay(String value) {
        if (value.length() < DAY.length() || (value.length() > DAY.length() && value.charAt(DAY.length()) != 'T')) {
            return false;
        }
        for (int i = 0; i < DAY.length(); i++) {
            boolean fits = DAY.charAt(i) == '0' ? NumberLexer.isDigit(value.charAt(i)) : value.charAt(i) == '-';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }

    private static Optional<Days> months(int year, int month, int count) {
        YearMonth first = YearMonth.of(year, month);
        return Optional.of(
                new Days(first.atDay(1), first.plusMonths((long) count - 1).atEndOfMonth()));
    }
}
