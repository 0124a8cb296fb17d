package pullquote.analysis;

import java.util.List;
import java.util.Locale;
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

    private final StatementDays days;

    StatementFeatures(StatementDays days) {
        this.days = days;
    }

    /** Collects what speaks for and against a candidate. */
    void of(int number, Candidate candidate, List<Candidate> all, NamedFeatures out) {
        String support = candidate.support();
        String group = support.charAt(0) + ".";
        String age = age(candidate);
        boolean rival = all.stream().anyMatch(other -> !other.equals(candidate) && other.has('S'));
        out.add("", "support", support);
        out.add("", "age", age);
        out.add("", "supportage", support + age + (rival ? "x" : ""));
        out.add("", "origin", support + days.dispatch().referenceTime().origin().name());
        add(out, group, "rivals", rivals(candidate, all));
        for (int i = 0; i < support.length(); i++) {
            add(out, group, "has", support.substring(i, i + 1));
        }
        int same = days.stated(candidate.day());
        add(out, group, "same", same > 3 ? "many" : Integer.toString(same));
        statement(number, group, out);
    }

    /** Collects what shows whether it can be told on which day a statement was made. */
    void known(int number, List<Candidate> all, NamedFeatures out) {
        out.add(KNOWN, "bias", "");
        out.add(KNOWN, "rivals", all.isEmpty() ? "none" : rivals(all.get(0), all));
        for (Candidate candidate : all) {
            out.add(KNOWN, "support", candidate.support());
        }
        statement(number, KNOWN, out);
    }

    private String age(Candidate candidate) {
        long age = days.dispatch()
                .referenceTime()
                .day()
                .map(day -> day.toEpochDay() - candidate.day().toEpochDay())
                .orElse(0L);
        return age > StatementDays.FRESH ? "old" : Long.toString(age);
    }

    /** What a statement is, whatever day it was made on. */
    private void statement(int number, String group, NamedFeatures out) {
        Statement statement = days.statement(number);
        Quotation quotation = statement.quotation();
        add(out, group, "kind", quotation.kind().name());
        add(out, group, "agency", agency());
        add(out, group, "place", place(quotation));
        add(
                out,
                group,
                "lead",
                days.lead().isEmpty()
                        ? "none"
                        : days.lead().equals(days.dispatch().referenceTime().day()) ? "reference" : "earlier");
        add(
                out,
                group,
                "stated",
                statement.stated().map(StatementFeatures::grain).orElse("none"));
        for (Timex3 time : days.sentence(statement)) {
            add(out, group, StatementDays.inContent(time, quotation) ? "content" : "sentence", grain(time));
        }
        words(statement, group, out);
    }

    private static void add(NamedFeatures out, String group, String template, String word) {
        out.add(group, template, word);
        if (!group.equals(KNOWN)) {
            out.add("", template, word);
        }
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
    private void words(Statement statement, String group, NamedFeatures out) {
        if (statement.clause().isEmpty()) {
            add(out, group, "cue", "none");
            return;
        }
        String body = days.dispatch().body();
        CueClause clause = statement.clause().get();
        add(out, group, "cue", lower(clause.cue().of(body)));
        String previous = "^";
        for (Span word : clause.words()) {
            String text = word.length() > LONGEST_WORD ? "long" : lower(word.of(body));
            if (word.end() <= clause.cue().start()) {
                previous = text;
            }
            add(out, group, "word", text);
        }
        add(out, group, "aux", previous);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
