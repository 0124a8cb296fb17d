package pullquote.quote;

import java.util.Arrays;

/**
 * The labels of a name's words and the likeliest way through them: for each kind its first word and those after, and
 * outside.
 */
final class NameChain {
    static final int PERSON = 0, ORGANIZATION = 1, PLACE = 2, OTHER = 3;

    static final int KINDS = 4;
    static final int LABELS = 9;
    static final int OUTSIDE = 8;

    private NameChain() {}

    static int first(int kind) {
        return 2 * kind;
    }

    static int inner(int kind) {
        return 2 * kind + 1;
    }

    static int kind(int label) {
        return label >> 1;
    }

    static boolean isInner(int label) {
        return label < OUTSIDE && (label & 1) == 1;
    }

    /** {@return whether a label may follow another} */
    static boolean follows(int before, int label) {
        return !isInner(label) || (before < OUTSIDE && kind(before) == kind(label));
    }

    /**
     * Finds the likeliest labels.
     *
     * @param scores of each token's labels, one after the other
     * @param edges of each token the class of the step to it
     * @param transitions by class of step of each label after each other
     */
    static int[] best(int[] scores, int length, int[] edges, int[][][] transitions) {
        int[] best = new int[LABELS];
        int[] next = new int[LABELS];
        byte[] from = new byte[length * LABELS];
        for (int i = 0; i < length; i++) {
            int[][] step = transitions[edges[i]];
            for (int b = 0; b < LABELS; b++) {
                int most = Integer.MIN_VALUE;
                int by = 0;
                if (i == 0) {
                    by = OUTSIDE;
                    most = isInner(b) ? Integer.MIN_VALUE / 2 : step[OUTSIDE][b];
                } else if (isInner(b)) {
                    int begun = best[b - 1] + step[b - 1][b];
                    int gone = best[b] + step[b][b];
                    most = Math.max(begun, gone);
                    by = begun >= gone ? b - 1 : b;
                } else {
                    for (int a = 0; a < LABELS; a++) {
                        int score = best[a] + step[a][b];
                        if (score > most) {
                            most = score;
                            by = a;
                        }
                    }
                }
                next[b] = most + scores[i * LABELS + b];
                from[i * LABELS + b] = (byte) by;
            }
            int[] swap = best;
            best = next;
            next = swap;
        }
        int last = 0;
        for (int b = 1; b < LABELS; b++) {
            last = best[b] > best[last] ? b : last;
        }
        int[] labels = new int[length];
        for (int i = length - 1; i >= 0; i--) {
            labels[i] = last;
            last = from[i * LABELS + last];
        }
        return labels;
    }

    /**
     * Works out the probability of every label at every token among the paths allowed, and of every transition.
     *
     * @param transitions of each token of each label after each other
     * @param allowed the labels that each token may have, as sets; null where all may be
     * @param expected where probabilities go
     * @param steps of each token where transitions' probabilities are added, times a factor
     * @return the logarithm of the sum over the paths
     */
    static double probabilities(
            float[] scores,
            int length,
            float[][][] transitions,
            int @org.jspecify.annotations.Nullable [] allowed,
            float[] expected,
            float[][][] steps,
            float factor) {
        double[] alpha = new double[length * LABELS];
        double[] weight = new double[length * LABELS];
        double[][][] all = new double[length][LABELS][LABELS];
        for (int i = 0; i < length; i++) {
            for (int a = 0; a < LABELS; a++) {
                for (int b = 0; b < LABELS; b++) {
                    all[i][a][b] = follows(a, b) ? Math.exp(transitions[i][a][b]) : 0;
                }
            }
        }
        double log = 0;
        double[] sums = new double[length];
        for (int i = 0; i < length; i++) {
            double[][] t = all[i];
            float most = Float.NEGATIVE_INFINITY;
            for (int b = 0; b < LABELS; b++) {
                most = Math.max(most, scores[i * LABELS + b]);
            }
            log += most;
            double sum = 0;
            for (int b = 0; b < LABELS; b++) {
                int at = i * LABELS + b;
                weight[at] = allowed == null || (allowed[i] >>> b & 1) != 0 ? Math.exp(scores[at] - most) : 0;
                double in = 0;
                if (i == 0) {
                    in = t[OUTSIDE][b];
                } else {
                    for (int a = 0; a < LABELS; a++) {
                        in += alpha[at - b - LABELS + a] * t[a][b];
                    }
                }
                alpha[at] = in * weight[at];
                sum += alpha[at];
            }
            sums[i] = sum;
            log += Math.log(sum);
            for (int b = 0; b < LABELS; b++) {
                alpha[i * LABELS + b] /= sum;
            }
        }
        double[] beta = new double[LABELS];
        double[] ahead = new double[LABELS];
        Arrays.fill(beta, 1);
        for (int i = length - 1; i >= 0; i--) {
            int at = i * LABELS;
            double[][] t = all[i];
            for (int b = 0; b < LABELS; b++) {
                expected[at + b] = (float) (alpha[at + b] * beta[b]);
            }
            Arrays.fill(ahead, 0);
            for (int b = 0; b < LABELS; b++) {
                double out = weight[at + b] * beta[b] / sums[i];
                for (int a = 0; a < LABELS && out > 0; a++) {
                    double step = t[a][b] * out;
                    ahead[a] += step;
                    double before = i > 0 ? alpha[at - LABELS + a] : a == OUTSIDE ? 1 : 0;
                    steps[i][a][b] += (float) (before * step) * factor;
                }
            }
            double[] swap = beta;
            beta = ahead;
            ahead = swap;
        }
        return log;
    }
}
