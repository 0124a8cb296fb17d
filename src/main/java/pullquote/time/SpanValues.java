package pullquote.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Works out weeks, months, years, seasons and what is counted in them from a day: "last week", "two years ago". */
final class SpanValues {
    private static final String[] SEASONS = {"", "SP", "SU", "FA", "WI"};
    private final Direction direction;

    SpanValues(Direction direction) {
        this.direction = direction;
    }

    /** "this week", "early next year", "the end of the month". */
    Optional<Resolved> unit(Captures words, Memory memory) {
        if (memory.reference().isEmpty()) {
            return Optional.empty();
        }
        LocalDate now = memory.reference().get();
        int shift = words.says("before")
                ? -2
                : words.says("after")
                        ? 2
                        : words.says("past") || words.says("latest")
                                ? -1
                                : words.says("coming")
                                        ? 1
                                        : words.value("$LASTNEXT").orElse(0);
        Grain grain = words.value("$CUNIT")
                .map(Grain::of)
                .orElse(
                        words.says("month")
                                ? Grain.MONTH
                                : words.says("week")
                                        ? Grain.WEEK
                                        : words.says("decade")
                                                ? Grain.DECADE
                                                : words.says("century") ? Grain.CENTURY : Grain.YEAR);
        // on a Sunday the week that it ends is last week already, unless it is said to be this week's earlier part
        boolean over = grain == Grain.WEEK && now.getDayOfWeek() == DayOfWeek.SUNDAY && !words.says("earlier");
        return Optional.of(Resolved.of(at(grain, shifted(grain, over ? now.plusDays(1) : now, shift)))
                .mod(words.mod())
                .from(memory.anchor()));
    }

    /** "the new year": this one in its first months, else the next. */
    Optional<Resolved> newYear(Memory memory) {
        return memory.reference()
                .map(now -> Resolved.of(CalendarValue.year(now.getYear() + (now.getMonthValue() > 3 ? 1 : 0)))
                        .from(memory.anchor()));
    }

    Optional<Resolved> weekend(Captures words, Memory memory) {
        return memory.reference().map(now -> {
            boolean early = now.getDayOfWeek().getValue() < 6;
            boolean named = words.says("next") || words.says("coming");
            boolean over = words.says("last") || words.says("past");
            boolean ahead = named
                    || direction.ahead(
                            words,
                            memory,
                            DirectionFeatures.Kind.WEEKDAY,
                            Math.max(1, 6 - now.getDayOfWeek().getValue()));
            LocalDate day = early && (over || !ahead) ? now.minusWeeks(1) : now;
            return Resolved.of(CalendarValue.week(day) + "-WE").mod(words.mod()).from(memory.anchor());
        });
    }

    Optional<Resolved> season(Captures words, Memory memory) {
        Optional<Integer> season = words.value("$SEASON");
        Optional<Integer> printed = words.value("$YEAR")
                .or(() -> words.value("$YEARWORDS"))
                .or(() -> words.value("$SHORTYEAR").map(ReportValues::full));
        int number = season.orElseGet(
                () -> words.says("summer") ? 2 : words.says("winter") ? 4 : words.says("spring") ? 1 : 3);
        if (printed.isPresent()) {
            return Optional.of(Resolved.of(CalendarValue.year(printed.get()) + "-" + SEASONS[number])
                    .mod(words.mod()));
        }
        return memory.reference().map(now -> {
            int current = now.getMonthValue() == 12 ? 4 : now.getMonthValue() / 3;
            int way =
                    words.says("past") || words.says("last") ? -1 : words.says("coming") || words.says("next") ? 1 : 0;
            boolean earlier = number < (current == 0 ? 1 : current);
            int year = words.says("that") ? memory.recentYear().orElse(now.getYear()) : now.getYear();
            if (way < 0) {
                year -= earlier ? 0 : 1;
            } else if (way > 0) {
                year += earlier ? 1 : 0;
            } else if (number == 4 && now.getMonthValue() < 4) {
                year -= 1;
            }
            return Resolved.of(CalendarValue.year(year) + "-" + SEASONS[number])
                    .mod(words.mod())
                    .from(memory.anchor());
        });
    }

