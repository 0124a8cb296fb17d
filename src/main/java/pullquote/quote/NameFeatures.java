package pullquote.quote;

import pullquote.text.Tokens;

/** The features of a token that may belong to a name: its words and their neighbours, its run, the rest of the passage. */
final class NameFeatures {
    static final int MOST = 80;

    /** Words of the longest well-known name that is looked up. */
    private static final int MOST_LISTED = 4;

    /** Features of a name's label after another: the transitions of the chain. */
    private static final int TRANSITION = 4900;

    private static final int PHRASE = 4991;

    private final Passage p;
    private final Lexicon words;
    private final NameLists lists;
    private final NameEvidence evidence;
    /** What is known of words as names, by token, with a margin on either side. */
    private final int[] known;

    private final boolean[] shouted;
    /** 1 where a well-known name begins, 2 within it. */
    private final byte[] listed;

    NameFeatures(Passage p, int[] runs, Lexicon words, NameLists lists) {
        this.p = p;
        this.words = words;
        this.lists = lists;
        evidence = new NameEvidence(p, runs, lists);
        known = new int[p.size + 2 * Passage.MARGIN];
        for (int r = 0; r < runs.length; r += 2) {
            for (int i = runs[r]; i < runs[r + 1]; i++) {
                known[i + Passage.MARGIN] = words.find(p.word(i));
            }
        }
        shouted = shouted(p);
        listed = new byte[p.size];
        for (int r = 0; r < runs.length; r += 2) {
            for (int i = runs[r]; i < runs[r + 1]; i++) {
                i = Math.max(i, mark(i, runs[r + 1]) - 1);
            }
        }
    }

    /** Marks the longest well-known name that begins at a token; returns the token after it, or the same. */
    private int mark(int from, int to) {
        int end = from;
        int phrase = PHRASE;
        for (int i = from; i < Math.min(to, from + MOST_LISTED); i++) {
            phrase = Mix.of(PHRASE, phrase, p.word(i));
            if (words.find(phrase) != 0 && NameRuns.capital(p, i)) {
                end = i + 1;
            }
        }
        if (end > from) {
            java.util.Arrays.fill(listed, from, end, (byte) 2);
            listed[from] = 1;
        }
        return end;
    }

    /** {@return the hash of several words in a row} */
    static int phrase(Passage p, int from, int to) {
        int phrase = PHRASE;
        for (int i = from; i < to; i++) {
            phrase = Mix.of(PHRASE, phrase, p.word(i));
        }
        return phrase;
    }

    /** {@return the features of the labels after a label: at any step, and at one of a class} */
    static int[] transition(int edge, int label) {
        return new int[] {Mix.of(TRANSITION, label), Mix.of(TRANSITION + 1, edge, label)};
    }

    /** {@return for each sentence whether all its words are in capitals} */
    private static boolean[] shouted(Passage p) {
        boolean[] shouted = new boolean[p.tokens.sentences()];
        for (int s = 0; s < shouted.length; s++) {
            int capitals = 0;
            boolean all = true;
            for (int i = p.tokens.sentenceStart(s); i < p.tokens.sentenceEnd(s) && all; i++) {
                int shape = p.shape(i);
                all = shape != Passage.LOWER && shape != Passage.CAPITALIZED && shape != Passage.MIXED;
                capitals += shape == Passage.CAPITALS ? 1 : 0;
            }
            shouted[s] = all && capitals > 1;
        }
        return shouted;
    }

