package pullquote.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works out days, times of day and months: whatever a rule has found of weekday, day, month, year and clock. */
final class PointValues {
    /** In so many years a day of a month comes around, February 29 included. */
    private static final int LEAP = 8;

    private static final LocalDate SEPTEMBER_11 = LocalDate.of(2001, 9, 11);
    private static final Set<String> JOINS = Set.of(",", "and", "or");
    private static final Set<String> SPAN_WORDS = Set.of("through", "to", "-", "–", "until", "till");
    private static final Set<String> ATTACKS =
            Set.of("attack", "attacks", "terror", "terrorist", "hijackings", "hijackers", "suicide", "commission");

    private final Direction direction;

    PointValues(Direction direction) {
        this.direction = direction;
    }

    Optional<Resolved> resolve(Captures words, Memory memory) {
        if (NameGuard.isName(words)) {
            return Optional.empty();
        }
        Optional<Resolved> day = day(words, memory);
        if (ClockValues.isTime(words)) {
            return Optional.of(ClockValues.time(words, memory, day));
        }
        return day.isPresent() ? day : month(words, memory);
    }

    /** {@return what an expression leaves open: on which side of the reference it is; empty where it leaves nothing open} */
    static Optional<DirectionFeatures.Kind> open(Captures words) {
        if (!words.match().rule().function().equals("point")
                || words.has("$YEAR")
                || words.has("$LASTNEXT")
                || words.has("$DIR")
                || words.has("$YEARWORDS")) {
            return Optional.empty();
        }
        if (words.has("$MONTH") && dayOfMonth(words).isPresent()) {
            return Optional.of(DirectionFeatures.Kind.MONTHDAY);
        }
        if (words.has("$MONTH") || words.has("$PLAINMONTH")) {
            return Optional.of(DirectionFeatures.Kind.MONTH);
        }
        return words.has("$WEEKDAY") ? Optional.of(DirectionFeatures.Kind.WEEKDAY) : Optional.empty();
    }

    /** {@return in how many days or months the next such weekday, month or day of a month is; 0 for the same} */
    static int steps(Captures words, LocalDate now) {
        int month = words.month();
        if (month == 0) {
            return Math.floorMod(
                    words.value("$WEEKDAY").orElse(0) - now.getDayOfWeek().getValue(), 7);
        }
        if (!words.has("$MONTH") || dayOfMonth(words).isEmpty()) {
            return Math.floorMod(month - now.getMonthValue(), 12);
        }
        return daySteps(month - now.getMonthValue(), dayOfMonth(words).orElse(0) - now.getDayOfMonth());
    }

    /** {@return in which part of a year from now a day is, by its distance in months and days} */
    static int daySteps(int months, int days) {
        int ahead = Math.floorMod(months * 31 + days, 372);
        return ahead == 0 ? 0 : ahead <= 7 ? 1 : ahead <= 31 ? 2 : ahead > 365 ? 9 : ahead > 341 ? 8 : 2 + ahead / 62;
    }

    private Optional<Resolved> day(Captures words, Memory memory) {
        Optional<Integer> shift = words.value("$DAYWORD");
        if (shift.isPresent()) {
            // "the day after tomorrow"
            int more = !words.says("day") ? 0 : words.says("after") ? 1 : words.says("before") ? -1 : 0;
            memory.reference().ifPresent(now -> memory.lead(now.plusDays(shift.get() + more)));
            return Optional.of(memory.reference()
                    .map(day -> Resolved.of(day.plusDays(shift.get() + more).toString()))
                    .orElseGet(() -> Resolved.of("XXXX-XX-XX"))
                    .from(memory.anchor()));
        }
        if (words.has("$ISODATE")) {
            int from = words.tokens().start[words.match().from()];
            for (int i = words.match().from(); i < words.match().to(); i++) {
                from = words.tokens().end[i] - words.tokens().start[i] == 10 ? words.tokens().start[i] : from;
            }
            String value = words.tokens().text.substring(from, from + 10);
            return CalendarValue.days(value).map(days -> Resolved.of(value));
        }
        if (words.has("$SLASHDATE")) {
            return words.number("$SLASHDATE", 0)
                    .map(number -> Resolved.of(SlashedDate.day(number).toString()));
        }
        if (words.has("$MONTH") && !words.has("$PLAINMONTH")) {
            Optional<Integer> day = dayOfMonth(words);
            if (day.isPresent()) {
                return monthDay(words, memory, day.get());
            }
        }
        if (words.has("$ORDDAY") && !words.has("$MONTH")) {
            int months = words.has("$LASTNEXT")
                    ? words.value("$LASTNEXT").orElse(0)
                    : words.says("last") ? -1 : words.says("next") ? 1 : 0;
            return memory.reference()
                    .flatMap(day -> date(
                            day.plusMonths(months).getYear(),
                            day.plusMonths(months).getMonthValue(),
                            dayOfMonth(words).orElse(0)))
                    .map(day -> Resolved.of(day.toString()).from(memory.anchor()));
        }
        if (words.has("$WEEKDAYS")) {
            return memory.reference()
                    .flatMap(now -> words.number("$NUM", 0)
                            .filter(count -> count >= 1 && count < 60)
                            .map(count -> now.with(TemporalAdjusters.previous(DayOfWeek.of(
                                            words.value("$WEEKDAYS").orElse(1))))
                                    .minusWeeks(count.longValue() - 1)))
                    .map(day -> Resolved.of(day.toString()).from(memory.anchor()));
        }
        return words.value("$WEEKDAY").map(number -> weekday(number, words, memory));
    }