    /** "two years ago", "six weeks ago", "10 days ago": as fine as the unit. */
    Optional<Resolved> ago(Captures words, Memory memory) {
        Grain grain = words.either("$UNITS", "$UNIT").map(Grain::of).orElse(Grain.YEAR);
        Optional<Double> count = count(words);
        if (count.isEmpty()) {
            return Optional.of(Resolved.of("PAST_REF"));
        }
        return memory.reference()
                .map(now -> counted(grain, now, -count.get()).mod(words.mod()).from(memory.anchor()));
    }

    /** "a week later", "two days earlier", counted from what the text named last. */
    Optional<Resolved> later(Captures words, Memory memory) {
        Grain grain = words.either("$UNITS", "$UNIT").map(Grain::of).orElse(Grain.YEAR);
        Optional<Double> count = count(words);
        int way = words.value("$AGOLATER").orElse(words.says("earlier") ? -1 : 1);
        if (count.isEmpty()) {
            return Optional.of(Resolved.of(grain.vague()).as(Timex3.Type.DURATION));
        }
        boolean fromNow = words.says("now") || words.says("today");
        Optional<LocalDate> day = fromNow ? Optional.empty() : memory.recentDay();
        Optional<LocalDate> from = day.or(() -> fromNow
                        ? Optional.empty()
                        : memory.recent().flatMap(CalendarValue::days).map(CalendarValue.Days::from))
                .or(memory::reference);
        if (from.isEmpty() || grain.ofClock()) {
            return Optional.of(Resolved.of(grain.duration(count.get())).as(Timex3.Type.DURATION));
        }
        Grain fine = day.isPresent() && grain == Grain.WEEK ? Grain.DAY : grain;
        double steps = count.get() * way * (fine == grain ? 1 : 7);
        return Optional.of(counted(fine, from.get(), steps)
                .mod(words.mod())
                .from(day.isPresent() ? "text " + from.get() : memory.anchor()));
    }

    /** "the previous year", "the next day", "the following month". */
    Optional<Resolved> sequel(Captures words, Memory memory) {
        boolean before = words.says("before");
        boolean after = words.says("after");
        int shift = words.value("$DIR").orElse(before ? -1 : after ? 1 : 0);
        Grain grain = words.says("day")
                ? Grain.DAY
                : words.says("week")
                        ? Grain.WEEK
                        : words.says("month")
                                ? Grain.MONTH
                                : words.says("quarter")
                                        ? Grain.QUARTER
                                        : words.says("decade") ? Grain.DECADE : Grain.YEAR;
        if (words.has("$ORD")) {
            // "the second day of the strike": the day that is told of
            return memory.dayOfSentence()
                    .map(day -> Resolved.of(day.toString()).from("text " + day))
                    .or(() -> memory.reference()
                            .map(now -> Resolved.of(now.toString()).from(memory.anchor())));
        }
        boolean fromText = before
                || after
                || words.says("previous")
                || words.says("following")
                || words.says("next")
                || words.says("prior")
                || words.says("preceding");
        Optional<LocalDate> named = !fromText
                ? Optional.empty()
                : grain == Grain.YEAR
                        ? memory.recentYear().map(year -> LocalDate.of(year, 6, 15))
                        : grain == Grain.DAY
                                ? memory.recentDay()
                                : memory.recent().flatMap(CalendarValue::days).map(CalendarValue.Days::from);
        // "In 1960 they met, and the next year": from the year named
        boolean ofText = grain == Grain.YEAR
                && words.says("the")
                && memory.reference()
                        .flatMap(now -> memory.recentYear().filter(year -> year < now.getYear()))
                        .isPresent();
        boolean plainNext = words.says("next") && grain != Grain.DAY && !ofText;
        Optional<LocalDate> from = plainNext ? memory.reference() : named.or(memory::reference);
        return from.map(day -> Resolved.of(at(grain, shifted(grain, day, shift)))
                .from(named.isPresent() && !plainNext ? "text " + at(grain, day) : memory.anchor()));
    }

