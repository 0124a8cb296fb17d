package pullquote.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Works out times of day: clock times, parts of the day, and the day that they are on where the words do not say. */
final class ClockValues {
    private static final String[] PARTS = {"", "TMO", "TAF", "TEV", "TNI", "TMI"};
    private static final Set<String> AFTER = Set.of("after", "past");

    private ClockValues() {}

    /** {@return whether an expression names a time of day} */
    static boolean isTime(Captures words) {
        return words.has("$DAYPART")
                || words.has("$CLOCK")
                || words.has("$AMPM")
                || words.has("$CLOCK4")
                || words.has("$POINTOFDAY")
                || words.has("$DAWN")
                || words.says("tonight")
                || words.says("overnight")
                || words.says("o")
                || words.says("hours");
    }

    static Resolved time(Captures words, Memory memory, Optional<Resolved> day) {
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
        Optional<LocalDate> ofStory = present ? Optional.empty() : memory.storyDay();
        LocalDate day = ofStory.or(memory::reference).orElse(null);
        if (day == null) {
            return Resolved.of("XXXX-XX-XX").from(memory.anchor());
        }
        // what a morning's report calls overnight began the evening before
        LocalDate begun = words.says("overnight") ? day.minusDays(1) : day;
        return Resolved.of(begun.toString()).from(ofStory.isPresent() ? "text " + ofStory.get() : memory.anchor());
    }

    private static String clock(Captures words) {
        Optional<Integer> half = words.value("$AMPM");
        Optional<Integer> point = words.value("$POINTOFDAY");
        if (point.isPresent()) {
            return point.get() < 24 ? "T12:00" : afterIt(words) ? "T00:00" : "T24:00";
        }
        Optional<Integer> minutes = words.value("$CLOCK");
        int hour;
        int minute = 0;
        int second = 0;
        if (minutes.isPresent()) {
            hour = minutes.get() / 60;
            minute = minutes.get() % 60;
            second = (int) Math.rint(words.number("$CLOCK", 0).orElse(0.0) * 60) % 60;
        } else if (words.has("$CLOCK4")) {
            int digits = words.value("$CLOCK4").orElse(0);
            hour = digits / 100;
            minute = digits % 100;
        } else if (half.isPresent() || words.says("o")) {
            // the number right before it: "June 9 at 8 p.m."
            hour = (int) words.before(words.says("o") ? "o" : "$AMPM");
        } else {
            return "";
        }
        if (half.isPresent() && hour <= 12) {
            hour = hour % 12 + half.get();
        }
        String value = "T" + CalendarValue.pad(hour, 2) + ":" + CalendarValue.pad(minute, 2);
        return second == 0 ? value : value + ":" + CalendarValue.pad(second, 2);
    }

    /** "just after midnight": on the day that then begins. */
    private static boolean afterIt(Captures words) {
        int before = words.match().from() - 1;
        return before >= 0 && AFTER.contains(words.tokens().word(before));
    }
}
