package pullquote.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/** Works out days, times of day and months: whatever a rule has found of weekday, day, month, year and clock. */
final class PointValues {
    private static final String[] PARTS = {"", "TMO", "TAF", "TEV", "TNI", "TMI"};

    private static final LocalDate SEPTEMBER_11 = LocalDate.of(2001, 9, 11);
    private static final Set<String> SPAN_WORDS = Set.of("through", "to", "-", "–", "until", "till");
    private static final Set<String> ATTACKS =
            Set.of("attack", "attacks", "terror", "terrorist", "hijackings", "hijackers", "suicide", "commission");

    /** A verb this close to a date tells more of it than one farther off. */
    private static final int NEAR = 7;

    private final Tense tense;

    PointValues(Tense tense) {
        this.tense = tense;
    }

    Optional<Resolved> resolve(Captures words, Memory memory) {
        Optional<Resolved> day = day(words, memory);
        if (words.has("$DAYPART")
                || words.has("$CLOCK")
                || words.has("$AMPM")
                || words.has("$CLOCK4")
                || words.has("$POINTOFDAY")
                || words.has("$DAWN")
                || clockWord(words)) {
            return Optional.of(time(words, memory, day));
        }
        return day.isPresent() ? day : month(words, memory);
    }

    private static boolean clockWord(Captures words) {
        return words.says("tonight") || words.says("overnight") || words.says("o") || words.says("hours");
    }

