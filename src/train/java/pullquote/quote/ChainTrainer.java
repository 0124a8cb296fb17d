package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Fits a chain model to paths by maximum likelihood: AdaGrad over single sentences, the last epochs averaged. */
final class ChainTrainer {
    /** Hashes of features, token by token, and the states that are right. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] features, int[] states) {}

    private final Chain chain;
    private final int[] hashes;
    private final int[][][] features;
    private final int[][] paths;
    private final float[] weights;

    ChainTrainer(Chain chain, List<Example> examples, int atLeast) {
        this.chain = chain;
        Dictionary dictionary = new Dictionary();
        for (Example e : examples) {
            for (int[] token : e.features()) {
                for (int f : token) {
                    dictionary.count(f);
                }
            }
        }
        hashes = dictionary.number(atLeast);
        features = new int[examples.size()][][];
        paths = new int[examples.size()][];
        for (int i = 0; i < features.length; i++) {
            int[][] raw = examples.get(i).features();
            features[i] = new int[raw.length][];
            for (int t = 0; t < raw.length; t++) {
                features[i][t] = dictionary.numbers(raw[t], raw[t].length);
            }
            paths[i] = examples.get(i).states();
        }
        weights = new float[hashes.length * chain.edges];
    }

    /** Fits the weights several times, each time in another order, and takes their mean. */
    ChainTrainer fit(int epochs, float rate, float l2, float drop, int times) {
        float[] sum = new float[weights.length];
        for (int k = 0; k < times; k++) {
            Arrays.fill(weights, 0);
            fitOnce(epochs, rate, l2, drop, 7 + k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weights[i] / times;
            }
        }
        System.arraycopy(sum, 0, weights, 0, sum.length);
        return this;
    }

    private void fitOnce(int epochs, float rate, float l2, float drop, long seed) {
        int edges = chain.edges;
        float[] squares = new float[weights.length];
        Arrays.fill(squares, 1f);
        float[] average = new float[weights.length];
        int averaged = 0;
        Integer[] order = new Integer[features.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(seed);
        List<Integer> shuffled = new ArrayList<>(Arrays.asList(order));
        float[] scores = new float[0];
        float[] expected = new float[0];
        for (int epoch = 0; epoch < epochs; epoch++) {
            java.util.Collections.shuffle(shuffled, random);
            double loss = 0;
            for (int e : shuffled) {
                int[][] tokens = drop > 0 ? thin(features[e], drop, random) : features[e];
                int length = tokens.length;
                if (scores.length < length * edges) {
                    scores = new float[length * edges * 2];
                    expected = new float[length * edges * 2];
                }
                Arrays.fill(scores, 0, length * edges, 0);
                for (int t = 0; t < length; t++) {
                    for (int f : tokens[t]) {
                        for (int k = 0; k < edges; k++) {
                            scores[t * edges + k] += weights[f * edges + k];
                        }
                    }
                }
                loss += chain.edgeProbabilities(scores, length, expected);
                int before = 0;
                for (int t = 0; t < length; t++) {
                    int edge = chain.edge(before, paths[e][t]);
                    if (edge < 0) {
                        throw new IllegalStateException("path " + Arrays.toString(paths[e]));
                    }
                    loss -= scores[t * edges + edge];
                    expected[t * edges + edge] -= 1;
                    before = paths[e][t];
                }
                for (int t = 0; t < length; t++) {
                    boolean quiet = true;
                    for (int k = 0; k < edges; k++) {
                        quiet &= Math.abs(expected[t * edges + k]) < 1e-3f;
                    }
                    if (quiet) {
                        continue;
                    }
                    for (int f : tokens[t]) {
                        for (int k = 0; k < edges; k++) {
                            float g = expected[t * edges + k];
                            if (g == 0) {
                                continue;
                            }
                            int at = f * edges + k;
                            g += l2 * weights[at];
                            squares[at] += g * g;
                            weights[at] -= rate * g / (float) Math.sqrt(squares[at]);
                        }
                    }
                }
            }
            System.err.printf("  epoch %d loss %.4f features %d%n", epoch, loss / features.length, hashes.length);
            if (epoch >= epochs / 2) {
                averaged++;
                for (int i = 0; i < weights.length; i++) {
                    average[i] += weights[i];
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = average[i] / averaged * (1 - drop);
        }
    }

    /** Leaves features out at random, so that none comes to rely on its neighbours. */
    private static int[][] thin(int[][] tokens, float drop, Random random) {
        int limit = (int) (drop * 256);
        int[][] kept = new int[tokens.length][];
        int bits = 0;
        for (int t = 0; t < tokens.length; t++) {
            int[] all = tokens[t];
            int[] some = new int[all.length];
            int n = 0;
            for (int i = 0; i < all.length; i++) {
                if ((i & 3) == 0) {
                    bits = random.nextInt();
                }
                if ((bits & 0xFF) >= limit) {
                    some[n++] = all[i];
                }
                bits >>>= 8;
            }
            kept[t] = Arrays.copyOf(some, n);
        }
        return kept;
    }

    /** {@return the model with weights in bytes, features that weigh next to nothing left out} */
    LearnedWeights quantized(float prune) {
        return quantized(hashes, weights, chain.edges, prune);
    }

    static LearnedWeights quantized(int[] hashes, float[] weights, int classes, float prune) {
        float most = 0;
        for (float w : weights) {
            most = Math.max(most, Math.abs(w));
        }
        float scale = Math.min(most, 3.175f) / 127;
        int kept = 0;
        boolean[] keep = new boolean[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            for (int k = 0; k < classes; k++) {
                keep[i] |= Math.abs(weights[i * classes + k]) >= prune;
            }
            kept += keep[i] ? 1 : 0;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(kept * 6 / 5 / 4, 16));
        LearnedWeights table = new LearnedWeights(classes, bits, scale);
        Integer[] order = java.util.stream.IntStream.range(0, hashes.length)
                .filter(i -> keep[i])
                .boxed()
                .toArray(Integer[]::new);
        float[] heaviest = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            for (int k = 0; k < classes; k++) {
                heaviest[i] = Math.max(heaviest[i], Math.abs(weights[i * classes + k]));
            }
        }
        Arrays.sort(order, java.util.Comparator.<Integer>comparingDouble(i -> -heaviest[i]).thenComparingInt(i -> i));
        int entered = 0;
        for (int i : order) {
            byte[] quantized = new byte[classes];
            for (int k = 0; k < classes; k++) {
                quantized[k] = (byte) Math.max(-127, Math.min(127, Math.round(weights[i * classes + k] / scale)));
            }
            entered += table.put(hashes[i], quantized) ? 1 : 0;
        }
        System.err.printf(
                "  entered %d of %d features, %d worth keeping, 2^%d buckets, scale %.4f%n",
                entered, hashes.length, kept, bits, scale);
        return table;
    }
}