    /** "that day", "that year", "the same month". */
    Optional<Resolved> that(Captures words, Memory memory) {
        Grain grain = words.says("day") || words.says("date")
                ? Grain.DAY
                : words.says("week")
                        ? Grain.WEEK
                        : words.says("month")
                                ? Grain.MONTH
                                : words.says("quarter")
                                        ? Grain.QUARTER
                                        : words.says("decade")
                                                ? Grain.DECADE
                                                : words.says("weekend") ? Grain.WEEKEND : Grain.YEAR;
        if (words.says("then")) {
            return memory.recent().map(value -> Resolved.of(value).from("text " + value));
        }
        boolean running = words.says("later") || words.says("earlier");
        Optional<LocalDate> from = grain == Grain.DAY
                ? memory.recentDay().or(() -> running ? memory.reference() : Optional.empty())
                : memory.recent().flatMap(CalendarValue::days).map(CalendarValue.Days::from);
        return from.map(day -> Resolved.of(at(grain, day)).from("text " + day));
    }

    private static Optional<Double> count(Captures words) {
        Optional<Double> number = words.number("$NUM", 0);
        if (number.isPresent()) {
            return words.says("half") ? number.map(n -> n + 0.5) : number;
        }
        if (words.says("couple")) {
            return Optional.of(2.0);
        }
        if (words.says("half")) {
            return Optional.of(words.says("and") ? 1.5 : 0.5);
        }
        boolean vague = words.says("few") || words.says("several") || words.has("$UNITS");
        return vague ? Optional.empty() : Optional.of(1.0);
    }

    private static Resolved counted(Grain grain, LocalDate from, double steps) {
        if (grain.ofClock()) {
            return Resolved.of(from.toString());
        }
        if (Math.abs(steps) > 5000) {
            return Resolved.of(steps < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        long whole = (long) steps;
        Grain finer = finer(grain);
        if (whole != steps && finer != grain) {
            return counted(finer, from, Math.rint(steps * units(grain)));
        }
        if (shifted(grain, from, whole).getYear() < 1) {
            return Resolved.of("PAST_REF");
        }
        return Resolved.of(at(grain, shifted(grain, from, whole)));
    }

    /** {@return the unit that halves of a unit are counted in} */
    private static Grain finer(Grain grain) {
        return switch (grain) {
            case YEAR -> Grain.MONTH;
            case DECADE, CENTURY -> Grain.YEAR;
            default -> grain;
        };
    }

    private static int units(Grain grain) {
        return grain == Grain.YEAR ? 12 : grain == Grain.DECADE ? 10 : 100;
    }

    private static LocalDate shifted(Grain grain, LocalDate day, long by) {
        return switch (grain) {
            case WEEK, WEEKEND -> day.plusWeeks(by);
            case FORTNIGHT -> day.plusWeeks(by * 2);
            case MONTH -> day.withDayOfMonth(1).plusMonths(by);
            case QUARTER -> day.withDayOfMonth(1).plusMonths(by * 3);
            case SEMESTER -> day.withDayOfMonth(1).plusMonths(by * 6);
            case YEAR -> day.withDayOfMonth(1).plusYears(by);
            case DECADE -> day.withDayOfMonth(1).plusYears(by * 10);
            case CENTURY -> day.withDayOfMonth(1).plusYears(by * 100);
            default -> day.plusDays(by);
        };
    }

    /** {@return the value of the week, month, year that holds a day} */
    static String at(Grain grain, LocalDate day) {
        return switch (grain) {
            case WEEK, FORTNIGHT -> CalendarValue.week(day);
            case WEEKEND -> CalendarValue.week(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) + "-WE";
            case MONTH, SEMESTER -> CalendarValue.month(day);
            case QUARTER -> CalendarValue.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> CalendarValue.year(day.getYear());
            case DECADE -> CalendarValue.pad(day.getYear() / 10, 3);
            case CENTURY -> CalendarValue.pad(day.getYear() / 100, 2);
            default -> day.toString();
        };
    }
}