    static Optional<Integer> dayOfMonth(Captures words) {
        return words.beside("$DAY", "$MONTH").or(() -> words.value("$ORDDAY")).or(() -> words.value("$ORD"));
    }

    Optional<Resolved> monthDay(Captures words, Memory memory, int day) {
        int month = words.value("$MONTH").orElse(0);
        Optional<Integer> year = words.value("$YEAR");
        if (year.isEmpty() && month == 9 && day == 11 && isAttack(words, memory)) {
            return Optional.of(Resolved.of("2001-09-11"));
        }
        if (year.isPresent()) {
            return date(year.get(), month, day).map(date -> Resolved.of(date.toString()));
        }
        Optional<Integer> printed = words.value("$LASTNEXT");
        if (words.says("year") && printed.isPresent()) {
            return memory.reference()
                    .flatMap(now -> date(now.getYear() + printed.get(), month, day))
                    .map(date -> Resolved.of(date.toString()).from(memory.anchor()));
        }
        if (memory.reference().isEmpty()) {
            return date(2000, month, day)
                    .map(date -> Resolved.of("XXXX-" + CalendarValue.pad(month, 2) + "-" + CalendarValue.pad(day, 2)));
        }
        LocalDate now = memory.reference().get();
        return nearest(words, now, month, day)
                .or(() -> side(words, memory, now, month, day))
                .map(date -> Resolved.of(date.toString()).from(memory.anchor()));
    }

    /** {@return the nearest such day that is the weekday printed with it} */
    private static Optional<LocalDate> nearest(Captures words, LocalDate now, int month, int day) {
        Optional<Integer> weekday = words.value("$WEEKDAY");
        return weekday.flatMap(number -> candidates(now, month, day)
                .filter(date -> date.getDayOfWeek().getValue() == number)
                .min(Comparator.comparingLong(date -> Math.abs(date.toEpochDay() - now.toEpochDay()))));
    }

    private Optional<LocalDate> side(Captures words, Memory memory, LocalDate now, int month, int day) {
        int printed = words.value("$LASTNEXT").orElse(0);
        boolean ahead = printed != 0
                ? printed > 0
                : direction.ahead(words, memory, DirectionFeatures.Kind.MONTHDAY, steps(words, now));
        return ahead
                ? candidates(now, month, day)
                        .filter(date -> !date.isBefore(now))
                        .findFirst()
                : candidates(now, month, day).filter(date -> !date.isAfter(now)).reduce((earlier, later) -> later);
    }

    private static Stream<LocalDate> candidates(LocalDate now, int month, int day) {
        return IntStream.rangeClosed(now.getYear() - LEAP, now.getYear() + LEAP)
                .mapToObj(year -> date(year, month, day))
                .flatMap(Optional::stream);
    }

    /** "the Sept. 11 attacks", in any year after. */
    private static boolean isAttack(Captures words, Memory memory) {
        int next = words.match().to();
        return memory.reference().filter(now -> now.isAfter(SEPTEMBER_11)).isPresent()
                && next < words.tokens().size
                && ATTACKS.contains(words.tokens().word(next));
    }

