package pullquote.dispatch;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dispatch as it is compared with another that came under the same name, to tell whether it is a newer edition of it.
 *
 * <p>It is when both state the same identifier, or when most of the earlier text lives on in the later one. What would be
 * lost counts, so the comparison has a direction: a brief never replaces the story that it was cut from. Daily notices
 * (markets, weather, tides) share their words and differ in their numbers and days; the thresholds and what they were
 * measured on are in the decision note on identity.
 *
 * @param guid the provider's own identifier
 * @param published day of publication
 * @param filed day of filing, where its year is known
 * @param printed day that the body prints at its head
 * @param isCorrection whether the dispatch calls itself a correction
 * @param text sketch of the body; empty when there was no room for it
 */
public record Edition(
        Optional<String> guid,
        Optional<LocalDate> published,
        Optional<LocalDate> filed,
        Optional<MonthDay> printed,
        boolean isCorrection,
        Optional<TextSketch> text) {
    /** A text with fewer shingles in common says too little. */
    private static final int FEWEST_SHARED = 8;

    private static final double KEPT = 0.7;
    private static final double KEPT_NEXT_DAY = 0.9;
    private static final double KEPT_IN_CORRECTION = 0.4;
    /** Of the numbers, this share may change, but one always. */
    private static final double LOST_NUMBERS = 0.25;

    private static final double SAME_GUID = 2;

    /** {@return a parsed dispatch as it is compared} */
    public static Edition of(Dispatch dispatch) {
        return of(
                dispatch.guid(),
                dispatch.publication().date(),
                dispatch.dateline().flatMap(Dateline::date),
                dispatch.status() == Dispatch.Status.CORRECTED,
                dispatch.body(),
                true);
    }

    /**
     * {@return a dispatch as it is compared}
     *
     * @param isSketched whether there is room for a sketch of its body
     */
    public static Edition of(
            Optional<String> guid,
            Optional<LocalDate> published,
            Optional<LocalDate> filed,
            boolean isCorrection,
            String body,
            boolean isSketched) {
        return new Edition(
                guid,
                published,
                filed,
                PrintedDay.of(body),
                isCorrection,
                isSketched ? Optional.of(TextSketch.of(body)) : Optional.empty());
    }

    /**
     * {@return how likely this is a newer edition of an earlier dispatch: 0 if it is none, up to 1 by its text, above 2 by
     * its identifier}
     */
    public double replaces(Edition earlier) {
        double kept = earlier.text().isPresent() && text.isPresent() ? kept(earlier.text.get(), text.get()) : 0;
        if (guid.isPresent() && guid.equals(earlier.guid)) {
            return SAME_GUID + kept;
        }
        return kept >= threshold(earlier) && resembles(earlier) ? kept : 0;
    }

    private static double kept(TextSketch earlier, TextSketch later) {
        return earlier.size() == 0 ? 0 : (double) earlier.shared(later) / earlier.size();
    }

    private boolean resembles(Edition earlier) {
        TextSketch old = earlier.text.orElseThrow();
        TextSketch now = text.orElseThrow();
        return old.shared(now) >= FEWEST_SHARED
                && (isCorrection || old.lostNumbers(now) <= Math.max(1, LOST_NUMBERS * old.numbers()));
    }

    /** {@return the share of the earlier text that has to live on; more than any where the days tell them apart} */
    private double threshold(Edition earlier) {
        long days = Stream.of(between(earlier.published, published), filedBetween(earlier))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(0L);
        if (days > 1) {
            return Double.POSITIVE_INFINITY;
        }
        return days == 1 ? KEPT_NEXT_DAY : isCorrection ? KEPT_IN_CORRECTION : KEPT;
    }

    private Optional<Long> filedBetween(Edition earlier) {
        return between(earlier.filed, filed)
                .or(() -> earlier.printed.flatMap(from -> printed.map(to -> PrintedDay.between(from, to))));
    }

    private static Optional<Long> between(Optional<LocalDate> earlier, Optional<LocalDate> later) {
        return earlier.flatMap(from -> later.map(to -> Math.abs(ChronoUnit.DAYS.between(from, to))));
    }
}
