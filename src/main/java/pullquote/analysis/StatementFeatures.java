package pullquote.analysis;

import java.util.List;
import pullquote.analysis.StatementDays.Candidate;
import pullquote.analysis.StatementDays.Statement;
import pullquote.quote.Quotation;
import pullquote.text.NamedFeatures;
import pullquote.text.Span;
import pullquote.time.Timex3;

/** What speaks for and against a day on which a statement may have been made, for the model that weighs it. */
final class StatementFeatures {
    /** Features of whether a day can be told at all have names that begin so. */
    private static final String KNOWN = "K.";

    private static final int LONGEST_WORD = 14;
    private static final String[] DIGITS = {"0", "1", "2", "3"};
    /** Names of the letters of a candidate's support, and of features of its candidates. */
    private static final String[] LETTERS = new String[128];

    private static final String[] GROUPS = new String[128];

    static {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            LETTERS[letter] = String.valueOf(letter);
            GROUPS[letter] = letter + ".";
        }
    }

    private final StatementDays days;

    StatementFeatures(StatementDays days) {
        this.days = days;
    }

    /**
     * Collects what speaks for and against a candidate.
     *
     * @param statement what its statement is, whatever day it was made on
     */
    void of(int number, Candidate candidate, List<Candidate> all, NamedFeatures statement, NamedFeatures out) {
        String support = candidate.support();
        String group = GROUPS[support.charAt(0)];
        String age = age(candidate);
        boolean rival = all.stream().anyMatch(other -> !other.equals(candidate) && other.has('S'));
        out.add("", "support", support);
        out.add("", "age", age);
        out.add("", "supportage", support + age + (rival ? "x" : ""));
        out.add("", "origin", support + days.dispatch().referenceTime().origin().name());
        add(out, group, "rivals", rivals(candidate, all));
        for (int i = 0; i < support.length(); i++) {
            add(out, group, "has", LETTERS[support.charAt(i)]);
        }
        add(out, group, "same", count(days.stated(candidate.day())));
        out.addAll("", statement);
        out.addAll(group, statement);
    }

    private static String count(int number) {
        return number > 3 ? "many" : DIGITS[number];
    }

    /** Collects what shows whether it can be told on which day a statement was made. */
    void known(List<Candidate> all, NamedFeatures statement, NamedFeatures out) {
        out.add(KNOWN, "bias", "");
        out.add(KNOWN, "rivals", all.isEmpty() ? "none" : rivals(all.get(0), all));
        for (Candidate candidate : all) {
            out.add(KNOWN, "support", candidate.support());
        }
        out.addAll(KNOWN, statement);
    }

    private String age(Candidate candidate) {
        long age = days.dispatch()
                .referenceTime()
                .day()
                .map(day -> day.toEpochDay() - candidate.day().toEpochDay())
                .orElse(0L);
        return age > StatementDays.FRESH ? "old" : Long.toString(age);
    }

    /** Collects what a statement is, whatever day it was made on. */
    void statement(int number, NamedFeatures out) {
        Statement statement = days.statement(number);
        Quotation quotation = statement.quotation();
        out.add("", "kind", quotation.kind().name());
        out.add("", "agency", agency());
        out.add("", "place", place(quotation));
        out.add(
                "",
                "lead",
                days.lead().isEmpty()
                        ? "none"
                        : days.lead().equals(days.dispatch().referenceTime().day()) ? "reference" : "earlier");
        out.add("", "stated", statement.stated().map(StatementFeatures::grain).orElse("none"));
        for (Timex3 time : days.sentence(statement)) {
            out.add("", StatementDays.inContent(time, quotation) ? "content" : "sentence", grain(time));
        }
        words(statement, out);
    }

    private static void add(NamedFeatures out, String group, String template, String word) {
        out.add(group, template, word);
        out.add("", template, word);
    }

    private static String rivals(Candidate candidate, List<Candidate> all) {
        StringBuilder rivals = new StringBuilder();
        for (Candidate other : all) {
            if (!other.equals(candidate)) {
                rivals.append(other.support().charAt(0));
            }
        }
        return rivals.toString();
    }

    private String agency() {
        return days.dispatch()
                .provider()
                .or(() -> days.dispatch().dateline().flatMap(line -> line.agency()))
                .orElse("none");
    }

    private String place(Quotation quotation) {
        int from = StatementDays.cue(quotation) - days.dispatch().storyStart();
        return from < 250 ? "lead" : from < 800 ? "early" : from < 2000 ? "middle" : "late";
    }

    private static String grain(Timex3 time) {
        return StatementDays.isDay(time)
                ? time.rule()
                : time.type() == Timex3.Type.DATE
                        ? time.value().length() + time.rule()
                        : time.type().name();
    }

    /** The cue, what stands around it, and the words of its sentence outside the content. */
    private void words(Statement statement, NamedFeatures out) {
        if (statement.clause().isEmpty()) {
            out.add("", "cue", "none");
            return;
        }
        String body = days.dispatch().body();
        CueClause clause = statement.clause().get();
        out.add("cue", body, clause.cue());
        Span previous = null;
        for (Span word : clause.words()) {
            if (word.length() > LONGEST_WORD) {
                out.add("", "word", "long");
            } else {
                out.add("word", body, word);
            }
            previous = word.end() <= clause.cue().start() && word.length() <= LONGEST_WORD ? word : previous;
        }
        if (previous == null) {
            out.add("", "aux", "^");
        } else {
            out.add("aux", body, previous);
        }
    }
}
