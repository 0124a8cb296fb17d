package pullquote.time;

import java.util.Set;
import pullquote.text.NamedFeatures;

/**
 * What the words around a time expression show of whether it is ahead or behind: the word before it, the verbs of its
 * sentence, how far the next such day is, what the text has called ahead or behind before.
 *
 * <p>A feature is a template and a word, {@code left:scheduled}, kept as the hash of that name. Every feature counts
 * twice: for expressions of any kind, and for those of its own kind ({@code W.left:scheduled}).
 */
final class DirectionFeatures {
    /** What is asked for: a weekday, a bare month, a day of a month, a year. */
    enum Kind {
        WEEKDAY("W."),
        MONTH("M."),
        MONTHDAY("D."),
        YEAR("Y.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final int REACH_BACK = 16;
    private static final int REACH_ON = 12;
    private static final int NEAR_BACK = 6;
    private static final int NEAR_ON = 5;
    private static final int HELPERS = 4;
    private static final int LONGEST_WORD = 20;

    private static final Set<String> MODALS = Set.of("would", "could", "might", "should", "may", "can", "must");
    private static final Set<String> REPORTS =
            Set.of("said", "told", "announced", "reported", "added", "says", "according");
    private static final Set<String> PLEDGES = Set.of(
            "agreed",
            "decided",
            "vowed",
            "pledged",
            "promised",
            "threatened",
            "offered",
            "urged",
            "ordered",
            "demanded");
    private static final Set<String> JOINS = Set.of("and", "but", "while", "whereas", "although");
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "its", "his", "her", "their", "this", "that", "all", "any", "each", "some");

    private final int past;
    private final int future;
    private final int timetable;
    private final int semicolon;
    private final NamedFeatures out;
    private String prefix = "";

    DirectionFeatures(TimexLexicon lexicon, NamedFeatures out) {
        past = lexicon.element("$PAST");
        future = lexicon.element("$FUTURE");
        timetable = lexicon.element("$TIMETABLE");
        semicolon = lexicon.word(";");
        this.out = out;
    }

    /** {@return what the same day or month is known by when the text names it again} */
    static String key(Kind kind, Captures words) {
        int month = words.month();
        int number = month > 0 ? month : words.value("$WEEKDAY").orElse(0);
        return kind.prefix + number + "." + words.value("$DAY").orElse(0);
    }

    /**
     * Collects the features of an expression.
     *
     * @param steps in how many days, or months, the next such day or month is; 0 where that is not known
     * @param seen 1 where the text has named the same day or month before as ahead, -1 as behind, 0 as neither
     */
    void collect(Tokens tokens, int from, int to, Kind kind, int steps, int seen) {
        prefix = kind.prefix;
        add("bias", "");
        if (steps > 0) {
            add("steps", Integer.toString(steps));
        }
        add("seen", seen > 0 ? "ahead" : seen < 0 ? "behind" : "none");
        int first = from;
        while (first > 0
                && from - first < REACH_BACK
                && !tokens.has(first, Tokens.SENTENCE_START)
                && !tokens.is(first - 1, semicolon)) {
            first--;
        }
        int end = to;
        while (end < tokens.size
                && end - to < REACH_ON
                && !tokens.has(end, Tokens.SENTENCE_START)
                && !tokens.is(end, semicolon)) {
            end++;
        }
        String before = from > first ? word(tokens, from - 1) : "^";
        String beforeThat = from - 1 > first ? word(tokens, from - 2) : "^";
        String after = to < end ? word(tokens, to) : "$";
        String afterThat = to + 1 < end ? word(tokens, to + 1) : "$";
        add("prev", before);
        add("prev2", beforeThat + "_" + before);
        add("next", after);
        add("next2", after + "_" + afterThat);
        for (int i = from - 1; i >= first; i--) {
            add(from - i <= NEAR_BACK ? "left" : "far", word(tokens, i));
        }
        boolean joined = false;
        for (int i = to; i < end; i++) {
            joined = joined || JOINS.contains(word(tokens, i));
            add(joined ? "joined" : i - to < NEAR_ON ? "right" : "on", word(tokens, i));
        }
        verbs(tokens, from, to, first, end);
    }

