package pullquote.quote;

/**
 * A linear-chain model's arithmetic over a small automaton: states that a token can be in, and which edge score of the
 * features each step between two states takes. Works on scores of one sentence, laid out token by token.
 */
final class Chain {
    /** Outside or in a cue. */
    static final Chain CUE = new Chain(2, new int[][] {{0, 1}, {2, 3}});

    /**
     * Outside, source, content, with at most one source: states are 0 outside, 1 content, 2 source, 3 outside after
     * the source, 4 content after the source. Edge scores are numbered by label, 0 outside, 1 source, 2 content:
     * 3 × before + now.
     */
    static final Chain ROLES = new Chain(5, new int[][] {
        {0, 2, 1, -1, -1},
        {6, 8, 7, -1, -1},
        {-1, -1, 4, 3, 5},
        {-1, -1, -1, 0, 2},
        {-1, -1, -1, 6, 8}
    });

    final int states;
    final int edges;
    private final int[][] edge;

    private Chain(int states, int[][] edge) {
        this.states = states;
        this.edge = edge;
        int most = 0;
        for (int[] row : edge) {
            for (int e : row) {
                most = Math.max(most, e + 1);
            }
        }
        edges = most;
    }

    int edge(int from, int to) {
        return edge[from][to];
    }

    /**
     * Fills in the most likely states.
     *
     * @param content a token that the path must give to the content, or -1
     * @param fromState the path must end in this state or one numbered higher
     */
    void best(float[] scores, int length, int[] path, int fromState, int content) {
        float[] now = new float[states];
        float[] next = new float[states];
        byte[] back = new byte[length * states];
        java.util.Arrays.fill(now, Float.NEGATIVE_INFINITY);
        now[0] = 0;
        for (int i = 0; i < length; i++) {
            java.util.Arrays.fill(next, Float.NEGATIVE_INFINITY);
            for (int a = 0; a < states; a++) {
                if (now[a] == Float.NEGATIVE_INFINITY) {
                    continue;
                }
                for (int b = 0; b < states; b++) {
                    int e = i == content && b != 1 && b != 4 ? -1 : edge[a][b];
                    if (e >= 0 && now[a] + scores[i * edges + e] > next[b]) {
                        next[b] = now[a] + scores[i * edges + e];
                        back[i * states + b] = (byte) a;
                    }
                }
            }
            float[] swap = now;
            now = next;
            next = swap;
        }
        int at = fromState;
        for (int s = fromState + 1; s < states; s++) {
            if (now[s] > now[at]) {
                at = s;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            path[i] = at;
            at = back[i * states + at];
        }
    }

    /**
     * Works out the probability of every edge at every token.
     *
     * @param expected where probabilities go, laid out like the scores; zero for edges no step takes
     * @return the logarithm of the sum over all paths
     */
    double edgeProbabilities(float[] scores, int length, float[] expected) {
        double[] alpha = new double[(length + 1) * states];
        double[] beta = new double[(length + 1) * states];
        double[] shift = new double[length];
        alpha[0] = 1;
        double log = 0;
        double[] weight = new double[length * edges];
        for (int i = 0; i < length; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int e = 0; e < edges; e++) {
                most = Math.max(most, scores[i * edges + e]);
            }
            shift[i] = most;
            for (int e = 0; e < edges; e++) {
                weight[i * edges + e] = Math.exp(Math.max(scores[i * edges + e] - most, -60));
            }
        }
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int a = 0; a < states; a++) {
                double from = alpha[i * states + a];
                if (from == 0) {
                    continue;
                }
                for (int b = 0; b < states; b++) {
                    int e = edge[a][b];
                    if (e >= 0) {
                        double add = from * weight[i * edges + e];
                        alpha[(i + 1) * states + b] += add;
                        sum += add;
                    }
                }
            }
            for (int b = 0; b < states; b++) {
                alpha[(i + 1) * states + b] /= sum;
            }
            for (int e = 0; e < edges; e++) {
                weight[i * edges + e] /= sum;
            }
            log += Math.log(sum) + shift[i];
        }
        java.util.Arrays.fill(beta, length * states, (length + 1) * states, 1);
        java.util.Arrays.fill(expected, 0, length * edges, 0);
        for (int i = length - 1; i >= 0; i--) {
            for (int a = 0; a < states; a++) {
                double sum = 0;
                for (int b = 0; b < states; b++) {
                    int e = edge[a][b];
                    if (e >= 0) {
                        double onward = weight[i * edges + e] * beta[(i + 1) * states + b];
                        sum += onward;
                        expected[i * edges + e] += (float) (alpha[i * states + a] * onward);
                    }
                }
                beta[i * states + a] = sum;
            }
        }
        return log;
    }
}
