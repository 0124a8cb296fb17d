package pullquote.quote;

import java.util.ArrayList;
import java.util.List;

/** Finds the cues of a passage, sentence by sentence. */
final class CueFinder {
    /** Longer sentences are read in pieces of so many tokens. */
    static final int PIECE = 600;

    private final Weights weights;
    private final float threshold;

    CueFinder(Weights weights, float threshold) {
        this.weights = weights;
        this.threshold = threshold;
    }

    /** {@return for each token the probability of being in a cue} */
    float[] cueness(Passage p) {
        float[] cueness = new float[p.size];
        CueFeatures features = new CueFeatures(p);
        int[] buffer = new int[CueFeatures.MOST];
        int[] sums = new int[PIECE * 4];
        float[] scores = new float[PIECE * 4];
        float[] edges = new float[PIECE * 4];
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int end = p.tokens.sentenceEnd(s);
            for (int from = p.tokens.sentenceStart(s); from < end; from += PIECE) {
                int length = Math.min(PIECE, end - from);
                java.util.Arrays.fill(sums, 0, length * 4, 0);
                for (int i = 0; i < length; i++) {
                    int n = features.at(from + i, buffer);
                    for (int f = 0; f < n; f++) {
                        weights.add(buffer[f], sums, i * 4);
                    }
                }
                for (int i = 0; i < length * 4; i++) {
                    scores[i] = sums[i] * weights.scale();
                }
                Chain.CUE.edgeProbabilities(scores, length, edges);
                for (int i = 0; i < length; i++) {
                    cueness[from + i] = edges[i * 4 + 1] + edges[i * 4 + 3];
                }
            }
        }
        return cueness;
    }

    /** {@return the runs of tokens likely enough to be a cue} */
    List<Cue> cues(Passage p, float[] cueness) {
        List<Cue> cues = new ArrayList<>();
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int end = p.tokens.sentenceEnd(s);
            for (int i = p.tokens.sentenceStart(s); i < end; i++) {
                if (cueness[i] < threshold) {
                    continue;
                }
                // where a run has sure tokens, only those that are at least half as sure belong to it
                int to = i;
                float most = 0;
                while (to < end && cueness[to] >= threshold) {
                    most = Math.max(most, cueness[to++]);
                }
                float floor = Math.min(0.5f, most * 0.55f);
                int from = i;
                while (cueness[from] < floor) {
                    from++;
                }
                int last = to;
                while (cueness[last - 1] < floor) {
                    last--;
                }
                cues.add(Cue.of(p, from, last, most));
                i = to;
            }
        }
        return cues;
    }
}
