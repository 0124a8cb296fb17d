package pullquote.dispatch;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.text.Span;

/**
 * Reads a dateline: {@code TEHRAN, Sept. 27 (Xinhua) --}, {@code LIMA, 1 Mar (EFE) -}, {@code PARIS (AP) --},
 * {@code BAGHDAD Three …}. The shapes are in {@code datelines.rules}; the first that fits decides.
 */
final class DatelineReader {
    /**
     * A dateline found, and the words that it was read from.
     *
     * @param dateline place, day and agency
     * @param end where the story proper may begin, in UTF-16 units of the text searched
     * @param rule the shape that fitted
     * @param dated whether it prints a day
     * @param impossible whether it prints a day that no calendar has
     */
    record Found(Dateline dateline, int end, String rule, boolean dated, boolean impossible) {
        /** {@return whether more than a place shows that it is a dateline} */
        boolean shown() {
            return dated || dateline.agency().isPresent();
        }
    }

    private static final int LONGEST = 240;
    /** How many days a dateline may lie ahead of the posting: the line's zones, and posting times of another day. */
    private static final int AHEAD = 7;

    private static final LocalDate LEAP_YEARS_END = LocalDate.of(2000, 12, 31);

    /** An agency that the table need not know, behind a place in capitals. */
    private static final Pattern NEW_AGENCY = Pattern.compile("\\p{Lu}\\p{L}{1,15}");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?iu)(?<!\\p{L})" + MonthNames.PATTERN + "(?!\\p{L})");
    private static final Pattern CHINESE = Pattern.compile("(\\d{1,2})月(\\d{1,2})日");

    private final DispatchSettings settings;
    private final Gazetteer gazetteer;
    private final List<DatelineRule> rules;
    private final CapitalsDateline capitals;

    DatelineReader(DispatchSettings settings, Gazetteer gazetteer) {
        this.settings = settings;
        this.gazetteer = gazetteer;
        this.rules = DatelineRule.all();
        this.capitals = new CapitalsDateline(gazetteer);
    }

    /**
     * {@return the dateline that a text has at an offset}
     *
     * @param text the text
     * @param start where the line begins
     * @param bodyStart where the body begins: the dateline's span counts from there
     * @param published the day of publication, from which a year is inferred
     */
    Optional<Found> read(String text, int start, int bodyStart, Optional<LocalDate> published) {
        String window = unbroken(text, start, Math.min(text.length(), start + LONGEST));
        for (DatelineRule rule : rules) {
            if (!rule.mayFit(window)) {
                continue;
            }
            Matcher found = rule.shape().matcher(window);
            if (found.lookingAt() && fits(rule, found)) {
                return Optional.of(found(
                        rule.name(),
                        found.group("place"),
                        DatelineRule.group(found, "date"),
                        DatelineRule.group(found, "agency"),
                        DatelineRule.group(found, "region"),
                        new Span(start - bodyStart, start - bodyStart + found.end()),
                        start + found.end(),
                        published));
            }
        }
        int length = capitals.length(window);
        return length == 0
                ? Optional.empty()
                : Optional.of(found(
                        "capitals",
                        window.substring(0, length),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Span(start - bodyStart, start - bodyStart + length),
                        start + length,
                        published));
    }

    /** {@return a part of a text with a plain blank for each line break and each blank that does not break} */
    static String unbroken(String text, int start, int end) {
        return text.substring(start, end).replace('\n', ' ').replace('\r', ' ').replace('\u00a0', ' ');
    }

    /** {@return a dateline that stands beside the text, not in the body: its span is empty} */
    static Dateline outside(Dateline read) {
        return new Dateline(new Span(0, 0), read.raw(), read.place(), read.country(), read.date(), read.agency());
    }

    /** {@return the dateline of a carrier's field that holds but a place} */
    Dateline placeOnly(String words) {
        String raw = words.strip().replaceAll("\\s+", " ");
        return new Dateline(
                new Span(0, 0),
                raw,
                gazetteer.normalCase(raw),
                gazetteer.country(raw),
                Optional.empty(),
                Optional.empty());
    }

    private boolean fits(DatelineRule rule, Matcher found) {
        String place = found.group("place");
        Optional<String> agency = DatelineRule.group(found, "agency");
        boolean known = gazetteer.country(place).isPresent();
        boolean shouted = place.equals(place.toUpperCase(Locale.ROOT));
        boolean desk = agency.isPresent() && knowsAgency(agency.get());
        return switch (rule.needs()) {
            case AGENCY -> desk;
            case BOTH -> desk && known;
            case PLACE -> known && (shouted || shoutedCity(place));
            case CITY -> gazetteer.isCity(place) && !gazetteer.isRegion(place);
            case NO_AGENCY -> known || (shouted && !knowsAgency(place));
            case NAMED -> known || shouted || shoutedCity(place);
            case EITHER ->
                desk
                        || (known && agency.filter(DatelineReader::isName).isPresent())
                        || DatelineRule.group(found, "date").isPresent()
                        || (shouted
                                && place.length() > 3
                                && agency.filter(NEW_AGENCY.asMatchPredicate()).isPresent());
            case NOTHING -> true;
        };
    }

    private static boolean isName(String agency) {
        return !Character.isLowerCase(agency.charAt(0));
    }

    private static boolean shoutedCity(String place) {
        String city = place.split(",")[0];
        return place.indexOf(',') > 0 && city.equals(city.toUpperCase(Locale.ROOT));
    }

    private boolean knowsAgency(String agency) {
        for (String part : agency.split("[/,-]")) {
            if (settings.desk(part).isPresent()) {
                return true;
            }
        }
        return settings.desk(agency).isPresent();
    }

    private Found found(
            String rule,
            String place,
            Optional<String> date,
            Optional<String> agency,
            Optional<String> region,
            Span span,
            int end,
            Optional<LocalDate> published) {
        String raw = withoutStop(place.strip().replaceAll("\\s+", " ").replace(" ,", ","));
        Optional<LocalDate> day = date.flatMap(words -> day(words, published));
        // a day without a year is impossible where not even a leap year has it
        boolean impossible = date.isPresent()
                && day.isEmpty()
                && day(date.get(), published.or(() -> Optional.of(LEAP_YEARS_END)))
                        .isEmpty();
        Dateline dateline = new Dateline(
                span,
                raw,
                gazetteer.normalCase(raw),
                gazetteer.country(raw).or(() -> region.flatMap(gazetteer::country)),
                day,
                agency.map(String::strip));
        return new Found(dateline, end, rule, date.isPresent(), impossible);
    }

    /** {@return a place without dashes or a full stop that ends no abbreviation: the {@code MOSCOW} of {@code MOSCOW.}} */
    private String withoutStop(String place) {
        String name = place.replaceFirst("[.-]+$", "");
        return place.endsWith("-") || gazetteer.isCity(name) ? name : place;
    }

    /** {@return the day that a dateline's words name, its year inferred from the day of publication} */
    static Optional<LocalDate> day(String words, Optional<LocalDate> published) {
        Matcher chinese = CHINESE.matcher(words);
        if (chinese.find()) {
            return day(
                    Integer.parseInt(chinese.group(1)),
                    Integer.parseInt(chinese.group(2)),
                    Optional.empty(),
                    published);
        }
        Matcher month = MONTH.matcher(words);
        if (!month.find()) {
            return weekday(words, published);
        }
        Matcher year = YEAR.matcher(words);
        Optional<Integer> printed = year.find() ? Optional.of(Integer.parseInt(year.group())) : Optional.empty();
        Matcher day = DAY.matcher(words);
        return day.find()
                ? day(MonthNames.number(month.group()), Integer.parseInt(day.group()), printed, published)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(
            int month, int day, Optional<Integer> printed, Optional<LocalDate> published) {
        try {
            if (printed.isPresent()) {
                return Optional.of(LocalDate.of(printed.get(), month, day));
            }
            if (published.isEmpty()) {
                return Optional.empty();
            }
            // filed before it was posted: the latest such day that is not well ahead of the posting
            LocalDate latest = published.get().plusDays(AHEAD);
            boolean thisYear = month < latest.getMonthValue()
                    || (month == latest.getMonthValue() && day <= latest.getDayOfMonth());
            return Optional.of(LocalDate.of(thisYear ? latest.getYear() : latest.getYear() - 1, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> weekday(String words, Optional<LocalDate> published) {
        String name = words.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name)) {
                return published.map(date -> date.with(TemporalAdjusters.previousOrSame(day)));
            }
        }
        return Optional.empty();
    }
}
