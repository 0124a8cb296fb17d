package pullquote.time;

import java.util.Optional;

/** Works out durations and sets: "nearly two years", "each Thursday". */
final class CountValues {
    private static final String[] PARTS = {"", "TMO", "TAF", "TEV", "TNI", "TMI"};
    private static final String[] SEASONS = {"", "SP", "SU", "FA", "WI"};

    Optional<Resolved> duration(Captures words) {
        Optional<Integer> unit = words.either("$UNITS", "$UNIT")
                .or(() -> words.value("$LONGUNITS"))
                .or(() -> words.value("$LONGWORD"));
        if (unit.isEmpty() || words.has("$YEAR")) {
            return Optional.empty();
        }
        Grain grain = Grain.of(unit.get());
        double count = words.number("$NUM", 0).orElse(words.says("couple") ? 2.0 : 1.0);
        if (words.says("half")) {
            count = words.number("$NUM", 0).isPresent() || words.says("and") ? count + 0.5 : 0.5;
        }
        if (count > 1e7) {
            return Optional.empty();
        }
        return Optional.of(Resolved.of(grain.duration(count)).mod(words.mod()));
    }

    Optional<Resolved> oneUnit(Captures words) {
        return unitWord(words).map(grain -> Resolved.of(grain.duration(1)).mod(words.mod()));
    }

    Optional<Resolved> vague(Captures words) {
        Optional<Grain> grain = words.value("$UNITS")
                .or(() -> words.value("$LONGUNITS"))
                .map(Grain::of)
                .or(() -> unitWord(words));
        if (words.says("while")) {
            return Optional.of(Resolved.of("PXX"));
        }
        return Optional.of(Resolved.of(grain.orElse(Grain.MONTH).vague()).mod(words.mod()));
    }

    Optional<Resolved> perUnit(Captures words) {
        return unitWord(words).map(grain -> Resolved.of(grain.duration(1)));
    }

    Optional<Resolved> often(Captures words) {
        return words.value("$OFTEN").map(unit -> {
            Grain grain = Grain.of(unit);
            return Resolved.of(grain == Grain.DAY ? "XXXX-XX-XX" : grain == Grain.QUARTER ? "P3M" : grain.duration(1));
        });
    }

    Optional<Resolved> every(Captures words) {
        // "every Monday and Friday": the second, where the first belongs to another expression
        Optional<Integer> weekday = words.number("$WEEKDAY", words.match().lead() > 0 ? 1 : 0)
                .map(Double::intValue)
                .or(() -> words.value("$WEEKDAYS"));
        if (weekday.isPresent()) {
            String part = words.value("$DAYPART")
                    .map(number -> PARTS[number])
                    .orElse(
                            words.says("nights")
                                    ? "TNI"
                                    : words.says("mornings")
                                            ? "TMO"
                                            : words.says("evenings") ? "TEV" : words.says("afternoons") ? "TAF" : "");
            return Optional.of(Resolved.of("XXXX-WXX-" + weekday.get() + part));
        }
        Optional<Integer> month = words.value("$MONTH");
        if (month.isPresent()) {
            return Optional.of(Resolved.of("XXXX-" + CalendarValue.pad(month.get(), 2)));
        }
        Optional<Integer> season = words.value("$SEASON").or(() -> words.value("$SEASONS"));
        if (season.isPresent()) {
            return Optional.of(Resolved.of("XXXX-" + SEASONS[season.get()]));
        }
        Optional<Integer> part = words.value("$DAYPART");
        if (part.isPresent()) {
            return Optional.of(Resolved.of("XXXX-XX-XX" + PARTS[part.get()]));
        }
        return words.either("$UNITS", "$UNIT").map(unit -> {
            double count = words.number("$NUM", 0).orElse(words.says("other") ? 2.0 : 1.0);
            return Resolved.of(
                    words.says("few") ? Grain.of(unit).vague() : Grain.of(unit).duration(count));
        });
    }

    private static Optional<Grain> unitWord(Captures words) {
        for (Grain grain : Grain.values()) {
            String name = grain.name().toLowerCase(java.util.Locale.ROOT);
            if (words.says(name) || words.says(name + "s") || (grain == Grain.CENTURY && words.says("centuries"))) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}
