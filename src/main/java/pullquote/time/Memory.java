package pullquote.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a text has said of time so far: the reference day, and the last day, month, year and quarter named, which "that
 * day", "a week later" and "the previous year" are counted from.
 */
final class Memory {
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
