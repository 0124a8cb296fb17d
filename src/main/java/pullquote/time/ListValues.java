package pullquote.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Works out days and months of lists and spans, and the n-th weekday or week of a month. */
final class ListValues {
    /** An ISO week is the first of a month, or a year, that holds its fourth day. */
    private static final int FOURTH = 4;

    private final PointValues points;

    ListValues(PointValues points) {
        this.points = points;
    }

    /** The other end of a span of days: the {@code 5} of "March 3-5", the {@code 14} of "14-15 August". */
    Optional<Resolved> range(Captures words, Memory memory) {
        boolean last = words.match().lead() > 0;
        int day = (int) words.tokens().number[words.match().from()];
        int other = words.number("$DAY", last ? 0 : 1).map(Double::intValue).orElse(0);
        if (last ? day <= other : day >= other) {
            return Optional.empty();
        }
        Optional<LocalDate> first = last && !words.has("$YEAR") ? memory.dayOfSentence() : Optional.empty();
        return first.filter(from -> from.getDayOfMonth() == other)
                .flatMap(from -> PointValues.date(from.getYear(), from.getMonthValue(), day))
                .map(date -> Resolved.of(date.toString()).from("text " + first.get()))
                .or(() -> points.monthDay(words, memory, day));
    }

    /** "between November and February 2015": the year printed with the last, the year before where it goes over. */
    Optional<Resolved> month(Captures words, Memory memory) {
        int before = words.match().lead() == 0 ? 0 : 1;
        Optional<Integer> month = words.number("$MONTH", before).map(Double::intValue);
        Optional<Integer> year = words.value("$YEAR").or(memory::recentYear);
        if (month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> next = words.number("$MONTH", before + 1).map(Double::intValue);
        int over = next.filter(number -> number < month.get()).isPresent() ? 1 : 0;
        return Optional.of(
                Resolved.of(CalendarValue.year(year.get() - over) + "-" + CalendarValue.pad(month.get(), 2)));
    }

    /** "the first Monday of May". */
    Optional<Resolved> weekday(Captures words, Memory memory) {
        int nth = words.value("$ORD").orElse(-1);
        return points.month(words, memory)
                .flatMap(month -> firstDay(month.value()))
                .filter(first -> nth <= 5)
                .map(first -> first.with(TemporalAdjusters.dayOfWeekInMonth(
                        nth, DayOfWeek.of(words.value("$WEEKDAY").orElse(1)))))
                .map(day -> Resolved.of(day.toString()));
    }

    /** "the second week of March", "the first week of 2016". */
    Optional<Resolved> week(Captures words, Memory memory) {
        Optional<String> within = words.has("$MONTH")
                ? points.month(words, memory).map(Resolved::value)
                : words.value("$YEAR").map(CalendarValue::year);
        Optional<CalendarValue.Days> days = within.flatMap(CalendarValue::days);
        int nth = words.value("$ORD").orElse(0);
        return days.map(all -> nth > 0
                        ? all.from().plusDays(FOURTH - 1).plusWeeks(nth - 1L)
                        : all.to().minusDays(FOURTH - 1))
                .map(day -> Resolved.of(CalendarValue.week(day)));
    }

    private static Optional<LocalDate> firstDay(String month) {
        return CalendarValue.days(month).map(CalendarValue.Days::from);
    }
}
