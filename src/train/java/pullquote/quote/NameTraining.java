package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits the name recogniser by maximum likelihood of the labels allowed: AdaGrad over single runs, features left out at
 * random, the later epochs averaged.
 */
final class NameTraining {
    private static final int L = NameChain.LABELS;
    private static final int EPOCHS = 10;
    private static final float RATE = 0.15f;
    private static final float L2 = 1e-6f;

    /** This share of features is left out at random, so that none comes to rely on its neighbours. */
    private static final float DROP = 0.5f;

    /** Features met less often are left out, then those that weigh less. */
    private static final int AT_LEAST = 2;

    private static final float LIGHTEST = 0.03f;

    /** Features of a run's tokens and the labels each may have. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] features, int[] allowed, float weight) {}

    private NameTraining() {}

    static void examples(NameGold gold, Lexicon words, NameLists lists, float weight, List<Example> into) {
        Passage p = gold.passage();
        int[] runs = NameRuns.of(p);
        NameFeatures features = new NameFeatures(p, runs, words, lists);
        int[] buffer = new int[NameFeatures.MOST];
        for (int r = 0; r < runs.length; r += 2) {
            int from = runs[r];
            int to = runs[r + 1];
            int[] allowed = Arrays.copyOfRange(gold.allowed(), from, to);
            if (!possible(allowed)) {
                continue;
            }
            int run = features.run(from, to);
            int[][] tokens = new int[to - from][];
            for (int i = from; i < to; i++) {
                tokens[i - from] = Arrays.copyOf(buffer, features.at(i, from, to, run, buffer));
            }
            into.add(new Example(tokens, allowed, weight));
        }
    }

    private static boolean possible(int[] allowed) {
        int before = 1 << NameChain.OUTSIDE;
        for (int set : allowed) {
            int now = 0;
            for (int b = 0; b < L; b++) {
                for (int a = 0; a < L && (set >>> b & 1) != 0; a++) {
                    if ((before >>> a & 1) != 0 && NameChain.follows(a, b)) {
                        now |= 1 << b;
                    }
                }
            }
            before = now;
        }
        return before != 0;
    }

    static LearnedWeights train(List<Example> examples) {
        Dictionary dictionary = new Dictionary();
        for (Example e : examples) {
            for (int[] token : e.features()) {
                for (int f : token) {
                    dictionary.count(f);
                }
            }
        }
        for (int a = 0; a < L; a++) {
            for (int k = 0; k < AT_LEAST; k++) {
                dictionary.count(Mix.of(NameFeatures.TRANSITION, a));
            }
        }
        int[] hashes = dictionary.number(AT_LEAST);
        int[] rows = new int[L];
        Arrays.setAll(rows, a -> dictionary.find(Mix.of(NameFeatures.TRANSITION, a)) * L);
        List<int[][]> numbers = new ArrayList<>();
        for (Example e : examples) {
            int[][] tokens = new int[e.features().length][];
            Arrays.setAll(tokens, t -> dictionary.numbers(e.features()[t], e.features()[t].length));
            numbers.add(tokens);
        }
        float[] w = new float[hashes.length * L];
        float[] squares = new float[w.length];
        Arrays.fill(squares, 1f);
        float[] average = new float[w.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random random = new Random(9);
        float[][] transitions = new float[L][L];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int e : order) {
                int[][] tokens = numbers.get(e);
                int[] allowed = examples.get(e).allowed();
                float weight = examples.get(e).weight();
                int n = tokens.length;
                float[] scores = new float[n * L];
                int[][] kept = new int[n][];
                for (int t = 0; t < n; t++) {
                    int[] some = new int[tokens[t].length];
                    int m = 0;
                    for (int f : tokens[t]) {
                        if (random.nextFloat() >= DROP) {
                            some[m++] = f;
                        }
                    }
                    kept[t] = Arrays.copyOf(some, m);
                    for (int f : kept[t]) {
                        for (int k = 0; k < L; k++) {
                            scores[t * L + k] += w[f * L + k];
                        }
                    }
                }
                for (int a = 0; a < L; a++) {
                    System.arraycopy(w, rows[a], transitions[a], 0, L);
                }
                float[] expected = new float[n * L];
                float[] right = new float[n * L];
                float[][] steps = new float[L][L];
                loss += weight * NameChain.probabilities(scores, n, transitions, null, expected, steps, 1);
                loss -= weight * NameChain.probabilities(scores, n, transitions, allowed, right, steps, -1);
                for (int t = 0; t < n; t++) {
                    for (int k = 0; k < L; k++) {
                        float g = weight * (expected[t * L + k] - right[t * L + k]);
                        if (Math.abs(g) < 1e-4f) {
                            continue;
                        }
                        for (int f : kept[t]) {
                            step(w, squares, f * L + k, g);
                        }
                    }
                }
                for (int a = 0; a < L; a++) {
                    for (int b = 0; b < L; b++) {
                        if (Math.abs(steps[a][b]) > 1e-4f) {
                            step(w, squares, rows[a] + b, weight * steps[a][b]);
                        }
                    }
                }
            }
            System.err.printf("  names epoch %d loss %.4f features %d%n", epoch, loss / examples.size(), hashes.length);
            if (epoch >= EPOCHS / 2) {
                for (int i = 0; i < w.length; i++) {
                    average[i] += w[i] / (EPOCHS - EPOCHS / 2);
                }
            }
        }
        for (int f = 0; f < hashes.length; f++) {
            boolean transition = false;
            for (int row : rows) {
                transition |= row == f * L;
            }
            float base = average[f * L + L - 1];
            for (int k = 0; k < L; k++) {
                // what counts is what lies between the labels: the last, outside, weighs nothing
                average[f * L + k] = (average[f * L + k] - base) * (transition ? 1 : 1 - DROP);
            }
        }
        return ChainTrainer.quantized(hashes, average, L, LIGHTEST);
    }

    private static void step(float[] w, float[] squares, int at, float g) {
        g += L2 * w[at];
        squares[at] += g * g;
        w[at] -= RATE * g / (float) Math.sqrt(squares[at]);
    }
}
