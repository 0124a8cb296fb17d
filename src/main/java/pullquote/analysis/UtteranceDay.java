package pullquote.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
    /** How sure it is that a day cannot be told: where the clause says "had said", and where nothing tells it. */
    private static final double EARLIER = 0.6;

    private static final double UNKNOWN = 0.75;

    /** From this probability on, a day is the event's: of such days 97 in a hundred were right on unseen dispatches. */
    private static final double EVENT = 0.97;

    /** A day less likely than this is not given. */
    private static final double LEAST = 0.1;

    /** Of the days that a clause names and the model doubts, so many are right. */
    private static final double UNLIKELY = 0.9;

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
                            ? continued(quotation, dated.get(i - 1))
                            : date(statements, i, dispatch.referenceTime()));
        }
        return dated;
    }

    /** A quotation that goes on was said with what it goes on from. */
    private static DatedQuotation continued(Quotation quotation, DatedQuotation from) {
        double certainty = from.quotation().confidence() > 0
                ? from.confidence() / from.quotation().confidence()
                : UNKNOWN;
        String rule = from.rule().substring(from.rule().lastIndexOf("; ") + 2);
        return new DatedQuotation(
                quotation,
                from.saidOn(),
                from.saidOnValue(),
                from.basis(),
                from.saidOnConfidence(),
                quotation.confidence() * certainty,
                quotation.rule() + "; " + rule);
    }

    private DatedQuotation date(StatementDays statements, int number, ReferenceTime reference) {
        Statement statement = statements.statement(number);
        Optional<Timex3> stated = statement.stated();
        if (stated.isEmpty() && statement.clause().filter(CueClause::pluperfect).isPresent()) {
            return open(statement.quotation(), Optional.empty(), EARLIER, "said-on:earlier");
        }
        if (stated.filter(time -> !StatementDays.isDay(time)).isPresent()) {
            String rule = "said-on:" + stated.get().rule();
            return open(statement.quotation(), stated.map(Timex3::value), UNKNOWN, rule);
        }
        Optional<Likely> likely = likeliest(statements, number);
        if (stated.isPresent()) {
            return stated(statement.quotation(), stated.get(), likely);
        }
        Optional<Basis> basis = likely.flatMap(day -> basis(day, reference));
        if (basis.isEmpty()) {
            return open(statement.quotation(), Optional.empty(), UNKNOWN, "said-on:unknown");
        }
        String rule = "said-on:" + basis.get().name().toLowerCase(Locale.ROOT);
        LocalDate day = likely.get().candidate().day();
        return dated(
                statement.quotation(),
                day,
                day.toString(),
                basis.get(),
                likely.get().probability(),
                rule);
    }

    /** A day that the clause names counts even where the model prefers another. */
    private static DatedQuotation stated(Quotation quotation, Timex3 time, Optional<Likely> likely) {
        LocalDate day = time.from().orElseThrow();
        double probability = likely.filter(best -> best.candidate().day().equals(day))
                .map(best -> Math.max(UNLIKELY, best.probability()))
                .orElse(UNLIKELY);
        return dated(quotation, day, time.value(), Basis.STATED, probability, "said-on:" + time.rule());
    }

    /** A candidate and the probability that the statement was made on its day. */
    private record Likely(Candidate candidate, double probability) {}

    private Optional<Likely> likeliest(StatementDays statements, int number) {
        List<Candidate> candidates = statements.candidates(number);
        StatementFeatures from = new StatementFeatures(statements);
        NamedFeatures about = NamedFeatures.hashed();
        from.statement(number, about);
        Candidate best = null;
        double most = 0;
        double sum = 0;
        for (Candidate candidate : candidates) {
            NamedFeatures features = NamedFeatures.hashed();
            from.of(number, candidate, candidates, about, features);
            double chance = model.probability(features);
            sum += chance;
            if (chance > most) {
                most = chance;
                best = candidate;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        NamedFeatures features = NamedFeatures.hashed();
        from.known(candidates, about, features);
        double probability = model.probability(features) * most / sum;
        return probability < LEAST ? Optional.empty() : Optional.of(new Likely(best, probability));
    }

    private static Optional<Basis> basis(Likely likely, ReferenceTime reference) {
        boolean ofText = !likely.candidate().support().equals("R");
        if (likely.probability() >= EVENT && ofText) {
            return Optional.of(Basis.EVENT);
        }
        return switch (reference.origin()) {
            case DATELINE -> Optional.of(Basis.DATELINE);
            case PUBLISHED -> Optional.of(Basis.PUBLISHED);
            case NONE -> Optional.empty();
        };
    }

    private static DatedQuotation open(Quotation quotation, Optional<String> value, double certainty, String rule) {
        return new DatedQuotation(
                quotation,
                Optional.empty(),
                value,
                Optional.empty(),
                OptionalDouble.empty(),
                quotation.confidence() * certainty,
                quotation.rule() + "; " + rule);
    }

    private static DatedQuotation dated(
            Quotation quotation, LocalDate day, String value, Basis basis, double probability, String rule) {
        return new DatedQuotation(
                quotation,
                Optional.of(day),
                Optional.of(value),
                Optional.of(basis),
                OptionalDouble.of(probability),
                quotation.confidence() * probability,
                quotation.rule() + "; " + rule);
    }
}
