package pullquote.quote;

import java.util.ArrayList;
import java.util.List;

/** Finds the cues of a passage, sentence by sentence. */
final class CueFinder {
    /** Longer sentences are read in pieces of so many tokens. */
    static final int PIECE = 600;

    /** So many cues at most are looked into in a stretch of so many tokens. */
    private static final int CROWD = 4;

    private static final int STRETCH = 32;
    private static final int LONGEST = 24;
    /** So many cues further back the first piece of a cue may be. */
    private static final int APART = 2;

    private static final int NEVER = -5000;

    private final Weights weights;
    private final Chain.Powers powers;
    private final float threshold;

    CueFinder(Weights weights, float threshold) {
        this.weights = weights;
        powers = new Chain.Powers(weights.scale());
        this.threshold = threshold;
    }

    /** A colon or a dash can attribute; other marks are never in a cue and not worth a look. */
    static boolean introduces(char mark) {
        return mark == ':' || mark == '-' || mark == '–' || mark == '—' || mark == '―';
    }

    /** {@return for each token the probability of being in a cue} */
    float[] cueness(Passage p) {
        Chain.Work work = new Chain.Work();
        float[] cueness = new float[p.size];
        CueFeatures features = new CueFeatures(p);
        int[] buffer = new int[CueFeatures.MOST];
        long[] sum = new long[weights.width()];
        int longest = 0;
        for (int s = 0; s < p.tokens.sentences(); s++) {
            longest = Math.max(longest, p.tokens.sentenceEnd(s) - p.tokens.sentenceStart(s));
        }
        int[] sums = new int[Math.min(PIECE, longest) * 4];
        float[] edges = new float[sums.length];
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int end = p.tokens.sentenceEnd(s);
            for (int from = p.tokens.sentenceStart(s); from < end; from += PIECE) {
                int length = Math.min(PIECE, end - from);
                java.util.Arrays.fill(sums, 0, length * 4, 0);
                for (int i = 0; i < length; i++) {
                    if (p.shape(from + i) == Passage.MARK && !introduces(p.tokens.first(from + i))) {
                        sums[i * 4 + 1] = NEVER;
                        sums[i * 4 + 3] = NEVER;
                        continue;
                    }
                    int n = features.at(from + i, buffer);
                    java.util.Arrays.fill(sum, 0);
                    weights.add(buffer, n, sum, 0);
                    weights.read(sum, 0, sums, i * 4);
                }
                Chain.CUE.edgeProbabilities(sums, length, powers, work, edges);
                for (int i = 0; i < length; i++) {
                    cueness[from + i] = edges[i * 4 + 1] + edges[i * 4 + 3];
                }
            }
        }
        return cueness;
    }

    /** {@return the runs of tokens likely enough to be a cue, the likeliest few of each stretch of text} */
    List<Cue> cues(Passage p, float[] cueness) {
        List<Cue> cues = new ArrayList<>();
        int stretch = 0;
        int first = 0;
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int end = p.tokens.sentenceEnd(s);
            for (int i = p.tokens.sentenceStart(s); i < end; i++) {
                if (cueness[i] < threshold) {
                    continue;
                }
                int to = i;
                while (to < end && to - i < LONGEST && cueness[to] >= threshold) {
                    to++;
                }
                Cue cue = sharpened(p, cueness, i, to);
                if (cue.from() / STRETCH != stretch) {
                    stretch = cue.from() / STRETCH;
                    first = cues.size();
                }
                cues.add(cue);
                if (cues.size() - first > CROWD) {
                    dropLeast(cues, first);
                }
                i = to - 1;
            }
        }
        return joined(p, cues);
    }

    /** Puts the two pieces of "quoted the mayor as saying" together, the second of which tells where source and content are. */
    private static List<Cue> joined(Passage p, List<Cue> cues) {
        List<Cue> all = new ArrayList<>();
        for (Cue cue : cues) {
            int first = all.size() - 1;
            if (cue.isSecondPiece(p)) {
                while (first >= 0
                        && all.size() - first <= APART
                        && !all.get(first).isFirstPiece(p)) {
                    first--;
                }
                boolean found = first >= 0
                        && all.size() - first <= APART
                        && p.tokens.sentenceOf(all.get(first).from()) == p.tokens.sentenceOf(cue.from());
                all.add(found ? cue.after(all.remove(first)) : cue);
            } else {
                all.add(cue);
            }
        }
        return all;
    }

    /** Where a run has sure tokens, only those that are at least half as sure belong to it. */
    private static Cue sharpened(Passage p, float[] cueness, int from, int to) {
        float most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, cueness[i]);
        }
        float floor = Math.min(0.5f, most * 0.55f);
        int first = from;
        while (cueness[first] < floor) {
            first++;
        }
        int last = to;
        while (cueness[last - 1] < floor) {
            last--;
        }
        return Cue.of(p, first, last, most);
    }

    private static void dropLeast(List<Cue> cues, int from) {
        int least = from;
        for (int i = from; i < cues.size(); i++) {
            least = cues.get(i).probability() < cues.get(least).probability() ? i : least;
        }
        cues.remove(least);
    }
}
