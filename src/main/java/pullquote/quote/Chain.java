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
    /** The steps there are, in the order of the states they leave: that state, the one reached and the edge taken. */
    private final int[] from;

    private final int[] to;
    private final int[] by;
    private final int[] firsts;

    private Chain(int states, int[][] edge) {
        this.states = states;
        this.edge = edge;
        int most = 0;
        int steps = 0;
        int[] leaves = new int[states * states];
        int[] reaches = new int[states * states];
        int[] takes = new int[states * states];
        firsts = new int[states + 1];
        for (int a = 0; a < states; a++) {
            firsts[a] = steps;
            for (int b = 0; b < states; b++) {
                if (edge[a][b] >= 0) {
                    most = Math.max(most, edge[a][b] + 1);
                    leaves[steps] = a;
                    reaches[steps] = b;
                    takes[steps++] = edge[a][b];
                }
            }
        }
        firsts[states] = steps;
        edges = most;
        from = java.util.Arrays.copyOf(leaves, steps);
        to = java.util.Arrays.copyOf(reaches, steps);
        by = java.util.Arrays.copyOf(takes, steps);
    }

    /** {@return the edge a step takes, or -1 where there is no such step} */
    int edge(int from, int to) {
        return edge[from][to];
    }

    /** {@return the first of the steps that leave a state; the last is before the first of the next state} */
    int firstStep(int state) {
        return firsts[state];
    }

    /** {@return the state that a step reaches} */
    int reached(int step) {
        return to[step];
    }

    /** {@return the edge that a step takes} */
    int edge(int step) {
        return by[step];
    }

    /**
     * Works out the probability of every edge at every token.
     *
     * @param expected where probabilities go, laid out like the scores; zero for edges no step takes
     * @return the logarithm of the sum over all paths
     */
    double edgeProbabilities(float[] scores, int length, float[] expected) {
        double log = 0;
        double[] weight = new double[length * edges];
        for (int i = 0; i < length; i++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int e = 0; e < edges; e++) {
                most = Math.max(most, scores[i * edges + e]);
            }
            log += most;
            for (int e = 0; e < edges; e++) {
                weight[i * edges + e] = Math.exp(Math.max(scores[i * edges + e] - most, -60));
            }
        }
        double[] alpha = new double[(length + 1) * states];
        double[] sums = new double[length];
        normalized(weight, length, expected, alpha, sums);
        double rest = 0;
        for (double sum : sums) {
            rest += Math.log(sum);
        }
        return log + rest;
    }

    /**
     * The same from scores in whole units, what each is worth being told by a table.
     *
     * @param work room to work in, which may be used again
     */
    void edgeProbabilities(int[] sums, int length, Powers powers, Work work, float[] expected) {
        work.make(length * edges, (length + 1) * states, length);
        double[] weight = work.weight;
        for (int from = 0; from < length * edges; from += edges) {
            int most = sums[from];
            for (int e = 1; e < edges; e++) {
                most = Math.max(most, sums[from + e]);
            }
            for (int e = 0; e < edges; e++) {
                weight[from + e] = powers.of(most - sums[from + e]);
            }
        }
        normalized(weight, length, expected, work.alpha, work.sums);
    }

    private void normalized(double[] weight, int length, float[] expected, double[] alpha, double[] sums) {
        java.util.Arrays.fill(alpha, 0, (length + 1) * states, 0);
        alpha[0] = 1;
        for (int i = 0; i < length; i++) {
            int now = i * states;
            int next = now + states;
            int here = i * edges;
            for (int s = 0; s < from.length; s++) {
                alpha[next + to[s]] += alpha[now + from[s]] * weight[here + by[s]];
            }
            double sum = 0;
            for (int b = 0; b < states; b++) {
                sum += alpha[next + b];
            }
            double part = 1 / sum;
            for (int b = 0; b < states; b++) {
                alpha[next + b] *= part;
            }
            for (int e = 0; e < edges; e++) {
                weight[here + e] *= part;
            }
            sums[i] = sum;
        }
        double[] beta = new double[states];
        double[] before = new double[states];
        java.util.Arrays.fill(beta, 1);
        java.util.Arrays.fill(expected, 0, length * edges, 0);
        for (int i = length - 1; i >= 0; i--) {
            int now = i * states;
            int here = i * edges;
            java.util.Arrays.fill(before, 0);
            for (int s = 0; s < from.length; s++) {
                double onward = weight[here + by[s]] * beta[to[s]];
                before[from[s]] += onward;
                expected[here + by[s]] += (float) (alpha[now + from[s]] * onward);
            }
            double[] swap = beta;
            beta = before;
            before = swap;
        }
    }

    /** Room to work in, for one sentence after the other. */
    static final class Work {
        private double[] weight = new double[0];
        private double[] alpha = new double[0];
        private double[] sums = new double[0];

        private void make(int weights, int alphas, int length) {
            if (weight.length < weights) {
                weight = new double[weights * 2];
            }
            if (alpha.length < alphas) {
                alpha = new double[alphas * 2];
            }
            if (sums.length < length) {
                sums = new double[length * 2];
            }
        }
    }

    /** Powers of e to minus so many units, up to where they no longer count. */
    static final class Powers {
        private static final int LEAST = 60;
        private final double[] powers;

        Powers(float unit) {
            powers = new double[1 + (int) (LEAST / Math.max(unit, 1e-3f))];
            for (int i = 0; i < powers.length; i++) {
                powers[i] = Math.exp(-i * (double) unit);
            }
        }

        double of(int units) {
            return powers[Math.min(units, powers.length - 1)];
        }
    }
}
