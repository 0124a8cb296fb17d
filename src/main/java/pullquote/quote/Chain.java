package pullquote.quote;

/**
 * A linear-chain model's arithmetic over a small automaton: states that a token can be in, and which edge score of the
 * features each step between two states takes. Works on scores of one sentence, laid out token by token.
 */
abstract sealed class Chain {
    /** Outside or in a cue. */
    static final Chain CUE = new Cues();

    /**
     * Outside, source, content, with at most one source: states are 0 outside, 1 content, 2 source, 3 outside after
     * the source, 4 content after the source. Edge scores are numbered by label, 0 outside, 1 source, 2 content:
     * 3 × before + now.
     */
    static final Chain ROLES = new Roles();

    final int states;
    final int edges;
    private final int[][] edge;
    /** The steps there are, in the order of the states they leave: the state reached and the edge taken. */
    private final int[] to;

    private final int[] by;
    private final int[] firsts;

    private Chain(int states, int[][] edge) {
        this.states = states;
        this.edge = edge;
        int most = 0;
        int steps = 0;
        int[] reaches = new int[states * states];
        int[] takes = new int[states * states];
        firsts = new int[states + 1];
        for (int a = 0; a < states; a++) {
            firsts[a] = steps;
            for (int b = 0; b < states; b++) {
                if (edge[a][b] >= 0) {
                    most = Math.max(most, edge[a][b] + 1);
                    reaches[steps] = b;
                    takes[steps++] = edge[a][b];
                }
            }
        }
        firsts[states] = steps;
        edges = most;
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
        double[] alpha = new double[length * states];
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
        work.make(length * edges, length * states, length);
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

    /**
     * Goes through the tokens and back.
     *
     * @param weight of each token's edges; they are divided so that what is at a token sums up to one
     * @param expected where the probabilities go, one for every edge of every token
     * @param alpha room for what each state before each token weighs
     * @param sums by what each token's were divided
     */
    abstract void normalized(double[] weight, int length, float[] expected, double[] alpha, double[] sums);

    private static void divide(double[] weight, int from, int to, double sum) {
        double part = 1 / sum;
        for (int e = from; e < to; e++) {
            weight[e] *= part;
        }
    }

    private static final class Cues extends Chain {
        private Cues() {
            super(2, new int[][] {{0, 1}, {2, 3}});
        }

        @Override
        void normalized(double[] weight, int length, float[] expected, double[] alpha, double[] sums) {
            double a0 = 1;
            double a1 = 0;
            for (int i = 0; i < length; i++) {
                alpha[2 * i] = a0;
                alpha[2 * i + 1] = a1;
                int w = 4 * i;
                double b0 = a0 * weight[w] + a1 * weight[w + 2];
                double b1 = a0 * weight[w + 1] + a1 * weight[w + 3];
                sums[i] = b0 + b1;
                divide(weight, w, w + 4, sums[i]);
                a0 = b0 * (1 / sums[i]);
                a1 = b1 * (1 / sums[i]);
            }
            double b0 = 1;
            double b1 = 1;
            for (int i = length - 1; i >= 0; i--) {
                int w = 4 * i;
                double w0 = weight[w] * b0;
                double w1 = weight[w + 1] * b1;
                double w2 = weight[w + 2] * b0;
                double w3 = weight[w + 3] * b1;
                expected[w] = (float) (alpha[2 * i] * w0);
                expected[w + 1] = (float) (alpha[2 * i] * w1);
                expected[w + 2] = (float) (alpha[2 * i + 1] * w2);
                expected[w + 3] = (float) (alpha[2 * i + 1] * w3);
                b0 = w0 + w1;
                b1 = w2 + w3;
            }
        }
    }

    private static final class Roles extends Chain {
        private Roles() {
            super(5, new int[][] {
                {0, 2, 1, -1, -1},
                {6, 8, 7, -1, -1},
                {-1, -1, 4, 3, 5},
                {-1, -1, -1, 0, 2},
                {-1, -1, -1, 6, 8}
            });
        }

        @Override
        void normalized(double[] weight, int length, float[] expected, double[] alpha, double[] sums) {
            double a0 = 1;
            double a1 = 0;
            double a2 = 0;
            double a3 = 0;
            double a4 = 0;
            for (int i = 0; i < length; i++) {
                int a = 5 * i;
                alpha[a] = a0;
                alpha[a + 1] = a1;
                alpha[a + 2] = a2;
                alpha[a + 3] = a3;
                alpha[a + 4] = a4;
                int w = 9 * i;
                double b0 = a0 * weight[w] + a1 * weight[w + 6];
                double b1 = a0 * weight[w + 2] + a1 * weight[w + 8];
                double b2 = a0 * weight[w + 1] + a1 * weight[w + 7] + a2 * weight[w + 4];
                double b3 = a2 * weight[w + 3] + a3 * weight[w] + a4 * weight[w + 6];
                double b4 = a2 * weight[w + 5] + a3 * weight[w + 2] + a4 * weight[w + 8];
                sums[i] = b0 + b1 + b2 + b3 + b4;
                divide(weight, w, w + 9, sums[i]);
                double part = 1 / sums[i];
                a0 = b0 * part;
                a1 = b1 * part;
                a2 = b2 * part;
                a3 = b3 * part;
                a4 = b4 * part;
            }
            double b0 = 1;
            double b1 = 1;
            double b2 = 1;
            double b3 = 1;
            double b4 = 1;
            for (int i = length - 1; i >= 0; i--) {
                int a = 5 * i;
                int w = 9 * i;
                double before = weight[w] * b0;
                double after = weight[w] * b3;
                double named = weight[w + 1] * b2;
                double told = weight[w + 2] * b1;
                double toldAfter = weight[w + 2] * b4;
                double left = weight[w + 3] * b3;
                double kept = weight[w + 4] * b2;
                double onward = weight[w + 5] * b4;
                double ended = weight[w + 6] * b0;
                double endedAfter = weight[w + 6] * b3;
                double namedNext = weight[w + 7] * b2;
                double goesOn = weight[w + 8] * b1;
                double goesOnAfter = weight[w + 8] * b4;
                expected[w] = (float) (alpha[a] * before) + (float) (alpha[a + 3] * after);
                expected[w + 1] = (float) (alpha[a] * named);
                expected[w + 2] = (float) (alpha[a] * told) + (float) (alpha[a + 3] * toldAfter);
                expected[w + 3] = (float) (alpha[a + 2] * left);
                expected[w + 4] = (float) (alpha[a + 2] * kept);
                expected[w + 5] = (float) (alpha[a + 2] * onward);
                expected[w + 6] = (float) (alpha[a + 1] * ended) + (float) (alpha[a + 4] * endedAfter);
                expected[w + 7] = (float) (alpha[a + 1] * namedNext);
                expected[w + 8] = (float) (alpha[a + 1] * goesOn) + (float) (alpha[a + 4] * goesOnAfter);
                b0 = before + told + named;
                b1 = ended + goesOn + namedNext;
                b2 = kept + left + onward;
                b3 = after + toldAfter;
                b4 = endedAfter + goesOnAfter;
            }
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
