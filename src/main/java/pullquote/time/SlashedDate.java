package pullquote.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day printed as numbers with slashes: {@code 25/11/1999}. Only a number above twelve tells which of the first two
 * is the day; where both could be, the day is not known: {@code 03/04/1999} is none.
 */
final class SlashedDate {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");

    /** Keeps the number of a day of any century above zero. */
    private static final long BEGINNING = LocalDate.of(1, 1, 1).toEpochDay();

    private SlashedDate() {}

    /** {@return the day of a number} */
    static LocalDate day(double number) {
        return LocalDate.ofEpochDay((long) number + BEGINNING);
    }

    /** {@return a number for the day; 0 for what is no day or could be one of two} */
    static double number(String printed) {
        Matcher shape = SHAPE.matcher(printed);
        if (!shape.matches()) {
            return 0;
        }
        int first = Integer.parseInt(shape.group(1));
        int second = Integer.parseInt(shape.group(2));
        int year = Integer.parseInt(shape.group(3));
        if (first <= 12 && second <= 12 && first != second) {
            return 0;
        }
        int full = year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year;
        try {
            return LocalDate.of(full, Math.min(first, second), Math.max(first, second))
                            .toEpochDay()
                    - BEGINNING;
        } catch (DateTimeException noDay) {
            return 0;
        }
    }
}
