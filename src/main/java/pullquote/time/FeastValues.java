package pullquote.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Works out on which day a feast falls: fixed days, the n-th weekday of a month, days counted from Easter. */
final class FeastValues {
    private final Map<String, String> days = new LinkedHashMap<>();
    private final Direction direction;

    FeastValues(Direction direction) {
        this.direction = direction;
        for (String line : TimexLexicon.lines("feasts.tsv")) {
            int tab = line.indexOf('\t');
            days.put(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    /** The year printed, else the nearest such day on the side that the word before it or the verbs tell of. */
    Optional<Resolved> resolve(Captures words, Memory memory) {
        Optional<String> day = named(words);
        int next = words.match().to();
        boolean name = next < words.tokens().size
                && !words.tokens().has(next, Tokens.SENTENCE_START)
                && NameGuard.isCapital(words.tokens(), next);
        if (day.isEmpty() || name) {
            return Optional.empty();
        }
        Optional<Integer> year = words.value("$YEAR");
        if (year.isPresent()) {
            return Optional.of(Resolved.of(on(day.get(), year.get()).toString()));
        }
        return memory.reference()
                .map(now -> Resolved.of(chosen(day.get(), words, memory, now).toString())
                        .from(memory.anchor()));
    }

    private LocalDate chosen(String day, Captures words, Memory memory, LocalDate now) {
        Optional<Integer> printed = words.value("$LASTNEXT");
        LocalDate thisYear = on(day, now.getYear());
        if (words.says("year") && printed.isPresent()) {
            return on(day, now.getYear() + printed.get());
        }
        if (printed.isEmpty() && Math.abs(thisYear.toEpochDay() - now.toEpochDay()) <= 1) {
            return thisYear;
        }
        boolean ahead = printed.isPresent()
                ? printed.get() >= 0
                : direction.ahead(words, memory, DirectionFeatures.Kind.MONTHDAY, steps(thisYear, now));
        if (ahead) {
            return thisYear.isBefore(now) ? on(day, now.getYear() + 1) : thisYear;
        }
        return thisYear.isBefore(now) ? thisYear : on(day, now.getYear() - 1);
    }

    private static int steps(LocalDate day, LocalDate now) {
        return PointValues.daySteps(
                day.getMonthValue() - now.getMonthValue(), day.getDayOfMonth() - now.getDayOfMonth());
    }

    private Optional<String> named(Captures words) {
        Tokens tokens = words.tokens();
        String text = tokens.text
                .substring(
                        tokens.start[words.match().from()],
                        tokens.end[words.match().to() - 1])
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\s+", " ");
        return days.entrySet().stream()
                .filter(feast -> text.contains(feast.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static LocalDate on(String day, int year) {
        if (day.startsWith("+") || day.startsWith("-")) {
            return easter(year).plusDays(Integer.parseInt(day));
        }
        if (day.indexOf('-') == 2) {
            return LocalDate.parse(CalendarValue.year(year) + "-" + day);
        }
        int first = day.indexOf('/');
        int second = day.indexOf('/', first + 1);
        return LocalDate.of(year, Integer.parseInt(day.substring(0, first)), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(
                        Integer.parseInt(day.substring(second + 1)),
                        DayOfWeek.of(Integer.parseInt(day.substring(first + 1, second)))));
    }

    /** The Gregorian reckoning of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
