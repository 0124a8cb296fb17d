package pullquote.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Works out years, decades, quarters and halves as reports name them: "fiscal 1990", "the year-earlier period". */
final class ReportValues {
    private static final int EARLIEST = 1000;
    private static final int LATEST = 2100;

    /** Words before a number that is no year. */
    private static final Set<String> NUMBERED = Set.of(
            "No",
            "Section",
            "Room",
            "$",
            "Flight",
            "Route",
            "Channel",
            "Highway",
            "Interstate",
            "Resolution",
            "resolution",
            "Article",
            "article",
            "Rule",
            "Unit",
            "Page",
            "Platform",
            "Gate",
            "Line",
            "against",
            "Chapter",
            "chapter",
            "page",
            "Boeing",
            "Airbus",
            "Bus",
            "bus",
            "Lot",
            "room",
            "number",
            "Number",
            "Hall",
            "Psalm",
            "Locomotive");

    private static final Set<String> STREETS =
            Set.of("Street", "St.", "Avenue", "Ave.", "Road", "Rd.", "Drive", "Lane", "Boulevard", "Blvd.", "Square");

    /** What a number before it counts, unless a word such as "in" or "the" makes it a year. */
    private static final Set<String> COUNTED = Set.of(
            "tonnes",
            "tons",
            "euros",
            "dollars",
            "pounds",
            "yen",
            "yuan",
            "rubles",
            "people",
            "metres",
            "meters",
            "kilometres",
            "kilometers",
            "km",
            "miles",
            "feet",
            "yards",
            "acres",
            "hectares",
            "litres",
            "liters",
            "voters",
            "votes",
            "seats",
            "workers",
            "soldiers",
            "troops",
            "men",
            "women",
            "children",
            "students",
            "pupils",
            "passengers",
            "residents",
            "inhabitants",
            "members",
            "homes",
            "houses",
            "cars",
            "vehicles",
            "barrels",
            "shares",
            "jobs",
            "points",
            "cases",
            "deaths",
            "patients",
            "copies",
            "units",
            "kilograms",
            "kg",
            "megawatts",
            "hours",
            "minutes",
            "days",
            "weeks",
            "months",
            "years",
            "times",
            "percent",
            "others",
            "more",
            "million",
            "dead",
            "bottles",
            "tickets",
            "pesos",
            "rupees",
            "francs",
            "kilos",
            "pieces",
            "boxes",
            "books",
            "fans",
            "guests",
            "families",
            "refugees",
            "migrants",
            "prisoners",
            "animals",
            "trees",
            "trucks",
            "trains",
            "buses",
            "ships",
            "boats",
            "rooms",
            "beds",
            "tents",
            "shops",
            "farms",
            "farmers");

    private final Direction direction;

    ReportValues(Direction direction) {
        this.direction = direction;
    }

    Optional<Resolved> year(Captures words) {
        Optional<Integer> shortYear = words.value("$SHORTYEAR");
        if (shortYear.isPresent()) {
            return Optional.of(
                    Resolved.of(CalendarValue.year(full(shortYear.get()))).mod(words.mod()));
        }
        Optional<Integer> year =
                words.value("$YEAR").or(() -> words.value("$YEARWORDS")).or(() -> words.value("$NUM"));
        return year.filter(number -> number >= EARLIEST && number < LATEST && plausible(words, number))
                .map(number -> Resolved.of(CalendarValue.year(number)).mod(words.mod()));
    }

    /** "1968 Oak Street". */
    private static boolean isAddress(Tokens tokens, int name) {
        return NameGuard.isCapital(tokens, name) && name + 1 < tokens.size && STREETS.contains(tokens.word(name + 1));
    }

    static int full(int shortYear) {
        return shortYear < 40 ? 2000 + shortYear : 1900 + shortYear;
    }

    /** A bare number is a year when it is of our time and counts nothing: not {@code 2000 homes}. */
    private static boolean plausible(Captures words, int number) {
        Tokens tokens = words.tokens();
        int from = words.match().from();
        int to = words.match().to();
        if (to - from > 1) {
            return true;
        }
        String before = from == 0 || tokens.has(from, Tokens.PARAGRAPH_START) ? "" : tokens.word(from - 1);
        boolean cued = before.equals("in")
                || before.equals("since")
                || before.equals("by")
                || before.equals("In")
                || before.equals("of")
                || before.equals("from")
                || before.equals("until")
                || before.equals("the");
        boolean next = to < tokens.size && !tokens.has(to, Tokens.SENTENCE_START);
        char first = next ? tokens.text.charAt(tokens.start[to]) : '.';
        // "2011-2012": both are years
        boolean range = to + 1 < tokens.size
                && words.has("$YEAR")
                && tokens.is(to + 1, words.element("$YEAR"))
                && tokens.end[to] == tokens.start[to + 1];
        boolean hyphened = next && !range && (first == '-' || first == '/') && tokens.has(to, Tokens.GLUED);
        // "2013 sales", but not "2000 homes"
        boolean round = number % 100 == 0 || number < 1900 || number >= 2060;
        boolean counted = next
                && round
                && Character.isLowerCase(first)
                && tokens.text.charAt(tokens.end[to] - 1) == 's'
                && tokens.end[to] - tokens.start[to] > 4
                && tokens.elements[to].length == 0
                && !before.equals("the")
                && !before.equals("The");
        boolean named = NUMBERED.contains(before) || (next && isAddress(tokens, to));
        boolean measured = next && !cued && !before.equals("-") && COUNTED.contains(tokens.word(to));
        return !named
                && !measured
                && !(hyphened && !cued)
                && !(counted && !cued)
                && (cued ? number >= EARLIEST : number >= 1700 && number < 2060);
    }