    private Optional<Resolved> day(Captures words, Memory memory) {
        Optional<Integer> shift = words.value("$DAYWORD");
        if (shift.isPresent()) {
            // "the day after tomorrow"
            int more = !words.says("day") ? 0 : words.says("after") ? 1 : words.says("before") ? -1 : 0;
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

    private static Optional<Integer> dayOfMonth(Captures words) {
        return words.beside("$DAY", "$MONTH").or(() -> words.value("$ORDDAY")).or(() -> words.value("$ORD"));
    }

    /** What the word before says, "by", "until", "since", else the verbs; a verb of the past far off says little. */
    int direction(Captures words) {
        int from = words.match().from();
        if (from > 0 && !words.tokens().has(from, Tokens.SENTENCE_START)) {
            String before = words.tokens().word(from - 1);
            switch (before) {
                case "by", "until", "till", "effective", "record" -> {
                    return 1;
                }
                case "through", "to", "for" -> {
                    // "extended to Nov. 16", "called for Feb. 15"; months so named lie on either side
                    if (words.has("$DAY")) {
                        return before.equals("for") ? 0 : 1;
                    }
                }
                case "since", "ended", "dated" -> {
                    return -1;
                }
                default -> {
                    // the verbs decide
                }
            }
        }
        return tense.direction(words.tokens(), from, words.match().to());
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
                .flatMap(from -> date(from.getYear(), from.getMonthValue(), day))
                .map(date -> Resolved.of(date.toString()).from("text " + first.get()))
                .or(() -> monthDay(words, memory, day));
    }

    private Optional<Resolved> monthDay(Captures words, Memory memory, int day) {
        int month = words.value("$MONTH").orElse(0);
        Optional<Integer> year = words.value("$YEAR");
        if (year.isEmpty() && month == 9 && day == 11 && isAttack(words, memory)) {
            return Optional.of(Resolved.of("2001-09-11"));
        }
        if (year.isPresent()) {
            return date(year.get(), month, day).map(date -> Resolved.of(date.toString()));
        }
        if (memory.reference().isEmpty()) {
            return date(2000, month, day)
                    .map(date -> Resolved.of("XXXX-" + CalendarValue.pad(month, 2) + "-" + CalendarValue.pad(day, 2)));
        }
        LocalDate now = memory.reference().get();
        int direction = direction(words);
        int strength = tense.distance(words.tokens(), words.match().from()) <= NEAR ? 2 : 1;
        Optional<LocalDate> chosen = Optional.empty();
        for (int candidate = now.getYear() - 1; candidate <= now.getYear() + 1; candidate++) {
            Optional<LocalDate> date = date(candidate, month, day);
            if (date.isPresent() && better(date.get(), chosen, now, direction * strength, words.value("$WEEKDAY"))) {
                chosen = date;
            }
        }
        return chosen.map(date -> Resolved.of(date.toString()).from(memory.anchor()));
    }

    /** "the Sept. 11 attacks", in any year after. */
    private static boolean isAttack(Captures words, Memory memory) {
        int next = words.match().to();
        return memory.reference().filter(now -> now.isAfter(SEPTEMBER_11)).isPresent()
                && next < words.tokens().size
                && ATTACKS.contains(words.tokens().word(next));
    }

    /** The nearest such day wins, unless the weekday printed with it or the verb's tense is against it. */
    private static boolean better(
            LocalDate date, Optional<LocalDate> than, LocalDate now, int direction, Optional<Integer> weekday) {
        return than.isEmpty() || cost(date, now, direction, weekday) < cost(than.get(), now, direction, weekday);
    }

    private static long cost(LocalDate date, LocalDate now, int direction, Optional<Integer> weekday) {
        long days = date.toEpochDay() - now.toEpochDay();
        long cost = Math.abs(days);
        int past = direction < -1 ? 340 : 200;
        if (direction < 0 && days > 0) {
            cost += past;
        }
        if (direction > 0 && days < 0) {
            cost += 120;
        }
        if (weekday.isPresent() && date.getDayOfWeek().getValue() != weekday.get()) {
            cost += 400;
        }
        return cost;
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
        int direction = words.says("coming")
                ? 1
                : words.says("past") ? -1 : printed.filter(way -> way != 0).orElse(0);
        LocalDate day;
        if (direction == 0) {
            boolean ahead = tense.direction(
                            words.tokens(), words.match().from(), words.match().to())
                    > 0;
            day = now.with(ahead ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
        } else {
            day = now.with(direction > 0 ? TemporalAdjusters.next(weekday) : TemporalAdjusters.previous(weekday));
        }
        return Resolved.of(day.toString()).from(memory.anchor());
    }

    /** "Thursday through Saturday": the first day of the span. */
    private static Optional<LocalDate> firstOfSpan(Captures words, Memory memory) {
        int before = words.match().from() - 2;
        boolean span = before >= 0
                && words.tokens().is(before, words.element("$WEEKDAY"))
                && SPAN_WORDS.contains(words.tokens().word(before + 1));
        return span ? memory.dayOfSentence() : Optional.empty();
    }

    private Resolved time(Captures words, Memory memory, Optional<Resolved> day) {
        Resolved base = day.orElseGet(() -> dayOfTime(words, memory));
        String suffix = clock(words);
        if (suffix.isEmpty()) {
            int part = words.says("tonight") || words.says("overnight")
                    ? 4
                    : words.either("$DAYPART", "$DAWN").orElse(words.says("hours") ? 4 : 0);
            suffix = part < PARTS.length ? PARTS[part] : "";
        }
        return new Resolved(base.value() + suffix, words.mod(), base.anchor(), Optional.of(Timex3.Type.TIME));
    }

    private static Resolved dayOfTime(Captures words, Memory memory) {
        Optional<LocalDate> today = memory.reference();
        if (words.says("last")) {
            return Resolved.of(today.map(day -> day.minusDays(1).toString()).orElse("XXXX-XX-XX"))
                    .from(memory.anchor());
        }
        if (words.says("previous") || (words.says("before") && words.has("$DAYPART"))) {
            LocalDate from = memory.recentDay().or(memory::reference).orElse(null);
            return Resolved.of(from == null ? "XXXX-XX-XX" : from.minusDays(1).toString())
                    .from("text");
        }
        if (words.says("next") || words.says("following")) {
            LocalDate from = memory.recentDay().or(memory::reference).orElse(null);
            return Resolved.of(from == null ? "XXXX-XX-XX" : from.plusDays(1).toString())
                    .from("text");
        }
        boolean present = words.says("this") || words.says("tonight");
        Optional<LocalDate> named =
                words.says("that") || words.says("same") ? memory.recentDay() : memory.dayOfSentence();
        if (!present && named.isPresent()) {
            return Resolved.of(named.get().toString()).from("text " + named.get());
        }
        return Resolved.of(today.map(LocalDate::toString).orElse("XXXX-XX-XX")).from(memory.anchor());
    }

    private static String clock(Captures words) {
        Optional<Integer> half = words.value("$AMPM");
        Optional<Integer> point = words.value("$POINTOFDAY");
        if (point.isPresent()) {
            return point.get() == 24 ? "T24:00" : "T12:00";
        }
        Optional<Integer> minutes = words.value("$CLOCK");
        int hour;
        int minute = 0;
        if (minutes.isPresent()) {
            hour = minutes.get() / 60;
            minute = minutes.get() % 60;
        } else if (words.has("$CLOCK4")) {
            int digits = words.value("$CLOCK4").orElse(0);
            hour = digits / 100;
            minute = digits % 100;
        } else if (half.isPresent() || words.says("o")) {
            hour = words.beside("$DAY", words.says("o") ? "o" : "$AMPM")
                    .or(() -> words.value("$NUM"))
                    .orElse(0);
        } else {
            return "";
        }
        if (half.isPresent() && hour <= 12) {
            hour = hour % 12 + half.get();
        }
        return "T" + CalendarValue.pad(hour, 2) + ":" + CalendarValue.pad(minute, 2);
    }

    private Optional<Resolved> month(Captures words, Memory memory) {
        Optional<Integer> month = words.either("$PLAINMONTH", "$MONTH");
        if (month.isEmpty()) {
            return Optional.empty();
        }
        String number = "-" + CalendarValue.pad(month.get(), 2);
        Optional<Integer> year = words.value("$YEAR").or(() -> words.value("$YEARWORDS"));
        if (year.isPresent()) {
            return Optional.of(
                    Resolved.of(CalendarValue.year(year.get()) + number).mod(words.mod()));
        }
        if (memory.reference().isEmpty()) {
            return Optional.of(Resolved.of("XXXX" + number));
        }
        LocalDate now = memory.reference().get();
        int chosen = now.getYear() + shift(words, now, month.get());
        return Optional.of(Resolved.of(CalendarValue.year(chosen) + number)
                .mod(words.mod())
                .from(memory.anchor()));
    }

    /** {@return how many years from this one the month lies} */
    private int shift(Captures words, LocalDate now, int month) {
        Optional<Integer> printed = words.value("$LASTNEXT");
        int current = now.getMonthValue();
        if (words.says("year")) {
            return printed.orElse(0);
        }
        int direction = words.says("past") ? -1 : words.says("coming") ? 1 : printed.orElse(0);
        if (direction < 0) {
            // said in March, "last February" is the year before's: this year's would be "last month"
            return month < current - 1 ? 0 : -1;
        }
        if (direction > 0) {
            return month > current ? 0 : 1;
        }
        if (printed.isPresent()) {
            return 0;
        }
        int verbs = direction(words);
        if (month == current) {
            // on the first days of a month its name with a past verb is last year's
            return verbs < 0 && now.getDayOfMonth() <= 5 ? -1 : 0;
        }
        if (verbs > 0) {
            return month >= current ? 0 : 1;
        }
        // ahead within the year by a few months, and nothing says that it is over
        return month < current ? 0 : verbs < 0 || month - current > 6 ? -1 : 0;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
