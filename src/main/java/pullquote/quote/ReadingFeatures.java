package pullquote.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * What a reading shows as a whole: what stands at its edges, what it holds, what it leaves of its sentence. What lies in a
 * stretch is counted from running totals, so that a long stretch costs no more than a short one.
 */
final class ReadingFeatures {
    static final int MOST = Weights.FEW;

    private static final int CUES = 0,
            VERBS = 1,
            MODALS = 2,
            COMMAS = 3,
            BRACKETS = 4,
            QUOTED = 5,
            WORDS = 6,
            KINDS = 7;

    private final Passage p;
    private final int[] totals;

    /**
     * @param passage the text
     * @param cueness for each token the probability that it belongs to a cue
     */
    ReadingFeatures(Passage passage, float[] cueness) {
        p = passage;
        totals = new int[(p.size + 1) * KINDS];
        for (int i = 0; i < p.size; i++) {
            int next = (i + 1) * KINDS;
            System.arraycopy(totals, i * KINDS, totals, next, KINDS);
            int tag = p.tag(i);
            char c = p.tokens.first(i);
            totals[next + CUES] += i > 0 && cueness[i] > 0.4f && cueness[i - 1] <= 0.4f ? 1 : 0;
            totals[next + VERBS] += tag == Tags.VERB ? 1 : 0;
            totals[next + MODALS] += tag == Tags.AUX ? 1 : 0;
            totals[next + COMMAS] += c == ',' ? 1 : 0;
            totals[next + BRACKETS] += c == '(' ? 1 : c == ')' ? -1 : 0;
            totals[next + QUOTED] += p.quotes.quoteOf(i) >= 0 ? 1 : 0;
            totals[next + WORDS] += p.shape(i) == Passage.MARK ? 0 : 1;
        }
    }

    private int count(int kind, int from, int to) {
        return to <= from ? 0 : totals[to * KINDS + kind] - totals[from * KINDS + kind];
    }

    /** Writes the features of the k-th reading and returns how many. */
    int of(Cue cue, List<Reading> readings, int k, int[] out) {
        Reading r = readings.get(k);
        List<Range> content = r.content();
        Range first = content.get(0);
        Range last = content.get(content.size() - 1);
        Range source = r.source();
        int n = 0;
        int[] w = p.words;
        int[] t = p.tags;
        int[] c = p.clusters;
        int head = cue.head() + Passage.MARGIN;
        int a = first.from() + Passage.MARGIN;
        int z = last.to() - 1 + Passage.MARGIN;
        int side = last.to() <= cue.from() ? 0 : first.from() >= cue.to() ? 1 : 2;

        // what the role model says
        int behind = Math.min(30, Math.round(r.behind() * 3));
        out[n++] = Mix.of(4000, behind);
        out[n++] = Mix.of(4001, k);
        out[n++] = Mix.of(4002, readings.size(), k, behind);

        // the edges
        int open = edge(p, first.from(), -1);
        int close = edge(p, last.to(), 1);
        int from = sentenceEdge(p, first.from(), true);
        int to = sentenceEdge(p, last.to(), false);
        int gapLeft = side == 1 ? Math.min(first.from() - cue.to(), 6) : 7;
        int gapRight = side == 0 ? Math.min(cue.from() - last.to(), 6) : 7;
        out[n++] = Mix.of(4003, open, from, side);
        out[n++] = Mix.of(4004, close, to, side);
        out[n++] = Mix.of(4005, open * 16 + close, side, content.size());
        out[n++] = Mix.of(4006, w[a], side);
        out[n++] = Mix.of(4007, w[a - 1], side);
        out[n++] = Mix.of(4008, w[a - 1], w[a], side);
        out[n++] = Mix.of(4009, t[a - 1], t[a], t[a + 1]);
        out[n++] = Mix.of(4010, w[head], w[a], side);
        out[n++] = Mix.of(4011, w[head], t[a - 1], t[a]);
        out[n++] = Mix.of(4012, c[head], t[a], gapLeft);
        out[n++] = Mix.of(4013, w[z + 1], side);
        out[n++] = Mix.of(4014, w[z + 1], w[z + 2], side);
        out[n++] = Mix.of(4015, t[z], t[z + 1], t[z + 2]);
        out[n++] = Mix.of(4016, w[z], w[z + 1], side);
        out[n++] = Mix.of(4017, w[head], w[z + 1], side);
        out[n++] = Mix.of(4018, c[z + 2], t[z + 2], w[z + 1]);
        out[n++] = Mix.of(4019, gapLeft, gapRight, p.tags[head]);
        out[n++] = Mix.of(4020, w[head], gapLeft, gapRight);
        out[n++] = Mix.of(4021, w[z], t[z + 1]);

        // what it holds
        int cues = 0;
        int verbs = 0;
        int commas = 0;
        int quoted = 0;
        int tokens = 0;
        int brackets = 0;
        int modals = 0;
        for (Range range : content) {
            tokens += range.to() - range.from();
            cues += count(CUES, range.from(), range.to());
            verbs += count(VERBS, range.from(), range.to());
            modals += count(MODALS, range.from(), range.to());
            commas += count(COMMAS, range.from(), range.to());
            brackets += count(BRACKETS, range.from(), range.to());
            quoted += count(QUOTED, range.from(), range.to());
        }
        int kind = quoted == 0 ? 0 : quoted == tokens ? 2 : 1;
        int length = tokens < 6 ? tokens : 6 + Math.min(6, (tokens - 6) / 6);
        int clause = Math.min(verbs, 2) * 3 + Math.min(modals, 2);
        out[n++] = Mix.of(4022, length, kind, side);
        out[n++] = Mix.of(4023, length, w[head]);
        out[n++] = Mix.of(4024, Math.min(cues, 3), kind);
        out[n++] = Mix.of(4025, clause, w[a], side);
        out[n++] = Mix.of(4026, clause, w[head], side);
        out[n++] = Mix.of(4027, Math.min(commas, 4), Math.min(verbs, 4), w[z + 1]);
        out[n++] = Mix.of(4028, brackets, kind);
        out[n++] = Mix.of(4029, kind, open * 16 + close, content.size());
        out[n++] = Mix.of(4030, content.size(), gaps(p, cue, source, content), kind);

        // what it leaves of the sentence
        int sentence = p.tokens.sentenceOf(last.to() - 1);
        int end = p.tokens.sentenceEnd(sentence);
        int left = count(WORDS, last.to(), end);
        int leftVerbs = count(VERBS, last.to(), end) + count(MODALS, last.to(), end);
        int leftCues = count(CUES, last.to(), end);
        out[n++] = Mix.of(4031, Math.min(left, 8), side, Math.min(leftVerbs, 2));
        out[n++] = Mix.of(4032, w[z + 1], Math.min(leftVerbs, 2) * 8 + Math.min(leftCues, 2), side);
        out[n++] = Mix.of(4033, t[z + 2], Math.min(leftVerbs, 2) * 8 + Math.min(left, 7), w[z + 1]);

        // the source
        if (source == null) {
            out[n++] = Mix.of(4034, w[head]);
            out[n++] = Mix.of(4035, t[head], side);
        } else {
            int b = source.from() + Passage.MARGIN;
            int y = source.to() - 1 + Passage.MARGIN;
            int place = source.to() <= cue.from()
                    ? Math.min(cue.from() - source.to(), 5)
                    : 6 + Math.min(Math.max(0, source.from() - cue.to()), 5);
            int size = Math.min(source.to() - source.from(), 12);
            out[n++] = Mix.of(4036, w[b - 1], t[b], place / 6);
            out[n++] = Mix.of(4037, t[b - 1], t[b], place);
            out[n++] = Mix.of(4038, t[y], t[y + 1], place);
            out[n++] = Mix.of(4039, w[y + 1], t[y], place);
            out[n++] = Mix.of(4040, size, t[b], t[y]);
            out[n++] = Mix.of(4041, w[b], w[b - 1]);
            out[n++] = Mix.of(4042, place, side, t[head]);
            out[n++] = Mix.of(4043, w[y], w[y + 1]);
            out[n++] = Mix.of(4044, sentenceEdge(p, source.from(), true), place, size);
            out[n++] = Mix.of(4045, c[y], t[y], place);
        }
        return n;
    }

