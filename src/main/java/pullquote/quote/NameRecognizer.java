package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the names of a passage by a learned linear model over runs of capitalised words. */
final class NameRecognizer {
    /**
     * A name as it is printed.
     *
     * @param from first token
     * @param to token after the last
     * @param kind one of {@link NameChain}'s
     * @param scores what the name scores as each kind, then as no name
     */
    @SuppressWarnings("ArrayRecordComponent") // written once
    record Mention(int from, int to, int kind, int[] scores) {}

    private final Weights weights;
    private final Lexicon words;
    private final NameLists lists;
    /** By class of step, then label after label. */
    private final int[][][] transitions;

    NameRecognizer(Weights weights, Lexicon words, NameLists lists) {
        this.weights = weights;
        this.words = words;
        this.lists = lists;
        transitions = transitions(weights);
    }

    private static int[][][] transitions(Weights weights) {
        int[][][] transitions = new int[NameEdges.COUNT][NameChain.LABELS][NameChain.LABELS];
        for (int edge = 0; edge < NameEdges.COUNT; edge++) {
            for (int a = 0; a < NameChain.LABELS; a++) {
                long[] sum = new long[weights.width()];
                weights.add(NameFeatures.transition(edge, a), 2, sum, 0);
                weights.read(sum, 0, transitions[edge][a], 0);
            }
        }
        return transitions;
    }

    List<Mention> find(Passage p, int[] runs) {
        NameFeatures features = new NameFeatures(p, runs, words, lists);
        List<Mention> found = new ArrayList<>();
        int[] buffer = new int[NameFeatures.MOST];
        long[] sum = new long[weights.width()];
        int[] scores = new int[0];
        int[] edges = new int[0];
        for (int r = 0; r < runs.length; r += 2) {
            int from = runs[r];
            int to = runs[r + 1];
            int length = to - from;
            if (scores.length < length * NameChain.LABELS) {
                scores = new int[length * NameChain.LABELS * 2];
                edges = new int[length * 2];
            }
            int run = NameFeatures.phrase(p, from, to);
            for (int i = from; i < to; i++) {
                edges[i - from] = NameEdges.of(p, i, from);
                int n = features.at(i, from, to, run, buffer);
                Arrays.fill(sum, 0);
                weights.add(buffer, n, sum, 0);
                weights.read(sum, 0, scores, (i - from) * NameChain.LABELS);
            }
            mentions(NameChain.best(scores, length, edges, transitions), scores, edges, from, found);
        }
        return found;
    }

    private void mentions(int[] labels, int[] scores, int[] edges, int from, List<Mention> into) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == NameChain.OUTSIDE) {
                continue;
            }
            int to = i + 1;
            while (to < labels.length && NameChain.isInner(labels[to])) {
                to++;
            }
            into.add(new Mention(from + i, from + to, NameChain.kind(labels[i]), scores(scores, edges, i, to)));
            i = to - 1;
        }
    }

    private int[] scores(int[] scores, int[] edges, int from, int to) {
        int[] sums = new int[NameChain.KINDS + 1];
        for (int i = from; i < to; i++) {
            sums[NameChain.KINDS] += scores[i * NameChain.LABELS + NameChain.OUTSIDE]
                    + transitions[edges[i]][NameChain.OUTSIDE][NameChain.OUTSIDE];
        }
        for (int k = 0; k < NameChain.KINDS; k++) {
            int first = NameChain.first(k);
            sums[k] = scores[from * NameChain.LABELS + first] + transitions[edges[from]][NameChain.OUTSIDE][first];
            for (int i = from + 1; i < to; i++) {
                int before = i == from + 1 ? first : first + 1;
                sums[k] += scores[i * NameChain.LABELS + first + 1] + transitions[edges[i]][before][first + 1];
            }
        }
        return sums;
    }
}
