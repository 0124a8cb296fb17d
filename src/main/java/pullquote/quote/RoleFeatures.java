package pullquote.quote;

import pullquote.text.Tokens;

/** What a token's surroundings and its place against a cue say about it being in that cue's source or content. */
final class RoleFeatures {
    static final int MOST = 128;
    /** What is shared by tokens at the same distance, in the same place, with the same marks between, at the same edge. */
    static final int GROUPS = 4;

    static final int KEYS = 256;
    private static final int LEFT = 0, RIGHT = 1, INSIDE = 2;

    private final Passage p;
    private final float[] cueness;
    private int[] out = new int[0];
    private int n;

    // the cue at hand
    private int from;
    private int to;
    private int cueWord;
    private int cueFirst;
    private int cueLast;
    private int cueForm;
    private int cueKind;
    private int before;
    private int after;
    private int cueQuote;
    private int frame;
    private int cueSentence;
    // what features of a token's words begin with, on either side of the cue
    private final int[] withForm = new int[2];

    private final int[] withFrame = new int[2];
    private final int[] withFrameHere = new int[2];
    private final int[] withSides = new int[2];
    private final int[] withWord = new int[2];

    // the token last placed against it
    private int side;
    private int near;
    private int marks;
    private int that;
    private int place;
    private int placeKey;
    private int edge;

    /**
     * @param passage the text
     * @param cueness for each token the probability that it belongs to a cue
     */
    RoleFeatures(Passage passage, float[] cueness) {
        p = passage;
        this.cueness = cueness;
    }

    /** Turns to a cue; what follows is about it. */
    void turnTo(int cueFrom, int cueTo, int head) {
        from = cueFrom;
        to = cueTo;
        int at = head + Passage.MARGIN;
        cueWord = p.words[at];
        cueFirst = p.words[cueFrom + Passage.MARGIN];
        cueLast = p.words[cueTo - 1 + Passage.MARGIN];
        cueForm = Mix.of(1, p.suffixes[at], p.tags[at]);
        cueKind = p.clusters[at];
        before = neighbour(cueFrom - 1, -1);
        after = neighbour(cueTo, 1);
        cueQuote = p.quotes.quoteOf(cueFrom);
        cueSentence = p.tokens.sentenceOf(cueFrom);
        int begin = p.tokens.sentenceStart(cueSentence);
        int end = p.tokens.sentenceEnd(cueSentence);
        int place = (cueFrom - begin < 4 ? cueFrom - begin : 4) * 8 + Math.min(end - cueTo, 4);
        frame = Mix.of(2, before * 16 + after, place, cueQuote >= 0 ? 1 : 0);
        int sides = Mix.of(7, before, after);
        for (int s = 0; s < 2; s++) {
            withWord[s] = start(516, s, cueWord);
            withForm[s] = start(518, s, cueForm);
            withFrame[s] = start(519, s, frame);
            withFrameHere[s] = start(520, s, frame);
            withSides[s] = start(521, s, sides);
        }
    }

    /** A coarse class of a neighbour of the cue. */
    private int neighbour(int i, int step) {
        if (i < 0 || i >= p.size || p.tokens.sentenceOf(i) != p.tokens.sentenceOf(i - step)) {
            return 0;
        }
        int state = p.state(i, 0);
        if (state == Passage.OPENS || state == Passage.CLOSES) {
            return state;
        }
        Tokens t = p.tokens;
        char c = t.first(i);
        if (c == ',') {
            int j = i + step;
            return j >= 0 && j < p.size && p.state(j, 0) == Passage.CLOSES ? 4 : 5;
        }
        if (c == ':') {
            return 6;
        }
        if (p.shape(i) == Passage.MARK) {
            return 7;
        }
        if (t.is(i, "that")) {
            return 8;
        }
        if (t.is(i, "to") || t.is(i, "of") || t.is(i, "for")) {
            return 9;
        }
        if (t.is(i, "by")) {
            return 10;
        }
        if (t.is(i, "he") || t.is(i, "she") || t.is(i, "they") || t.is(i, "it") || t.is(i, "i") || t.is(i, "we")) {
            return 11;
        }
        int shape = p.shape(i);
        return shape == Passage.LOWER ? 12 : shape == Passage.NUMBER ? 13 : 14;
    }

    /** Features that hold for every cue on the same side of the token. */
    int fixed(int i, int side, int[] into) {
        out = into;
        n = 0;
        int at = i + Passage.MARGIN;
        int[] w = p.words;
        int[] c = p.clusters;
        int[] k = p.coarse;
        int[] t = p.tags;
        int[] s = p.shapes;
        int[] q = p.states;
        int x = side * 100;
        for (int d = -3; d <= 3; d++) {
            add(x + 10 + d + 3, w[at + d]);
            add(x + 20 + d + 3, c[at + d], t[at + d]);
        }
        for (int d = -2; d <= 1; d++) {
            add(x + 30 + d + 2, w[at + d], w[at + d + 1]);
            add(x + 38 + d + 2, k[at + d], k[at + d + 1]);
        }
        add(x + 42, t[at - 1], t[at], t[at + 1]);
        add(x + 43, t[at - 2], t[at - 1], t[at]);
        add(x + 44, t[at], t[at + 1], t[at + 2]);
        add(x + 45, k[at - 1], k[at], k[at + 1]);
        add(x + 46, w[at - 1], k[at], s[at]);
        add(x + 48, s[at - 2] * 64 + s[at - 1] * 8 + s[at], s[at + 1] * 8 + s[at + 2]);
        add(x + 49, q[at - 1] * 8 + q[at], q[at + 1]);
        add(x + 50, q[at - 1] * 8 + q[at], w[at]);
        add(x + 51, q[at - 1] * 8 + q[at], w[at - 1]);
        add(x + 52, p.suffixes[at], t[at]);
        int cues = cueAt(i - 1) * 16 + cueAt(i) * 4 + cueAt(i + 1);
        add(x + 53, cues);
        add(x + 54, cues, w[at - 1]);
        add(x + 55, cues, w[at]);
        add(x + 56, w[at - 1], t[at], t[at + 1]);
        add(x + 58, w[at - 2], w[at - 1], t[at]);
        return n;
    }