    private void verbs(Tokens tokens, int from, int to, int first, int end) {
        String left = "none";
        int found = 0;
        for (int i = from - 1; i >= first && found < 2; i--) {
            String verb = verb(tokens, i);
            if (verb.isEmpty()) {
                continue;
            }
            if (found == 0) {
                left = verb;
                add("verb", verb + "_" + near(from - i));
                add("verbword", word(tokens, i) + "_" + (i > first ? word(tokens, i - 1) : "^"));
                add("verbon", word(tokens, i) + "_" + word(tokens, i + 1));
            } else {
                add("verbs", left + "_" + verb);
            }
            found++;
        }
        if (found < 2) {
            add("only", left);
        }
        String right = "none";
        boolean joined = false;
        for (int i = to; i < end; i++) {
            joined = joined || JOINS.contains(word(tokens, i));
            String verb = verb(tokens, i);
            if (!verb.isEmpty()) {
                // what another clause tells says less of this one
                right = joined ? "next" : verb;
                add("verbafter", (joined ? "next." : "") + verb + "_" + near(i - to + 1));
                break;
            }
        }
        add("between", left + "_" + right);
    }

    private static String near(int distance) {
        return distance <= 1 ? "1" : distance <= 3 ? "3" : distance <= 7 ? "7" : "far";
    }

    /** {@return what a token is as a verb; empty for what is none} */
    private String verb(Tokens tokens, int i) {
        String word = word(tokens, i);
        switch (word) {
            case "will", "'ll", "wo", "shall" -> {
                return "will";
            }
            case "to" -> {
                String next = i + 1 < tokens.size ? word(tokens, i + 1) : "$";
                boolean verb = !next.equals("Cap") && !next.equals("#") && !DETERMINERS.contains(next);
                return verb ? "to" : "";
            }
            case "is", "are", "'s" -> {
                return word.equals("'s") ? "" : "is";
            }
            case "was", "were" -> {
                return "was";
            }
            case "has", "have" -> {
                return "has";
            }
            case "had", "been", "be" -> {
                return word;
            }
            default -> {
                // its form tells
            }
        }
        if (REPORTS.contains(word)) {
            return "said";
        }
        if (MODALS.contains(word)) {
            return "would";
        }
        if (PLEDGES.contains(word)) {
            return "pledge";
        }
        if (tokens.is(i, timetable) && isPresent(tokens, i)) {
            return "timetable";
        }
        if (tokens.is(i, future)) {
            return "ahead";
        }
        if (tokens.is(i, past) || tokens.has(i, Tokens.PAST_FORM)) {
            return past(tokens, i);
        }
        return word.length() > 5 && word.endsWith("ing") ? "ing" : "";
    }

    /** {@return whether a verb form is one of the present: "polls open", not "to open" or "will open"} */
    private static boolean isPresent(Tokens tokens, int i) {
        if (i == 0 || tokens.has(i, Tokens.SENTENCE_START)) {
            return false;
        }
        String before = word(tokens, i - 1);
        return !before.equals("to")
                && !before.equals("will")
                && !before.equals("'ll")
                && !before.equals("not")
                && !MODALS.contains(before)
                && !DETERMINERS.contains(before);
    }

    /** {@return what a form of the past is with the helpers before it: "will be shut", "had not agreed"} */
    private static String past(Tokens tokens, int i) {
        for (int j = i - 1; j >= Math.max(0, i - HELPERS) && !tokens.has(j + 1, Tokens.SENTENCE_START); j--) {
            String helper = word(tokens, j);
            switch (helper) {
                case "will", "'ll", "shall" -> {
                    return "will";
                }
                case "to", "had" -> {
                    return helper;
                }
                case "has", "have" -> {
                    return "has";
                }
                case "be", "been", "not", "also", "now", "then", "soon" -> {
                    // the one before it tells more
                }
                default -> {
                    return MODALS.contains(helper) ? "would" : DETERMINERS.contains(helper) && j == i - 1 ? "" : "past";
                }
            }
        }
        return "past";
    }

    /** {@return a word as the model knows it: names and numbers are all one} */
    private static String word(Tokens tokens, int i) {
        char c = tokens.text.charAt(tokens.start[i]);
        if (NumberLexer.isDigit(c)) {
            return "#";
        }
        int length = tokens.end[i] - tokens.start[i];
        boolean capital = Character.isUpperCase(c);
        boolean known = tokens.elements[i].length > 0 || tokens.has(i, Tokens.SENTENCE_START);
        if (length > LONGEST_WORD || (capital && !known)) {
            return "Cap";
        }
        return capital ? tokens.small(i) : tokens.word(i);
    }

    private void add(String template, String word) {
        out.add("", template, word);
        out.add(prefix, template, word);
    }
}
