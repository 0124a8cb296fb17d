package pullquote.time;

import java.util.Set;

/** Tells from the verbs around an expression whether it lies ahead or behind. */
final class Tense {
    private static final int REACH_BACK = 14;
    private static final int REACH_ON = 8;
    private static final int WAS_TO_BE = 7;

    private static final Set<String> INTENTS = Set.of(
            "agreed",
            "decided",
            "vowed",
            "pledged",
            "promised",
            "intended",
            "supposed",
            "required",
            "ordered",
            "obliged",
            "prepared",
            "threatened",
            "offered",
            "wanted");
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "its", "his", "her", "their", "of", "still", "newly", "these", "those");

    private final int past;
    private final int future;
    private final int semicolon;
    private final int to;

    Tense(TimexLexicon lexicon) {
        past = lexicon.element("$PAST");
        future = lexicon.element("$FUTURE");
        semicolon = lexicon.word(";");
        to = lexicon.word("to");
    }

    /** {@return -1 for what lies behind, 1 for what lies ahead, 0 where the words do not say} */
    int direction(Tokens tokens, int from, int to) {
        for (int i = from - 1; i >= Math.max(0, from - REACH_BACK); i--) {
            if (tokens.is(i, semicolon)) {
                break;
            }
            int verb = verb(tokens, i);
            if (verb != 0) {
                return verb > 0 && wasToBe(tokens, i) ? -1 : verb;
            }
            if (tokens.has(i, Tokens.SENTENCE_START)) {
                break;
            }
        }
        // nothing before it in the sentence: the verb after it decides
        for (int i = to; i < Math.min(tokens.size, to + REACH_ON); i++) {
            if (tokens.has(i, Tokens.SENTENCE_START) || tokens.is(i, semicolon)) {
                break;
            }
            int verb = verb(tokens, i);
            if (verb != 0) {
                return verb;
            }
        }
        return 0;
    }

    /** "had been due to expire", "previously scheduled": what lay ahead then lies behind now. */
    private static boolean wasToBe(Tokens tokens, int verb) {
        for (int i = verb - 1; i > Math.max(0, verb - WAS_TO_BE) && !tokens.has(i + 1, Tokens.SENTENCE_START); i--) {
            String word = tokens.end[i] - tokens.start[i] <= 10 ? tokens.word(i) : "";
            if ((word.equals("been") && tokens.word(i - 1).equals("had"))
                    || word.equals("previously")
                    || word.equals("originally")) {
                return true;
            }
        }
        return false;
    }

    /** "is to resume", "are set to meet". */
    private static boolean isAux(Tokens tokens, int i) {
        String word = tokens.end[i] - tokens.start[i] <= 4 ? tokens.word(i) : "";
        return word.equals("is")
                || word.equals("are")
                || word.equals("was")
                || word.equals("were")
                || word.equals("set");
    }

    private int verb(Tokens tokens, int i) {
        if (tokens.is(i, future)) {
            return 1;
        }
        if (tokens.is(i, to) && i > 0 && isAux(tokens, i - 1)) {
            return 1;
        }
        if (tokens.has(i, Tokens.PAST_FORM)) {
            return pastForm(tokens, i);
        }
        if (!tokens.is(i, past)) {
            return 0;
        }
        // "will cut", "will shut": forms that are the same in the past
        if (i > 0 && tokens.is(i - 1, future)) {
            return 1;
        }
        // "will be paid"
        return i > 0
                        && tokens.end[i - 1] - tokens.start[i - 1] == 2
                        && tokens.word(i - 1).equals("be")
                ? 1
                : -1;
    }

    /** A form in -ed: a past, unless a helper or what follows it says otherwise. */
    private int pastForm(Tokens tokens, int i) {
        if (i + 1 < tokens.size && tokens.is(i + 1, to) && INTENTS.contains(tokens.word(i))) {
            return 1;
        }
        for (int j = i - 1; j >= Math.max(0, i - 3); j--) {
            boolean be = tokens.end[j] - tokens.start[j] == 2 && tokens.word(j).equals("be");
            if (tokens.is(j, future) || be) {
                return 1;
            }
        }
        // "an unspecified date": a word that tells of what kind, not of when
        return i > 0 && tokens.end[i - 1] - tokens.start[i - 1] <= 5 && DETERMINERS.contains(tokens.word(i - 1))
                ? 0
                : -1;
    }

    /** {@return how many tokens lie between the nearest verb of the past before an expression and it} */
    int distance(Tokens tokens, int from) {
        for (int i = from - 1; i >= Math.max(0, from - REACH_BACK); i--) {
            if (verb(tokens, i) != 0) {
                return from - i;
            }
        }
        return REACH_BACK;
    }
}