    /** What stands at an edge: a mark that opens or closes, another mark, or a word. */
    private static int edge(Passage p, int i, int step) {
        int at = step < 0 ? i - 1 : i;
        if (at < 0 || at >= p.size) {
            return 0;
        }
        int state = p.state(at, 0);
        if (state == Passage.OPENS || state == Passage.CLOSES) {
            return state;
        }
        char c = p.tokens.first(at);
        if (p.shape(at) == Passage.MARK) {
            int next = at + step;
            boolean closes = next >= 0
                    && next < p.size
                    && (p.state(next, 0) == Passage.CLOSES || p.state(next, 0) == Passage.OPENS);
            return (c == ',' ? 4 : c == '.' ? 5 : c == ':' ? 6 : c == ';' ? 7 : 8) + (closes ? 5 : 0);
        }
        return 1;
    }

    /** How far a span's edge is from its sentence's, marks not counted, up to three. */
    private static int sentenceEdge(Passage p, int i, boolean start) {
        int sentence = p.tokens.sentenceOf(Math.min(start ? i : Math.max(0, i - 1), p.size - 1));
        int words = 0;
        if (start) {
            for (int j = p.tokens.sentenceStart(sentence); j < i && words < 3; j++) {
                words += p.shape(j) == Passage.MARK ? 0 : 1;
            }
        } else {
            for (int j = i; j < p.tokens.sentenceEnd(sentence) && words < 3; j++) {
                words += p.shape(j) == Passage.MARK ? 0 : 1;
            }
        }
        return words;
    }

    /** Whether what lies between the pieces is cue and source alone. */
    private static int gaps(Passage p, Cue cue, @Nullable Range source, List<Range> content) {
        int words = 0;
        for (int k = 1; k < content.size(); k++) {
            for (int i = content.get(k - 1).to(); i < content.get(k).from() && words < 4; i++) {
                boolean own = (i >= cue.from() && i < cue.to()) || (source != null && source.contains(i));
                words += own || p.shape(i) == Passage.MARK ? 0 : 1;
            }
        }
        return words;
    }
}
