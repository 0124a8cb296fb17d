package pullquote.quote;

/**
 * The classes of steps within a run: how one token follows another. What a name's label may be followed by depends on what
 * joins the two words: "Ministry of Ports" is one name, "Ana Lopez and Vera Lund" are two.
 */
final class NameEdges {
    /** Joining words, each a class of its own both where it comes and after it. */
    private static final String[][] JOINTS = {
        {"of"},
        {"and"},
        {"the"},
        {"for"},
        {"in", "on", "at", "to"},
        {
            "de", "da", "del", "della", "di", "van", "von", "der", "den", "du", "la", "le", "las", "los", "dos", "ter",
            "e", "y"
        },
        {"al", "el", "bin", "bint", "ibn", "abu", "ould"}
    };

    private static final int OTHER_SMALL = 8, AMPERSAND = 9, COMMA = 10, POSSESSIVE = 11, MARK = 12, NUMBER = 13;
    private static final int CAPITALIZED = 14, CAPITALS = 15, INITIAL = 16, MIXED = 17;
    private static final int KINDS = 18;

    /** The first token of a run. */
    static final int START = 0;

    static final int COUNT = KINDS + 4 * KINDS;

    private static final WordSet[] SETS = new WordSet[JOINTS.length];

    static {
        for (int i = 0; i < JOINTS.length; i++) {
            SETS[i] = WordSet.of(JOINTS[i]);
        }
    }

    private NameEdges() {}

    /** {@return the class of the step to a token of a run that begins at another} */
    static int of(Passage p, int i, int from) {
        if (i == from) {
            return START;
        }
        int kind = kind(p, i);
        // between words: the word itself; at a name's next word: what it follows as well
        return kind < CAPITALIZED ? kind : KINDS * (1 + kind - CAPITALIZED) + kind(p, i - 1);
    }

    private static int kind(Passage p, int i) {
        return switch (p.shape(i)) {
            case Passage.CAPITALIZED -> CAPITALIZED;
            case Passage.CAPITALS -> CAPITALS;
            case Passage.INITIAL -> INITIAL;
            case Passage.MIXED -> MIXED;
            case Passage.NUMBER -> NUMBER;
            case Passage.MARK -> p.tokens.is(i, '&') ? AMPERSAND : p.tokens.is(i, ',') ? COMMA : MARK;
            default -> NameRuns.possessive(p, i) ? POSSESSIVE : small(p.word(i));
        };
    }

    private static int small(int word) {
        for (int k = 0; k < SETS.length; k++) {
            if (SETS[k].has(word)) {
                return 1 + k;
            }
        }
        return OTHER_SMALL;
    }
}
