package pullquote.time;

import java.util.Set;

/** Tells names that hold a month, a weekday or a feast from times: the Sunday Post, June Carver, Christmas Cove. */
final class NameGuard {
    /** Words before a time; after others a month or feast before a capital is part of a name. */
    private static final Set<String> LEADS = Set.of(
            "in", "on", "since", "by", "until", "till", "from", "for", "during", "before", "after", "through",
            "between", "to", "and", "or", "at", "around", "about", "last", "next", "this", "late", "early", "mid", "-",
            "–", "every", "each", "that", "as");

    private NameGuard() {}

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
            return before.equals("the");
        }
        boolean month = words.has("$PLAINMONTH") || words.has("$MONTH");
        return month && !opens && !LEADS.contains(before);
    }

    static boolean isCapital(Tokens tokens, int token) {
        boolean letters = tokens.end[token] - tokens.start[token] > 1;
        return letters
                && Character.isUpperCase(tokens.text.charAt(tokens.start[token]))
                && tokens.elements[token].length == 0;
    }
}
