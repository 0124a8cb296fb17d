package pullquote.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Quotation;
import pullquote.text.Span;
import pullquote.time.ReferenceTime;
import pullquote.time.Timex3;

/**
 * The days on which each statement of a dispatch may have been made, and what speaks for each: the day in the cue's clause,
 * the day that its sentence or the text before names, the day of the statement before, the day of the lead's event, the day
 * of filing.
 */
final class StatementDays {
    /** A lead names its event's day within so many characters, and tells of the last few days. */
    private static final int LEAD = 600;

    static final int FRESH = 6;
    private static final int NEARBY = 700;

    /** One statement: a quotation with the clause of its cue and the day or week that it names. */
    record Statement(Quotation quotation, Optional<CueClause> clause, Optional<Timex3> stated) {}

    /**
     * A day on which a statement may have been made.
     *
     * @param day the day
     * @param support what speaks for it, a letter each: S stated in the clause, T in the sentence, A stated with another
     *     statement of the same source, C stated with the last statement that names a day, P named last before the cue, L
     *     the lead's, M named most often, N named next after the statement, R the reference day
     */
    record Candidate(LocalDate day, String support) {
        boolean has(char letter) {
            return support.indexOf(letter) >= 0;
        }
    }

    private final Dispatch dispatch;
    private final ReferenceTime reference;
    private final Timeline times;
    private final Timeline days;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<LocalDate, Integer> stated = new HashMap<>();
    private final List<Optional<LocalDate>> carried = new ArrayList<>();
    private final List<Optional<LocalDate>> own = new ArrayList<>();
    private final Optional<LocalDate> lead;
    private final Optional<LocalDate> most;

