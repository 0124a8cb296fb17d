package pullquote.time;

import java.util.List;
import java.util.Set;

/** Tells names that hold a month, a weekday or a feast from times: the Sunday Post, June Carver, Christmas Cove. */
final class NameGuard {
    /** Words before a time; after others a month or feast before a capital is part of a name. */
    private static final Set<String> LEADS = Set.of(
            "in", "on", "since", "by", "until", "till", "from", "for", "during", "before", "after", "through",
            "between", "to", "and", "or", "at", "around", "about", "last", "next", "this", "late", "early", "mid", "-",
            "–", "every", "each", "that", "as");

    private static final Set<String> SPEAKS = Set.of("said", "says", "told", "added", "asked", "wrote", "replied");
    private static final String MARKS = "\"”’'";

    private NameGuard() {}

    /** {@return the weekdays, a bit each, that a text uses as a person's name: "Friday said" has no other subject} */
    static int persons(TimexLexicon lexicon, Tokens tokens, List<TimexMatch> matches) {
        int weekday = lexicon.element("$WEEKDAY");
        int found = 0;
        for (TimexMatch match : matches) {
            int at = match.from();
            if (match.to() - at == 1
                    && match.to() < tokens.size
                    && match.has(weekday)
                    && !tokens.has(match.to(), Tokens.SENTENCE_START)
                    && speaks(tokens, at)) {
                found |= 1 << lexicon.value(tokens.word(at).toLowerCase(java.util.Locale.ROOT), weekday);
            }
        }
        return found;
    }

    private static boolean speaks(Tokens tokens, int at) {
        boolean opens =
                tokens.has(at, Tokens.SENTENCE_START) || MARKS.indexOf(tokens.text.charAt(tokens.start[at - 1])) >= 0;
        return opens && SPEAKS.contains(tokens.word(at + 1));
    }

    /** {@return whether a weekday that is a person's name in the text is that name here} */
    static boolean isPerson(Captures words, int persons) {
        int from = words.match().from();
        if (persons == 0
                || words.match().to() - from != 1
                || (persons & 1 << words.value("$WEEKDAY").orElse(0)) == 0) {
            return false;
        }
        return from == 0
                || words.tokens().has(from, Tokens.SENTENCE_START)
                || !LEADS.contains(words.tokens().word(from - 1));
    }

    /** {@return whether a bare month, weekday or feast stands before a word with a capital as the first part of a name} */
    static boolean isName(Captures words) {
        Tokens tokens = words.tokens();
        int from = words.match().from();
        int to = words.match().to();
        if (to - from != 1 || to >= tokens.size || tokens.has(to, Tokens.SENTENCE_START) || !isCapital(tokens, to)) {
            return false;
        }
        boolean opens = from == 0 || tokens.has(from, Tokens.SENTENCE_START);
        String before = opens ? "" : tokens.word(from - 1).toLowerCase(java.util.Locale.ROOT);
        if (words.has("$WEEKDAY")) {
            return before.equals("the") || (opens && from + 2 < tokens.size && !tokens.has(from, Tokens.GLUED));
        }
        boolean month = words.has("$PLAINMONTH") || words.has("$MONTH");
        return month && !LEADS.contains(before);
    }

    static boolean isCapital(Tokens tokens, int token) {
        boolean letters = tokens.end[token] - tokens.start[token] > 1;
        return letters
                && Character.isUpperCase(tokens.text.charAt(tokens.start[token]))
                && tokens.elements[token].length == 0;
    }
}
