package pullquote.time;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a text has said of time so far: the reference day, and the last day, month, year and quarter named, which "that
 * day", "a week later" and "the previous year" are counted from.
 */
final class Memory {
    /** A lead names its day in its first sentences, and tells of the last few days. */
    private static final int EARLY = 4;

    private static final int FRESH = 2;

    private final Optional<LocalDate> reference;
    private final String origin;
    private Optional<LocalDate> day = Optional.empty();
    private Optional<String> last = Optional.empty();
    private int sentence;
    private int daySentence = -9;
    private int lastSentence = -9;
    private int year;
    private int yearSentence = -9;
    private int spanSentence = -9;
    private int quarterYear;
    private int quarter;

    private Optional<LocalDate> lead = Optional.empty();

    /** For days and months without a year: whether they were last ahead or behind. */
    private final Map<String, Boolean> sides = new HashMap<>();

    /** The token at which the next weekday of a list would begin, and the side of the one before. */
    private int listed = -1;

    private boolean listedAhead;

    Memory(ReferenceTime time) {
        reference = time.day();
        origin = time.origin().name().toLowerCase(java.util.Locale.ROOT);
    }

    Optional<LocalDate> reference() {
        return reference;
    }

    /** {@return the reference as an anchor: {@code dateline 2017-09-27}} */
    String anchor() {
        return origin + reference.map(date -> " " + date).orElse("");
    }

    void sentence(int number) {
        sentence = number;
    }

    /** {@return 1 where the text has named a day or month before as ahead, -1 as behind, 0 where it has not} */
    int seen(String dayOrMonth) {
        Boolean ahead = sides.get(dayOrMonth);
        return ahead == null ? 0 : ahead ? 1 : -1;
    }

    /** Notes on which side of the reference a day or month is. */
    void see(String dayOrMonth, boolean ahead) {
        sides.put(dayOrMonth, ahead);
    }

    /** {@return the side of the weekday that one at a token is listed with} */
    Optional<Boolean> listed(int token) {
        return token == listed ? Optional.of(listedAhead) : Optional.empty();
    }

    /** Notes where the next weekday of a list would begin. */
    void mayBeListed(int token, boolean ahead) {
        listed = token;
        listedAhead = ahead;
    }

    /** Notes a value that the text has named. */
    void note(String value) {
        CalendarValue.days(value).ifPresent(days -> {
            last = Optional.of(value);
            lastSentence = sentence;
            year = days.from().getYear();
            yearSentence = sentence;
            if (days.from().equals(days.to())) {
                day = Optional.of(days.from());
                daySentence = sentence;
            }
        });
    }

    /** Notes that the sentence counts in months or years, not in quarters. */
    void spanOfMonths() {
        spanSentence = sentence;
    }

    /** {@return whether this sentence counts in months or years} */
    boolean countsMonths() {
        return spanSentence == sentence;
    }

    /** Notes the quarter that a report is about. */
    void quarter(int ofYear, int number) {
        quarterYear = ofYear;
        quarter = number;
    }

    /** Notes a weekday, or a day such as yesterday: what the story is about, when it is named early and just over. */
    void lead(LocalDate named) {
        boolean early = sentence <= EARLY && lead.isEmpty();
        if (early
                && reference
                        .filter(now -> !named.isAfter(now) && !named.isBefore(now.minusDays(FRESH)))
                        .isPresent()) {
            lead = Optional.of(named);
        }
    }

    /** {@return the day named last, or else that of the story's lead; never one that is ahead} */
    Optional<LocalDate> storyDay() {
        return recentDay()
                .filter(named -> reference.filter(now -> !named.isAfter(now)).isPresent())
                .or(() -> lead);
    }

    /** {@return the last day named in this sentence} */
    Optional<LocalDate> dayOfSentence() {
        return daySentence == sentence ? day : Optional.empty();
    }

    /** {@return the last day named in this sentence or within the three before} */
    Optional<LocalDate> recentDay() {
        return sentence - daySentence <= 3 ? day : Optional.empty();
    }

    /** {@return the last value named in this sentence or within the three before} */
    Optional<String> recent() {
        return sentence - lastSentence <= 3 ? last : Optional.empty();
    }

    /** {@return the last year named in this sentence or the one before} */
    Optional<Integer> recentYear() {
        return sentence - yearSentence <= 1 ? Optional.of(year) : Optional.empty();
    }

    /** {@return the year of the quarter that a report is about; 0 for none} */
    int quarterYear() {
        return quarterYear;
    }

    int quarterNumber() {
        return quarter;
    }
}
