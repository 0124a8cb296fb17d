package pullquote.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day printed as numbers with slashes: {@code 25/11/1999}. Only a number above twelve tells which of the first two
 * is the day; where both could be, the day is not known: {@code 03/04/1999} is none.
 */
final class SlashedDate {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})");

    /** {@code 19-Nov-12}, {@code 2016/4/13}, {@code 13.01.2016}: the parts' order shows. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?<day>\\d{1,2})-(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(?<year>\\d{4}|\\d{2})(?![\\w-])"
                    + "|(?<y>\\d{4})/(?<m>\\d{1,2})/(?<d>\\d{1,2})(?![\\w/])"
                    + "|(?<dd>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<yyyy>\\d{4})(?!\\w|\\.\\w)");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /**
     * A date in figures whose parts' order shows.
     *
     * @param end where it ends
     * @param number its number, as {@link #number}
     */
    record Plain(int end, double number) {}

    /** {@return the date in figures that begins at an offset} */
    static Optional<Plain> plain(String text, int from) {
        Matcher shape = PLAIN.matcher(text)
                .region(from, Math.min(text.length(), from + LONGEST))
                .useTransparentBounds(true);
        if (!shape.lookingAt()) {
            return Optional.empty();
        }
        if (shape.group("name") != null) {
            return plain(
                    shape,
                    shape.group("year"),
                    Integer.toString(MONTHS.indexOf(shape.group("name")) + 1),
                    shape.group("day"));
        }
        return shape.group("y") != null
                ? plain(shape, shape.group("y"), shape.group("m"), shape.group("d"))
                : plain(shape, shape.group("yyyy"), shape.group("mm"), shape.group("dd"));
    }

    private static Optional<Plain> plain(Matcher shape, String year, String month, String day) {
        return PointValues.date(full(Integer.parseInt(year)), Integer.parseInt(month), Integer.parseInt(day))
                .map(date -> new Plain(shape.end(), date.toEpochDay() - BEGINNING));
    }

    private static int full(int year) {
        return year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year;
    }

    private static final int LONGEST = 12;

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
        int full = full(year);
        try {
            return LocalDate.of(full, Math.min(first, second), Math.max(first, second))
                            .toEpochDay()
                    - BEGINNING;
        } catch (DateTimeException noDay) {
            return 0;
        }
    }
}