    Optional<Resolved> decade(Captures words) {
        Optional<Integer> word = words.value("$DECADEWORD");
        if (word.isPresent()) {
            return Optional.of(Resolved.of("19" + word.get()).mod(words.mod()));
        }
        return words.value("$DECADE")
                .map(number -> number < 100 ? (number < 20 ? 2000 : 1900) + number : number)
                .filter(number -> number >= EARLIEST && number < LATEST)
                .map(number -> Resolved.of(CalendarValue.pad(number / 10, 3)).mod(words.mod()));
    }

    Optional<Resolved> century(Captures words) {
        return words.value("$ORD")
                .filter(number -> number > 0 && number < 30)
                .map(number -> Resolved.of(CalendarValue.pad(number - 1, 2)).mod(words.mod()));
    }

    Optional<Resolved> quarter(Captures words, Memory memory) {
        int number = words.either("$ORD", "$QMARK").orElse(0);
        if (number < 1 || number > 4) {
            return Optional.empty();
        }
        Optional<Integer> printed = words.value("$YEAR");
        if (printed.isEmpty() && memory.reference().isEmpty()) {
            return Optional.of(Resolved.of("XXXX-Q" + number));
        }
        int year = printed.orElseGet(() -> year(number, words, memory));
        boolean over = memory.reference()
                .filter(now -> year * 4 + number <= now.getYear() * 4 + (now.getMonthValue() - 1) / 3)
                .isPresent();
        if (over && !words.says("ago") && !words.says("earlier")) {
            memory.quarter(year, number);
        }
        boolean before = words.says("earlier") || words.says("ago");
        Resolved value = Resolved.of(CalendarValue.quarter(before ? year - 1 : year, number));
        return Optional.of(printed.isPresent() ? value : value.from(memory.anchor()));
    }

    private int year(int quarter, Captures words, Memory memory) {
        LocalDate now = memory.reference().orElseThrow();
        if (words.has("$LASTNEXT")) {
            return now.getYear() + words.value("$LASTNEXT").orElse(0);
        }
        int current = (now.getMonthValue() + 2) / 3;
        int months = Math.floorMod((quarter - current) * 3, 12);
        boolean ahead = quarter != current && direction.ahead(words, memory, DirectionFeatures.Kind.MONTH, months);
        if (quarter > current) {
            return ahead ? now.getYear() : now.getYear() - 1;
        }
        return ahead && quarter < current - 1 ? now.getYear() + 1 : now.getYear();
    }

    /** "the quarter", "the latest period": the one that the report is about, else the last that is over. */
    Optional<Resolved> lastQuarter(Captures words, Memory memory) {
        if (memory.quarterYear() > 0 && !words.says("current") && !words.says("this")) {
            return Optional.of(Resolved.of(CalendarValue.quarter(memory.quarterYear(), memory.quarterNumber()))
                    .from("text"));
        }
        return memory.reference().map(now -> {
            boolean running = words.says("current") || words.says("this");
            LocalDate day = running ? now : now.minusMonths(3);
            return Resolved.of(SpanValues.at(Grain.QUARTER, day)).from(memory.anchor());
        });
    }

    /** "a year earlier": the same quarter of the year before where the report is about one, else that year. */
    Optional<Resolved> yearEarlier(Captures words, Memory memory) {
        Optional<Integer> printed = words.value("$YEAR");
        boolean quarterly = memory.quarterYear() > 0 && !memory.countsMonths();
        if (printed.isPresent()) {
            return Optional.of(Resolved.of(
                    quarterly
                            ? CalendarValue.quarter(printed.get(), memory.quarterNumber())
                            : CalendarValue.year(printed.get())));
        }
        boolean before = words.says("before") && !quarterly;
        if (quarterly) {
            return Optional.of(Resolved.of(CalendarValue.quarter(memory.quarterYear() - 1, memory.quarterNumber()))
                    .from("text"));
        }
        Optional<Integer> year = (words.says("earlier") || before ? memory.recentYear() : Optional.<Integer>empty());
        return year.map(number -> Resolved.of(CalendarValue.year(number - 1)).from("text " + number))
                .or(() -> memory.reference()
                        .map(now -> Resolved.of(CalendarValue.year(now.getYear() - 1))
                                .from(memory.anchor())));
    }

    Optional<Resolved> half(Captures words, Memory memory) {
        Optional<Integer> year = words.value("$YEAR")
                .or(() -> memory.reference()
                        .map(now -> now.getYear() + words.value("$LASTNEXT").orElse(0)));
        boolean first = words.says("first") || words.value("$HMARK").orElse(2) == 1;
        return year.map(number -> Resolved.of(CalendarValue.year(number) + (first ? "-H1" : "-H2")));
    }
}