    private Resolved weekday(int number, Captures words, Memory memory) {
        DayOfWeek weekday = DayOfWeek.of(number);
        if (memory.reference().isEmpty()) {
            return Resolved.of("XXXX-WXX-" + number).from(memory.anchor());
        }
        LocalDate now = memory.reference().get();
        Optional<Integer> printed = words.value("$DIR");
        if (words.says("week") && words.has("$LASTNEXT")) {
            LocalDate week = now.plusWeeks(words.value("$LASTNEXT").orElse(0));
            return Resolved.of(week.with(weekday).toString()).from(memory.anchor());
        }
        if (words.says("week")) {
            return Resolved.of(now.with(TemporalAdjusters.next(weekday))
                            .plusWeeks(1)
                            .toString())
                    .from(memory.anchor());
        }
        Optional<LocalDate> first = firstOfSpan(words, memory);
        if (first.isPresent()) {
            return Resolved.of(first.get().with(TemporalAdjusters.next(weekday)).toString())
                    .from("text " + first.get());
        }
        if (words.says("previous") || words.says("following")) {
            LocalDate from = memory.recentDay().orElse(now);
            LocalDate day = words.says("previous")
                    ? from.with(TemporalAdjusters.previous(weekday))
                    : from.with(TemporalAdjusters.next(weekday));
            return Resolved.of(day.toString()).from(memory.recentDay().isPresent() ? "text " + from : memory.anchor());
        }
        int way = words.says("coming")
                ? 1
                : words.says("past") ? -1 : printed.filter(side -> side != 0).orElse(0);
        LocalDate day;
        if (way == 0) {
            int steps = steps(words, now);
            boolean decided = direction.ahead(words, memory, DirectionFeatures.Kind.WEEKDAY, steps);
            boolean ahead = memory.listed(words.match().from()).orElse(decided);
            memory.mayBeListed(
                    steps == 0 ? -1 : endOfJoin(words.tokens(), words.match().to()), ahead);
            day = now.with(ahead ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
        } else {
            day = now.with(way > 0 ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previous(weekday));
        }
        memory.lead(day);
        return Resolved.of(day.toString()).from(memory.anchor());
    }

    /** {@return where the next of a list may begin, "Saturday, Sunday and Monday"; -1 where nothing joins} */
    private static int endOfJoin(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size && at - from < 2 && !tokens.has(at, Tokens.SENTENCE_START) && isJoin(tokens, at)) {
            at++;
        }
        return at == from ? -1 : at;
    }

    private static boolean isJoin(Tokens tokens, int at) {
        int length = tokens.end[at] - tokens.start[at];
        return length <= 3 && JOINS.contains(tokens.word(at));
    }

    /** "Thursday through Saturday": the first day of the span. */
    private static Optional<LocalDate> firstOfSpan(Captures words, Memory memory) {
        int before = words.match().from() - 2;
        boolean span = before >= 0
                && words.tokens().is(before, words.element("$WEEKDAY"))
                && SPAN_WORDS.contains(words.tokens().word(before + 1));
        return span ? memory.dayOfSentence() : Optional.empty();
    }

    Optional<Resolved> month(Captures words, Memory memory) {
        int month = words.month();
        if (month == 0) {
            return Optional.empty();
        }
        String number = "-" + CalendarValue.pad(month, 2);
        Optional<Integer> year = words.value("$YEAR").or(() -> words.value("$YEARWORDS"));
        if (year.isPresent()) {
            return Optional.of(
                    Resolved.of(CalendarValue.year(year.get()) + number).mod(words.mod()));
        }
        if (memory.reference().isEmpty()) {
            return Optional.of(Resolved.of("XXXX" + number));
        }
        LocalDate now = memory.reference().get();
        int chosen = now.getYear() + shift(words, memory, now, month);
        return Optional.of(Resolved.of(CalendarValue.year(chosen) + number)
                .mod(words.mod())
                .from(memory.anchor()));
    }

    /** {@return how many years from this one the month is} */
    private int shift(Captures words, Memory memory, LocalDate now, int month) {
        Optional<Integer> printed = words.value("$LASTNEXT");
        int current = now.getMonthValue();
        if (words.says("year")) {
            return printed.orElse(0);
        }
        int way = words.says("past") ? -1 : words.says("coming") ? 1 : printed.orElse(0);
        if (way < 0) {
            // said in March, "last February" is the year before's: this year's would be "last month"
            return month < current - 1 ? 0 : -1;
        }
        if (way > 0) {
            return month > current ? 0 : 1;
        }
        if (printed.isPresent() || month == current) {
            return 0;
        }
        boolean ahead = direction.ahead(words, memory, DirectionFeatures.Kind.MONTH, steps(words, now));
        return ahead ? (month > current ? 0 : 1) : month < current ? 0 : -1;
    }

    static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