    /**
     * Writes the features of a token.
     *
     * @param run the run's words as one
     */
    int at(int i, int from, int to, int run, int[] out) {
        int at = i + Passage.MARGIN;
        int[] w = p.words;
        int[] s = p.shapes;
        int[] c = p.clusters;
        int[] g = p.coarse;
        int[] t = p.tags;
        boolean shout = shouted[p.tokens.sentenceOf(i)];
        int first = p.tokens.sentenceStart(p.tokens.sentenceOf(i));
        // where a capital says little
        boolean quoted = i > first
                && (p.tokens.kind(i - 1) == Tokens.DOUBLE_QUOTE || p.tokens.kind(i - 1) == Tokens.SINGLE_QUOTE);
        int opens = shout ? 2 : i == first || quoted ? 1 : 0;
        int shape = shape(i);
        int n = 0;
        out[n++] = Mix.of(4000, w[at]);
        out[n++] = Mix.of(4001, w[at], s[at], opens);
        out[n++] = Mix.of(4002, w[at - 1]);
        out[n++] = Mix.of(4003, w[at + 1]);
        out[n++] = Mix.of(4004, w[at - 2]);
        out[n++] = Mix.of(4005, w[at + 2]);
        out[n++] = Mix.of(4006, w[at - 1], w[at]);
        out[n++] = Mix.of(4007, w[at], w[at + 1]);
        out[n++] = Mix.of(4008, w[at - 1], w[at + 1]);
        out[n++] = Mix.of(4009, w[at - 2], w[at - 1]);
        out[n++] = Mix.of(4010, w[at + 1], w[at + 2]);
        out[n++] = Mix.of(4011, p.prefixes[at]);
        out[n++] = Mix.of(4012, p.suffixes[at]);
        out[n++] = Mix.of(4013, shape, opens);
        out[n++] = Mix.of(4014, s[at - 1], s[at], s[at + 1]);
        out[n++] = Mix.of(4015, c[at]);
        out[n++] = Mix.of(4016, c[at - 1], s[at - 1]);
        out[n++] = Mix.of(4017, c[at + 1], s[at + 1]);
        out[n++] = Mix.of(4018, g[at - 1], g[at], s[at]);
        out[n++] = Mix.of(4019, g[at], g[at + 1], s[at]);
        out[n++] = Mix.of(4020, c[at - 1], c[at + 1]);
        out[n++] = Mix.of(4021, c[at - 2], c[at - 1]);
        out[n++] = Mix.of(4022, c[at + 1], c[at + 2]);
        out[n++] = Mix.of(4023, t[at], t[at + 1], opens);
        out[n++] = Mix.of(4024, t[at - 1], s[at]);
        // the run
        int last = to - 1 - i;
        out[n++] = Mix.of(4030, Math.min(i - from, 3), Math.min(last, 3));
        out[n++] = Mix.of(4031, run);
        out[n++] = Mix.of(4032, w[to - 1 + Passage.MARGIN], Math.min(last, 3));
        out[n++] = Mix.of(4033, w[from + Passage.MARGIN], Math.min(i - from, 3));
        out[n++] = Mix.of(4034, w[from - 1 + Passage.MARGIN], Math.min(i - from, 2));
        out[n++] = Mix.of(4035, w[to + Passage.MARGIN], Math.min(last, 2));
        out[n++] = Mix.of(4036, c[to + Passage.MARGIN], to - from == 1 ? 1 : 0, opens);
        out[n++] = Mix.of(4037, c[from - 1 + Passage.MARGIN], to - from == 1 ? 1 : 0, s[at]);
        // what is known of words as names
        int here = known[at];
        int before = known[at - 1];
        int after = known[at + 1];
        out[n++] = Mix.of(4040, Lexicon.cluster(here), opens);
        out[n++] = Mix.of(4041, Lexicon.cluster(here), Lexicon.cluster(after));
        out[n++] = Mix.of(4042, Lexicon.cluster(before), Lexicon.cluster(here));
        out[n++] = Mix.of(4043, Lexicon.coarse(here), opens);
        out[n++] = Mix.of(4044, Lexicon.coarse(here), Lexicon.coarse(after), s[at + 1]);
        out[n++] = Mix.of(4045, Lexicon.coarse(before), Lexicon.coarse(here), s[at - 1]);
        out[n++] = Mix.of(4046, Lexicon.tag(here), s[at]);
        out[n++] = Mix.of(4047, Lexicon.tag(here), Lexicon.tag(after), Math.min(last, 1));
        out[n++] = Mix.of(4048, Lexicon.tag(before), Lexicon.tag(here), Math.min(i - from, 1));
        int pair = i + 1 < to ? Lexicon.coarse(words.find(pair(w[at], w[at + 1]))) : 0;
        int paired = i > from ? Lexicon.coarse(words.find(pair(w[at - 1], w[at]))) : 0;
        out[n++] = Mix.of(4052, listed[i], opens);
        out[n++] = Mix.of(4053, listed[i], i + 1 < to ? listed[i + 1] : 0, s[at]);
        out[n++] = Mix.of(4049, pair);
        out[n++] = Mix.of(4050, paired);
        out[n++] = Mix.of(4051, paired, pair);
        return lists(i, shape, opens, out, n);
    }

    /** {@return the hash of two words in a row} */
    static int pair(int first, int second) {
        return Mix.of(4990, first, second);
    }

    /** Lists of titles and heads, and the word's other occurrences. */
    private int lists(int i, int shape, int opens, int[] out, int n) {
        int at = i + Passage.MARGIN;
        int seen = evidence.of(p.word(i));
        for (int bit = 0; bit < NameEvidence.BITS; bit++) {
            if ((seen >>> bit & 1) != 0) {
                out[n++] = Mix.of(4100 + bit, opens);
            }
        }
        out[n++] = Mix.of(4120, seen & 0xFF, opens);
        out[n++] = Mix.of(4121, seen, shape);
        int next = p.shape(i + 1) != Passage.MARK && i + 1 < p.size
                ? evidence.of(p.word(i + 1)) & (NameEvidence.TITLED | NameEvidence.SPEAKS | NameEvidence.ENDS)
                : 0;
        out[n++] = Mix.of(4122, next, p.shapes[at + 1]);
        int list = list(i);
        int left = i > 0 ? list(i - 1) : 0;
        int right = i + 1 < p.size ? list(i + 1) : 0;
        out[n++] = Mix.of(4123, list, opens);
        out[n++] = Mix.of(4124, left, list);
        out[n++] = Mix.of(4125, list, right);
        return n;
    }

    private int list(int i) {
        return p.tokens.isWord(i) ? lists.bits(p.word(i)) & (NameLists.TITLE | NameLists.BODY | NameLists.GIVEN) : 8;
    }

    /** {@return how a word is written, like letters in a row told once} */
    private int shape(int i) {
        String text = p.tokens.text();
        int shape = 1;
        char last = 0;
        for (int k = p.tokens.start(i); k < p.tokens.end(i); k++) {
            char c = text.charAt(k);
            char kind =
                    Character.isUpperCase(c) ? 'X' : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? '9' : c;
            if (kind != last) {
                shape = shape * 31 + kind;
            }
            last = kind;
        }
        return shape * 4 + Math.min(3, p.tokens.end(i) - p.tokens.start(i));
    }
}
