package pullquote.time;

/** Tells from the verbs around an expression whether it lies ahead or behind. */
final class Tense {
    private static final int REACH_BACK = 14;
    private static final int REACH_ON = 8;

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
                return verb;
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
            // "was expected", "had planned" still look ahead; "was due" too
            return 1;
        }
        if (tokens.is(i, to) && i > 0 && isAux(tokens, i - 1)) {
            return 1;
        }
        if (tokens.is(i, past) || tokens.has(i, Tokens.PAST_FORM)) {
            int before = i - 1;
            // "to be held", "will be opened": the helper decides
            for (int j = before; j >= Math.max(0, i - 3); j--) {
                if (tokens.is(j, future)) {
                    return 1;
                }
                String word =
                        tokens.elements[j].length == 0 && tokens.end[j] - tokens.start[j] <= 2 ? tokens.word(j) : "";
                if (word.equals("be") && tokens.has(i, Tokens.PAST_FORM)) {
                    return 1;
                }
            }
            return -1;
        }
        return 0;
    }
}