    private int cueAt(int i) {
        if (i < 0 || i >= p.size) {
            return 0;
        }
        float c = cueness[i];
        return c < 0.1f ? 0 : c < 0.4f ? 1 : c < 0.8f ? 2 : 3;
    }

    int side(int i) {
        return i < from ? LEFT : i >= to ? RIGHT : INSIDE;
    }

    /** All features of a token's place against the cue. */
    int relative(int i, int[] into, Between between) {
        int all = place(i, into, between);
        if (side != INSIDE) {
            for (int group = 0; group < GROUPS; group++) {
                n = all;
                all = write(group);
            }
        }
        return all;
    }

    /** Features of a token's place against the cue that it shares with few others. */
    int place(int i, int[] into, Between between) {
        out = into;
        n = 0;
        side = side(i);
        if (side == INSIDE) {
            add(500);
            return n;
        }
        int at = i + Passage.MARGIN;
        int[] w = p.words;
        int[] t = p.tags;

        int distance = side == LEFT ? from - 1 - i : i - to;
        near = side * 16 + (distance < 6 ? distance : distance < 10 ? 6 : distance < 20 ? 7 : distance < 40 ? 8 : 9);
        int sentence = Math.max(-2, Math.min(2, p.tokens.sentenceOf(i) - cueSentence));
        int quote = p.quotes.quoteOf(i);
        int quoted = quote < 0 ? 0 : quote == cueQuote ? 1 : 2;
        marks = between.quotes(i) * 16 + between.commas(i) * 4 + between.cues(i);
        that = between.that(i);
        int words = between.quotes(i) * 2 + between.caps(i);
        int lastQuote = i > 0 ? (p.quotes.quoteOf(i - 1) == quote ? 0 : 1) : 2;
        placeKey = (side * 8 + sentence + 2) * 16 + quoted * 4 + lastQuote;
        place = Mix.of(3, side * 8 + sentence + 2, quoted * 4 + lastQuote);
        edge = edge(i);
        int verbs = between.verbs(i) * 4 + between.cues(i);
        int states = p.states[at - 1] * 8 + p.states[at];
        add(507, near, t[at], w[at]);
        add(509, place, marks);
        add(515, marks, near, t[at]);
        out[n++] = Mix.on(withWord[side], w[at]);
        out[n++] = Mix.on(withForm[side], Mix.of(4, w[at - 1], t[at]));
        out[n++] = Mix.on(withFrame[side], Mix.of(5, w[at - 1], t[at]));
        out[n++] = Mix.on(withFrameHere[side], Mix.of(6, w[at], t[at]));
        out[n++] = Mix.on(withSides[side], Mix.of(8, w[at - 1], w[at]));
        add(524, words, place, t[at]);
        add(527, verbs, side, t[at]);
        add(528, verbs, near, w[at - 1]);
        add(531, edge, place);
        add(535, near, states, frame);
        add(536, place, states, before * 16 + after);
        return n;
    }

    /** {@return what tokens around one cue must have in common to share a group's features; less than KEYS} */
    int key(int group) {
        return switch (group) {
            case 0 -> near;
            case 1 -> placeKey;
            case 2 -> (side * 64 + marks) * 2 + that;
            default -> side * 16 + edge;
        };
    }

    /** Features in a group that the token last placed shares with others. */
    int shared(int group, int[] into) {
        out = into;
        n = 0;
        return write(group);
    }

    private int write(int group) {
        switch (group) {
            case 0 -> {
                add(501, side);
                add(502, near);
                add(503, near, cueWord);
                add(504, near, frame);
                add(506, near, before * 16 + after);
                add(526, near, cueFirst, cueLast);
                add(537, near, cueKind);
            }
            case 1 -> {
                add(508, place);
                add(510, place, frame);
                add(511, place, cueWord);
                add(538, place, cueKind);
            }
            case 2 -> {
                add(513, marks, side, cueWord);
                add(514, marks, side, frame);
                add(529, that, marks, side);
            }
            default -> {
                add(532, edge, frame, side);
                add(534, edge, cueWord, side);
            }
        }
        return n;
    }

    /** Where the token stands in its sentence: at its start, its end, or within. */
    private int edge(int i) {
        int sentence = p.tokens.sentenceOf(i);
        int first = i - p.tokens.sentenceStart(sentence);
        int last = p.tokens.sentenceEnd(sentence) - 1 - i;
        return Math.min(first, 2) * 4 + Math.min(last, 3);
    }

    private static int start(int template, int a, int b) {
        return Mix.start(template + 1000, a, b);
    }

    private void add(int template) {
        out[n++] = Mix.of(template + 1000, 0);
    }

    private void add(int template, int a) {
        out[n++] = Mix.of(template + 1000, a);
    }

    private void add(int template, int a, int b) {
        out[n++] = Mix.of(template + 1000, a, b);
    }

    private void add(int template, int a, int b, int c) {
        out[n++] = Mix.of(template + 1000, a, b, c);
    }
}
