package pullquote.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.analysis.StatementDays.Candidate;
import pullquote.analysis.StatementDays.Statement;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Quotation;
import pullquote.text.LogisticModel;
import pullquote.text.NamedFeatures;
import pullquote.time.ReferenceTime;
import pullquote.time.Timex3;

/**
 * Decides on which day each statement of a dispatch was made: the day that the cue's clause names, or else the likeliest of
 * the days that the text around it, its lead and its filing speak for; none where it cannot be told. Which day is likeliest
 * and whether it can be told are two logistic regressions, learned from dispatches whose statements' days are known.
 */
final class UtteranceDay {
    /** Of the days that a clause names so many are right. */
    private static final double NAMED = 0.98;

    private static final double EARLIER = 0.6;
    private static final double UNKNOWN = 0.75;

    /** From this probability on, a day is the event's: of such days 95 in a hundred were right on unseen dispatches. */
    private static final double EVENT = 0.95;

    /** A day less likely than this is not given. */
    private static final double LEAST = 0.1;

    private final LogisticModel model = LogisticModel.read(UtteranceDay.class, "utterance.tsv");

    private UtteranceDay() {}

    /** {@return what decides in English dispatches, its model loaded from the class path} */
    static UtteranceDay english() {
        return new UtteranceDay();
    }

    /** {@return the quotations of a dispatch, in order, each with its day} */
    List<DatedQuotation> date(List<Quotation> quotations, List<Timex3> times, Dispatch dispatch) {
        StatementDays statements = new StatementDays(dispatch, times, quotations);
        List<DatedQuotation> dated = new ArrayList<>();
        for (int i = 0; i < quotations.size(); i++) {
            Quotation quotation = quotations.get(i);
            dated.add(
                    quotation.continued() && i > 0
                            ? goneOn(quotation, dated.get(i - 1))
                            : date(statements, i, dispatch.referenceTime()));
        }
        return dated;
    }

    /** A quotation that goes on was said with what it goes on from. */
    private static DatedQuotation goneOn(Quotation quotation, DatedQuotation from) {
        double certainty = from.quotation().confidence() > 0
                ? from.confidence() / from.quotation().confidence()
                : UNKNOWN;
        String rule = from.rule().substring(from.rule().lastIndexOf("; ") + 2);
        return dated(quotation, from.saidOn(), from.saidOnValue(), from.basis(), certainty, rule);
    }

    private DatedQuotation date(StatementDays statements, int number, ReferenceTime reference) {
        Statement statement = statements.statement(number);
        if (statement.stated().isPresent()) {
            return stated(statement.quotation(), statement.stated().get());
        }
        if (statement.clause().filter(CueClause::pluperfect).isPresent()) {
            return open(statement.quotation(), EARLIER, "said-on:earlier");
        }
        return likeliest(statements, number, reference);
    }

    private static DatedQuotation stated(Quotation quotation, Timex3 time) {
        Optional<LocalDate> day =
                time.from().filter(from -> time.to().filter(from::equals).isPresent());
        return dated(
                quotation,
                day,
                Optional.of(time.value()),
                day.map(unused -> Basis.STATED),
                NAMED,
                "said-on:" + time.rule());
    }

    private DatedQuotation likeliest(StatementDays statements, int number, ReferenceTime reference) {
        Quotation quotation = statements.statement(number).quotation();
        List<Candidate> candidates = statements.candidates(number);
        Optional<Candidate> best = Optional.empty();
        double most = 0;
        double sum = 0;
        for (Candidate candidate : candidates) {
            NamedFeatures features = NamedFeatures.hashed();
            new StatementFeatures(statements).of(number, candidate, candidates, features);
            double chance = model.probability(features);
            sum += chance;
            if (chance > most) {
                most = chance;
                best = Optional.of(candidate);
            }
        }
        NamedFeatures features = NamedFeatures.hashed();
        new StatementFeatures(statements).known(number, candidates, features);
        double probability = sum == 0 ? 0 : model.probability(features) * most / sum;
        if (best.isEmpty() || probability < LEAST) {
            return open(quotation, UNKNOWN, "said-on:unknown");
        }
        Optional<Basis> basis = basis(best.get(), probability, reference);
        if (basis.isEmpty()) {
            return open(quotation, UNKNOWN, "said-on:unknown");
        }
        String rule = "said-on:" + basis.get().name().toLowerCase(java.util.Locale.ROOT);
        Optional<LocalDate> day = Optional.of(best.get().day());
        return dated(quotation, day, day.map(LocalDate::toString), basis, probability, rule);
    }

    private static Optional<Basis> basis(Candidate candidate, double probability, ReferenceTime reference) {
        boolean ofText = !candidate.support().equals("R");
        if (probability >= EVENT && ofText) {
            return Optional.of(Basis.EVENT);
        }
        return switch (reference.origin()) {
            case DATELINE -> Optional.of(Basis.DATELINE);
            case PUBLISHED -> Optional.of(Basis.PUBLISHED);
            case NONE -> Optional.empty();
        };
    }

    private static DatedQuotation open(Quotation quotation, double certainty, String rule) {
        return dated(quotation, Optional.empty(), Optional.empty(), Optional.empty(), certainty, rule);
    }

    private static DatedQuotation dated(
            Quotation quotation,
            Optional<LocalDate> day,
            Optional<String> value,
            Optional<Basis> basis,
            double certainty,
            String rule) {
        return new DatedQuotation(
                quotation, day, value, basis, quotation.confidence() * certainty, quotation.rule() + "; " + rule);
    }
}
