package pullquote.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Quotation;
import pullquote.text.Span;
import pullquote.time.ReferenceTime;
import pullquote.time.Timex3;

/**
 * Decides on which day something was said: the day that the cue's clause names, else the day of filing. The day of the
 * event that is spoken of is never taken: a time within the content, in a clause of its own, or in the possessive does
 * not belong to the cue, and no one is quoted from tomorrow.
 */
final class UtteranceDay {
    private static final double NAMED = 0.98;
    private static final double FILED = 0.85;
    private static final double PUBLISHED = 0.8;
    private static final double EARLIER = 0.6;
    private static final double UNKNOWN = 0.75;

    private UtteranceDay() {}

    static DatedQuotation date(Quotation quotation, List<Timex3> times, Dispatch dispatch) {
        ReferenceTime reference = dispatch.referenceTime();
        Optional<CueClause> clause = quotation.cue().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CueClause.of(dispatch.body(), Math.min(dispatch.storyStart(), first(quotation)), quotation));
        Optional<Timex3> named = clause.flatMap(of -> named(of, times, quotation, reference));
        if (named.isPresent()) {
            Timex3 time = named.get();
            Optional<LocalDate> day =
                    time.from().filter(from -> time.to().filter(from::equals).isPresent());
            return dated(quotation, day, Optional.of(time.value()), NAMED, "said-on:" + time.rule());
        }
        if (clause.filter(CueClause::pluperfect).isPresent()) {
            return dated(quotation, Optional.empty(), Optional.empty(), EARLIER, "said-on:earlier");
        }
        Optional<String> value = reference.day().map(LocalDate::toString);
        return switch (reference.origin()) {
            case DATELINE -> dated(quotation, reference.day(), value, FILED, "said-on:dateline");
            case PUBLISHED -> dated(quotation, reference.day(), value, PUBLISHED, "said-on:published");
            case NONE -> dated(quotation, Optional.empty(), Optional.empty(), UNKNOWN, "said-on:unknown");
        };
    }

    private static int first(Quotation quotation) {
        return quotation.cue().get(0).start();
    }

    /** {@return the nearest time that belongs to the cue} */
    private static Optional<Timex3> named(
            CueClause clause, List<Timex3> times, Quotation quotation, ReferenceTime reference) {
        Timex3 nearest = null;
        for (Timex3 time : times) {
            if ((time.type() == Timex3.Type.DATE || time.type() == Timex3.Type.TIME)
                    && time.from().isPresent()
                    && !ahead(time, reference)
                    && !overlaps(time, quotation)
                    && clause.holds(time.span())
                    && (nearest == null || distance(time, quotation) < distance(nearest, quotation))) {
                nearest = time;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean overlaps(Timex3 time, Quotation quotation) {
        for (Span piece : quotation.content()) {
            if (piece.overlaps(time.span())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ahead(Timex3 time, ReferenceTime reference) {
        return reference.day().isPresent()
                && time.from().orElseThrow().isAfter(reference.day().get());
    }

    private static int distance(Timex3 expression, Quotation quotation) {
        Span time = expression.span();
        Span cue = quotation.cue().get(0);
        return time.start() >= cue.end() ? time.start() - cue.end() : Math.max(0, cue.start() - time.end());
    }

    private static DatedQuotation dated(
            Quotation quotation, Optional<LocalDate> day, Optional<String> value, double certainty, String rule) {
        return new DatedQuotation(
                quotation, day, value, quotation.confidence() * certainty, quotation.rule() + "; " + rule);
    }
}
