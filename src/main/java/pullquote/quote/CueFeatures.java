package pullquote.quote;

/** What a token's surroundings say about it being a cue. Everything but the marks around is computed per token. */
final class CueFeatures {
    static final int MOST = Weights.FEW;

    /** So many tokens ahead or behind are looked at for what comes first. */
    private static final int REACH = 7;

    private static final int CAPITAL = 10;

    private final Passage p;
    private final int[] toQuoteLeft;
    private final int[] toQuoteRight;
    private final int[] ahead;
    private final int[] behind;
    private int[] out = new int[0];
    private int n;

    CueFeatures(Passage passage) {
        p = passage;
        int size = p.size;
        toQuoteLeft = new int[size];
        toQuoteRight = new int[size];
        int last = -100;
        for (int i = 0; i < size; i++) {
            toQuoteLeft[i] = Math.min(i - last, 20);
            if (p.state(i, 0) == Passage.CLOSES || p.state(i, 0) == Passage.OPENS) {
                last = i;
            }
        }
        last = size + 100;
        for (int i = size - 1; i >= 0; i--) {
            toQuoteRight[i] = Math.min(last - i, 20);
            if (p.state(i, 0) == Passage.CLOSES || p.state(i, 0) == Passage.OPENS) {
                last = i;
            }
        }
        ahead = new int[size];
        behind = new int[size];
        for (int s = 0; s < p.tokens.sentences(); s++) {
            ahead(p.tokens.sentenceStart(s), p.tokens.sentenceEnd(s));
            behind(p.tokens.sentenceStart(s), p.tokens.sentenceEnd(s));
        }
    }

    /** Writes the hashes of a token's features and returns how many. */
    int at(int i, int[] into) {
        out = into;
        n = 0;
        int at = i + Passage.MARGIN;
        int[] w = p.words;
        int[] c = p.clusters;
        int[] k = p.coarse;
        int[] t = p.tags;
        int[] s = p.shapes;
        int[] q = p.states;
        add(1);
        for (int d = -3; d <= 3; d++) {
            add(10 + d + 3, w[at + d]);
            add(20 + d + 3, c[at + d], t[at + d]);
        }
        for (int d = -2; d <= 1; d++) {
            add(30 + d + 2, w[at + d], w[at + d + 1]);
            add(34 + d + 2, t[at + d], t[at + d + 1]);
        }
        add(50, w[at - 1], w[at + 1]);
        add(54, t[at - 1], t[at], t[at + 1]);
        add(55, t[at - 2], t[at - 1], t[at]);
        add(56, t[at], t[at + 1], t[at + 2]);
        add(57, t[at - 1], w[at], t[at + 1]);
        add(61, p.suffixes[at], p.tags[at]);
        add(63, p.suffixes[at], w[at + 1]);
        add(66, q[at - 1], q[at], q[at + 1]);
        add(86, c[at - 1], c[at], c[at + 1]);
        int left = Math.min(toQuoteLeft[i], 8) * 8 + stateBefore(i);
        int right = Math.min(toQuoteRight[i], 8) * 8 + stateAfter(i);
        add(67, left);
        add(68, right);
        add(69, left, w[at]);
        add(70, right, w[at]);
        add(71, left, right);
        add(73, right, c[at], t[at]);
        int sentence = p.tokens.sentenceOf(i);
        int begin = p.tokens.sentenceStart(sentence);
        int end = p.tokens.sentenceEnd(sentence);
        int position = Math.min(i - begin, 5) * 8 + Math.min(end - 1 - i, 5);
        add(74, position);
        add(77, ahead[i], w[at]);
        add(78, ahead[i], t[at], k[at]);
        add(80, q[at], w[at]);
        add(81, q[at] == Passage.INSIDE ? quoteLength(i) : 9, s[at]);
        add(82, behind[i], w[at]);
        add(83, behind[i], ahead[i], t[at]);
        return n;
    }

    private int quoteLength(int i) {
        int quote = p.quotes.quoteOf(i);
        int length = p.quotes.close(quote) - p.quotes.open(quote);
        return length < 4 ? 1 : length < 8 ? 2 : length < 16 ? 3 : 4;
    }

    private int stateBefore(int i) {
        int at = i - toQuoteLeft[i];
        return at < 0 || toQuoteLeft[i] >= 20 ? 7 : p.state(at, 0);
    }

    private int stateAfter(int i) {
        int at = i + toQuoteRight[i];
        return at >= p.size || toQuoteRight[i] >= 20 ? 7 : p.state(at, 0);
    }

    /** What comes first among the next few tokens of the sentence: "that", an infinitive, a mark. */
    private void ahead(int begin, int end) {
        int first = end;
        int kind = 0;
        for (int i = end - 1; i >= begin; i--) {
            ahead[i] = first < Math.min(end, i + REACH) ? kind : 3;
            int here = kindAhead(i);
            if (here != 0) {
                first = i;
                kind = here;
            }
        }
    }

    private int kindAhead(int i) {
        if (p.tokens.is(i, "that")) {
            return 1;
        }
        if (p.tokens.is(i, "to")) {
            return 2;
        }
        int state = p.state(i, 0);
        if (state == Passage.OPENS || state == Passage.CLOSES) {
            return state + 3;
        }
        char c = p.tokens.first(i);
        return c == ',' || c == ':' || c == '.' || c == ';' ? c : 0;
    }

    /** What comes first before the token in its sentence: a mark, a capital, a pronoun's place. */
    private void behind(int begin, int end) {
        int last = begin - 1;
        int kind = 0;
        for (int i = begin; i < end; i++) {
            int stop = Math.max(begin, i - REACH);
            int near = kind == CAPITAL ? CAPITAL + Math.min(i - last, 3) : kind;
            behind[i] = last >= stop ? near : stop == begin ? 1 : 2;
            int here = kindBehind(i);
            if (here != 0) {
                last = i;
                kind = here;
            }
        }
    }

    private int kindBehind(int i) {
        int state = p.state(i, 0);
        if (state == Passage.OPENS || state == Passage.CLOSES) {
            return state + 3;
        }
        int shape = p.shape(i);
        if (shape != Passage.LOWER && shape != Passage.MARK) {
            return CAPITAL;
        }
        char c = p.tokens.first(i);
        return c == ',' || c == ';' || c == ':' ? c : 0;
    }

    private void add(int template) {
        out[n++] = Mix.of(template, 0);
    }

    private void add(int template, int a) {
        out[n++] = Mix.of(template, a);
    }

    private void add(int template, int a, int b) {
        out[n++] = Mix.of(template, a, b);
    }

    private void add(int template, int a, int b, int c) {
        out[n++] = Mix.of(template, a, b, c);
    }
}