    StatementDays(Dispatch dispatch, List<Timex3> times, List<Quotation> quotations) {
        this.dispatch = dispatch;
        this.times = new Timeline(times);
        reference = dispatch.referenceTime();
        List<Timex3> named = times.stream()
                .filter(time -> time.span().start() >= dispatch.storyStart())
                .filter(time -> isDay(time) && !ahead(time))
                .toList();
        List<Timex3> fresh = named.stream().filter(this::isFresh).toList();
        days = new Timeline(fresh);
        lead = fresh.stream()
                .filter(time -> time.span().start() < dispatch.storyStart() + LEAD)
                .findFirst()
                .flatMap(Timex3::from);
        most = most(fresh);
        for (Quotation quotation : quotations) {
            Optional<CueClause> clause = quotation.cue().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            CueClause.of(dispatch.body(), Math.min(dispatch.storyStart(), cue(quotation)), quotation));
            statements.add(new Statement(quotation, clause, clause.flatMap(of -> stated(of, quotation))));
        }
        carryOver();
    }

    /** {@return the day that is named most often, of several the first} */
    private static Optional<LocalDate> most(List<Timex3> fresh) {
        Map<LocalDate, Integer> counts = new LinkedHashMap<>();
        fresh.forEach(time -> time.from().ifPresent(day -> counts.merge(day, 1, Integer::sum)));
        return counts.entrySet().stream()
                .reduce((best, other) -> other.getValue() > best.getValue() ? other : best)
                .map(Map.Entry::getKey);
    }

    /** Finds for each statement the day of the last one that names its day, and the day of others of its source. */
    private void carryOver() {
        Map<String, LocalDate> firstOfSource = new HashMap<>();
        for (Statement statement : statements) {
            day(statement).ifPresent(day -> stated.merge(day, 1, Integer::sum));
            freshDay(statement).ifPresent(day -> firstOfSource.putIfAbsent(source(statement), day));
        }
        firstOfSource.remove("");
        Map<String, LocalDate> lastOfSource = new HashMap<>();
        Optional<LocalDate> last = Optional.empty();
        for (Statement statement : statements) {
            String source = source(statement);
            carried.add(last);
            own.add(Optional.ofNullable(lastOfSource.get(source))
                    .or(() -> day(statement).isPresent()
                            ? Optional.empty()
                            : Optional.ofNullable(firstOfSource.get(source))));
            if (statement.stated().isPresent()) {
                last = freshDay(statement);
            }
            freshDay(statement).filter(unused -> !source.isEmpty()).ifPresent(day -> lastOfSource.put(source, day));
        }
    }

    /** {@return the day that a statement's clause names, where it is of the news and not of an older story} */
    private Optional<LocalDate> freshDay(Statement statement) {
        return statement.stated().filter(this::isFresh).isPresent() ? day(statement) : Optional.empty();
    }

    private static Optional<LocalDate> day(Statement statement) {
        return statement.stated().filter(StatementDays::isDay).flatMap(Timex3::from);
    }

    /** {@return the last word of a statement's source} */
    private String source(Statement statement) {
        List<Span> source = statement.quotation().source();
        if (source.isEmpty()) {
            return "";
        }
        String text = source.get(source.size() - 1).of(dispatch.body());
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Statement statement(int number) {
        return statements.get(number);
    }

    Optional<LocalDate> lead() {
        return lead;
    }

    /** {@return how many clauses name a day} */
    int stated(LocalDate day) {
        return stated.getOrDefault(day, 0);
    }

    /** {@return the time expressions of a statement's sentence} */
    List<Timex3> sentence(Statement statement) {
        return statement.clause().map(clause -> times.within(clause.sentence())).orElse(List.of());
    }

    static int cue(Quotation quotation) {
        return quotation.cue().isEmpty()
                ? quotation.content().get(0).start()
                : quotation.cue().get(0).start();
    }

    static boolean isDay(Timex3 time) {
        return (time.type() == Timex3.Type.DATE || time.type() == Timex3.Type.TIME)
                && time.from().isPresent()
                && time.from().equals(time.to());
    }

    private boolean ahead(Timex3 time) {
        return reference.day().isPresent()
                && time.from()
                        .filter(from -> from.isAfter(reference.day().get()))
                        .isPresent();
    }

    private boolean isFresh(Timex3 time) {
        return reference.day().isPresent()
                && time.from()
                        .filter(from -> !from.isBefore(reference.day().get().minusDays(FRESH)))
                        .isPresent();
    }

    /** {@return the nearest time that belongs to the cue} */
    private Optional<Timex3> stated(CueClause clause, Quotation quotation) {
        Timex3 nearest = null;
        for (Timex3 time : times.within(clause.sentence())) {
            if ((time.type() == Timex3.Type.DATE || time.type() == Timex3.Type.TIME)
                    && time.from().isPresent()
                    && !ahead(time)
                    && !inContent(time, quotation)
                    && clause.holds(time.span())
                    && (nearest == null || distance(time, quotation) < distance(nearest, quotation))) {
                nearest = time;
            }
        }
        return Optional.ofNullable(nearest);
    }

    static boolean inContent(Timex3 time, Quotation quotation) {
        return quotation.content().stream().anyMatch(piece -> piece.overlaps(time.span()));
    }

    private static int distance(Timex3 expression, Quotation quotation) {
        Span time = expression.span();
        Span cue = quotation.cue().get(0);
        return time.start() >= cue.end() ? time.start() - cue.end() : Math.max(0, cue.start() - time.end());
    }

    /** {@return the days on which a statement may have been made, the latest last} */
    List<Candidate> candidates(int number) {
        Statement statement = statements.get(number);
        Quotation quotation = statement.quotation();
        int end = quotation.content().get(quotation.content().size() - 1).end();
        Map<Character, Optional<LocalDate>> support = new LinkedHashMap<>();
        support.put('S', day(statement));
        support.put('T', inSentence(statement));
        support.put('A', own.get(number));
        support.put('C', carried.get(number));
        support.put('P', days.last(cue(quotation), NEARBY).flatMap(Timex3::from));
        support.put('L', lead);
        support.put('M', most);
        support.put('N', days.first(end, NEARBY).flatMap(Timex3::from));
        support.put('R', reference.day());
        TreeMap<LocalDate, String> found = new TreeMap<>();
        support.forEach((letter, day) -> day.ifPresent(on -> found.merge(on, letter.toString(), String::concat)));
        // what is named after a statement alone was not known when it was made
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().equals("N"))
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Optional<LocalDate> inSentence(Statement statement) {
        return statement
                .clause()
                .flatMap(clause -> days.within(clause.sentence()).stream()
                        .filter(time -> !inContent(time, statement.quotation()))
                        .findFirst()
                        .flatMap(Timex3::from));
    }
}
