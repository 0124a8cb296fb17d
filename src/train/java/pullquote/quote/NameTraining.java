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

    /** A gradient that is passed over. */
    private static final float LEAST = 1e-4f;

    /** The model is the mean of so many, learned in different orders. */
    private static final int TIMES = 3;

    /** Features of a run's tokens, the classes of the steps to them and the labels each may have. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] features, int[] edges, int[] allowed, float weight) {}

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
            int run = NameFeatures.phrase(p, from, to);
            int[][] tokens = new int[to - from][];
            int[] edges = new int[to - from];
            for (int i = from; i < to; i++) {
                edges[i - from] = NameEdges.of(p, i, from);
                tokens[i - from] = Arrays.copyOf(buffer, features.at(i, from, to, run, buffer));
            }
            into.add(new Example(tokens, edges, allowed, weight));
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

    /** Fits the weights several times, each time in another order, and takes their mean. */
    static LearnedWeights train(List<Example> examples) {
        Dictionary dictionary = dictionary(examples);
        int[] hashes = dictionary.number(AT_LEAST);
        NameTraining training = new NameTraining(dictionary, examples);
        float[] mean = new float[hashes.length * L];
        for (int k = 0; k < TIMES; k++) {
            float[] once = training.fit(hashes.length, 9 + k);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += once[i] / TIMES;
            }
        }
        boolean[] transition = new boolean[hashes.length];
        for (int[][] rows : training.rows) {
            for (int[] row : rows) {
                for (int r : row) {
                    transition[r / L] = true;
                }
            }
        }
        for (int f = 0; f < hashes.length; f++) {
            float base = mean[f * L + L - 1];
            for (int k = 0; k < L; k++) {
                // only the differences between labels count: the last, outside, weighs nothing
                mean[f * L + k] = (mean[f * L + k] - base) * (transition[f] ? 1 : 1 - DROP);
            }
        }
        return ChainTrainer.quantized(hashes, mean, L, LIGHTEST);
    }

    private static Dictionary dictionary(List<Example> examples) {
        Dictionary dictionary = new Dictionary();
        for (Example e : examples) {
            for (int[] token : e.features()) {
                for (int f : token) {
                    dictionary.count(f);
                }
            }
        }
        for (int edge = 0; edge < NameEdges.COUNT; edge++) {
            for (int a = 0; a < L; a++) {
                for (int f : NameFeatures.transition(edge, a)) {
                    for (int k = 0; k < AT_LEAST; k++) {
                        dictionary.count(f);
                    }
                }
            }
        }
        return dictionary;
    }

    private final List<Example> examples;
    /** Features by example and token, as numbers. */
    private final List<int[][]> numbers = new ArrayList<>();
    /** By class of step and label before, where the weights of the labels after begin. */
    private final int[][][] rows = new int[NameEdges.COUNT][L][];

    private NameTraining(Dictionary dictionary, List<Example> examples) {
        this.examples = examples;
        for (Example e : examples) {
            int[][] tokens = new int[e.features().length][];
            Arrays.setAll(tokens, t -> dictionary.numbers(e.features()[t], e.features()[t].length));
            numbers.add(tokens);
        }
        for (int edge = 0; edge < NameEdges.COUNT; edge++) {
            for (int a = 0; a < L; a++) {
                int[] features = NameFeatures.transition(edge, a);
                rows[edge][a] = new int[] {dictionary.find(features[0]) * L, dictionary.find(features[1]) * L};
            }
        }
    }

    private float[] fit(int features, long seed) {
        float[] w = new float[features * L];
        float[] squares = new float[w.length];
        Arrays.fill(squares, 1f);
        float[] average = new float[w.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int e : order) {
                loss += learn(e, w, squares, random);
            }
            System.err.printf("  names epoch %d loss %.4f features %d%n", epoch, loss / examples.size(), features);
            if (epoch >= EPOCHS / 2) {
                for (int i = 0; i < w.length; i++) {
                    average[i] += w[i] / (EPOCHS - EPOCHS / 2);
                }
            }
        }
        return average;
    }

    private double learn(int e, float[] w, float[] squares, Random random) {
        int[][] kept = thin(numbers.get(e), random);
        Example example = examples.get(e);
        int n = kept.length;
        float[] scores = new float[n * L];
        float[][][] transitions = new float[n][L][L];
        for (int t = 0; t < n; t++) {
            for (int f : kept[t]) {
                for (int k = 0; k < L; k++) {
                    scores[t * L + k] += w[f * L + k];
                }
            }
            for (int a = 0; a < L; a++) {
                for (int row : rows[example.edges()[t]][a]) {
                    for (int b = 0; b < L; b++) {
                        transitions[t][a][b] += w[row + b];
                    }
                }
            }
        }
        float[] expected = new float[n * L];
        float[] right = new float[n * L];
        float[][][] steps = new float[n][L][L];
        double loss = NameChain.probabilities(scores, n, transitions, null, expected, steps, 1);
        loss -= NameChain.probabilities(scores, n, transitions, example.allowed(), right, steps, -1);
        for (int t = 0; t < n; t++) {
            for (int k = 0; k < L; k++) {
                float g = example.weight() * (expected[t * L + k] - right[t * L + k]);
                if (Math.abs(g) >= LEAST) {
                    for (int f : kept[t]) {
                        step(w, squares, f * L + k, g);
                    }
                }
            }
            for (int a = 0; a < L; a++) {
                for (int b = 0; b < L; b++) {
                    float g = example.weight() * steps[t][a][b];
                    if (Math.abs(g) >= LEAST) {
                        for (int row : rows[example.edges()[t]][a]) {
                            step(w, squares, row + b, g);
                        }
                    }
                }
            }
        }
        return example.weight() * loss;
    }

    private static int[][] thin(int[][] tokens, Random random) {
        int[][] kept = new int[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            int[] some = new int[tokens[t].length];
            int m = 0;
            for (int f : tokens[t]) {
                if (random.nextFloat() >= DROP) {
                    some[m++] = f;
                }
            }
            kept[t] = Arrays.copyOf(some, m);
        }
        return kept;
    }

    private static void step(float[] w, float[] squares, int at, float g) {
        g += L2 * w[at];
        squares[at] += g * g;
        w[at] -= RATE * g / (float) Math.sqrt(squares[at]);
    }
}
