package pullquote.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.text.Span;

/**
 * Finds the time expressions of a body and normalises them to TIMEX3.
 *
 * <p>One pass cuts the body into tokens; a graph of all rules' patterns is walked from each token that can begin an
 * expression; the value is worked out from the words found, the reference day, the tense of the verbs around and what
 * the text has named before. Time is linear in the body's length. Immutable and safe for use by many threads.
 *
 * @see <a href="https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html">TimeML 1.2.1</a>
 */
public final class TimexTagger {
    /** A span that is counted in months, a year included. */
    private static final Pattern MONTHS = Pattern.compile("P\\d+M|P1Y");

    private final TimexLexicon lexicon = new TimexLexicon();
    private final TimexRules rules;
    private final TimexLexer lexer;
    private final TimexMatcher matcher;
    private final PointValues points;
    private final ListValues lists;
    private final SpanValues spans;
    private final ReportValues reports;
    private final FeastValues feasts;
    private final CountValues counts = new CountValues();

    private TimexTagger() {
        lexer = new TimexLexer(lexicon);
        Direction direction = new Direction(lexicon);
        rules = new TimexRules(lexicon);
        lexicon.close();
        rules.graph().close(lexicon.size());
        matcher = new TimexMatcher(rules.graph());
        points = new PointValues(direction);
        lists = new ListValues(points);
        spans = new SpanValues(direction);
        reports = new ReportValues(direction);
        feasts = new FeastValues(direction);
    }

    /** {@return the tagger for English, its rules loaded from the class path} */
    public static TimexTagger english() {
        return new TimexTagger();
    }

    /** {@return the rules, in order} */
    List<TimexRule> rules() {
        return rules.all();
    }

    /** {@return the names of the rules that fit a text's tokens, those that mark words as no expression included} */
    List<String> fitting(String text) {
        return matcher.matches(lexer.tokens(text)).stream()
                .map(match -> match.rule().name())
                .toList();
    }

    /**
     * {@return the time expressions in order of appearance, without overlap}
     *
     * @param body the text
     * @param reference the day that relative expressions are counted from
     */
    public List<Timex3> tag(String body, ReferenceTime reference) {
        Tokens tokens = lexer.tokens(body);
        Memory memory = new Memory(reference);
        List<Timex3> found = new ArrayList<>();
        int sentence = 0;
        int seen = 0;
        List<TimexMatch> matches = matcher.matches(tokens);
        int persons = NameGuard.persons(lexicon, tokens, matches);
        for (TimexMatch match : matches) {
            for (; seen <= match.from(); seen++) {
                sentence += tokens.has(seen, Tokens.SENTENCE_START) ? 1 : 0;
            }
            memory.sentence(sentence);
            Captures words = new Captures(lexicon, tokens, match);
            Optional<Resolved> resolved =
                    NameGuard.isPerson(words, persons) ? Optional.empty() : resolve(words, memory);
            if (resolved.isPresent()
                    && match.rule().type().isPresent()
                    && (reference.day().isPresent()
                            || !isOpen(match.rule().type().get(), resolved.get()))) {
                Timex3 timex =
                        timex(match, tokens, resolved.get(), match.rule().type().get());
                found.add(timex);
                if (MONTHS.matcher(timex.value()).matches()) {
                    memory.spanOfMonths();
                }
                if (!match.rule().function().equals("sequel")
                        && !match.rule().function().equals("yearearlier")) {
                    memory.note(timex.value());
                }
            }
        }
        return found;
    }

    /** {@return whether nothing tells a day: "Tuesday" or "today" in a text of no known day} */
    private static boolean isOpen(Timex3.Type type, Resolved resolved) {
        Timex3.Type of = resolved.type().orElse(type);
        return (of == Timex3.Type.DATE || of == Timex3.Type.TIME)
                && (resolved.value().startsWith("XXXX-WXX")
                        || resolved.value().startsWith("XXXX-XX")
                        || resolved.value().startsWith("XXXX-Q"));
    }

    private Optional<Resolved> resolve(Captures words, Memory memory) {
        return switch (words.match().rule().function()) {
            case "point" -> points.resolve(words, memory);
            case "range" -> lists.range(words, memory);
            case "monthlist" -> lists.month(words, memory);
            case "nthday" -> lists.weekday(words, memory);
            case "nthweek" -> lists.week(words, memory);
            case "newyear" -> spans.newYear(memory);
            case "feast" -> feasts.resolve(words, memory);
            case "year" -> reports.year(words);
            case "decade" -> reports.decade(words);
            case "century" -> reports.century(words);
            case "quarter" -> reports.quarter(words, memory);
            case "lastquarter" -> reports.lastQuarter(words, memory);
            case "yearearlier" -> reports.yearEarlier(words, memory);
            case "half" -> reports.half(words, memory);
            case "unit" -> spans.unit(words, memory);
            case "weekend" -> spans.weekend(words, memory);
            case "season" -> spans.season(words, memory);
            case "ago" -> spans.ago(words, memory);
            case "later" -> spans.later(words, memory);
            case "sequel" -> spans.sequel(words, memory);
            case "that" -> spans.that(words, memory);
            case "duration" -> counts.duration(words);
            case "aunit" -> counts.oneUnit(words);
            case "vague" -> counts.vague(words);
            case "perunit" -> counts.perUnit(words);
            case "every" -> counts.every(words);
            case "often" -> counts.often(words);
            case "const" -> Optional.of(Resolved.of(words.match().rule().argument()));
            default -> Optional.empty();
        };
    }

    private static Timex3 timex(TimexMatch match, Tokens tokens, Resolved resolved, Timex3.Type type) {
        Optional<CalendarValue.Days> days = CalendarValue.days(resolved.value());
        return new Timex3(
                new Span(tokens.start[match.from()], tokens.end[match.to() - 1]),
                resolved.type().orElse(type),
                resolved.value(),
                resolved.mod(),
                resolved.anchor(),
                days.map(CalendarValue.Days::from),
                days.map(CalendarValue.Days::to),
                match.rule().name());
    }
}
