package pullquote.dispatch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;
import pullquote.dispatch.DispatchSettings.Desk;

/**
 * Reads the instant before which a dispatch may not be published: {@code EMBARGOED until 0001 GMT Sept. 29}. A day
 * printed without its year, or as a weekday, is the first such day from the publication on; without a publication it is
 * not known.
 */
final class EmbargoReader {
    private static final String MONTH = "(?:" + MonthNames.PATTERN + ")\\.?";
    /** {@code Sept. 29} or {@code 29 September}, no year behind it. */
    private static final Pattern DAY = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d:.])(?:" + MONTH + "\\s\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?\\s" + MONTH
                    + ")(?![\\p{L}\\d]|,?\\s\\d{4}(?!\\d))");

    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)(?<!\\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\\p{L})");

    private final PublicationReader publications;

    EmbargoReader(PublicationReader publications) {
        this.publications = publications;
    }

    /**
     * {@return the end of the embargo}
     *
     * @param words the words after its label
     * @param published the day of publication
     */
    Optional<Instant> read(
            String words, Optional<LocalDate> published, Optional<Desk> desk, Consumer<String> warnings) {
        return publications
                .read(published.map(day -> dated(words, day)).orElse(words), desk, warnings)
                .at();
    }

    /** Writes the year that a day lacks, or the date of a weekday that stands alone. */
    private static String dated(String words, LocalDate published) {
        Matcher day = DAY.matcher(words);
        if (day.find()) {
            Optional<LocalDate> thisYear =
                    DatelineReader.day(day.group() + " " + published.getYear(), Optional.of(published));
            boolean over = thisYear.filter(date -> date.isBefore(published)).isPresent();
            return day.replaceFirst("$0 " + (published.getYear() + (over ? 1 : 0)));
        }
        Matcher weekday = WEEKDAY.matcher(words);
        boolean dated = PrintedTime.scan(words, DayMonthOrder.DAY_FIRST)
                .flatMap(PrintedTime::day)
                .isPresent();
        if (!weekday.find() || dated) {
            return words;
        }
        DayOfWeek named = DayOfWeek.valueOf(weekday.group().toUpperCase(Locale.ROOT));
        return weekday.replaceFirst(
                published.with(TemporalAdjusters.nextOrSame(named)).toString());
    }
}
