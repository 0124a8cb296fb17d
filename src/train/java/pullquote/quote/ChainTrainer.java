package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Fits a chain model to paths by maximum likelihood: AdaGrad over single sentences, the last epochs averaged. */
final class ChainTrainer {
    /**
     * Hashes of features, token by token, and the states that are right.
     *
     * @param open tokens of which no state is known to be right
     * @param wire whether it comes from wire copy
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] features, int[] states, boolean[] open, boolean wire) {}

    private final Chain chain;
    private final DomainWeights domains = new DomainWeights();
    private final int[][][] features;
    private final int[][] paths;
    private final boolean[][] open;
    private final float[] weights;

    ChainTrainer(Chain chain, List<Example> examples, int atLeast) {
        this.chain = chain;
        for (Example e : examples) {
            for (int[] token : e.features()) {
                domains.count(token, e.wire());
            }
        }
        domains.number(atLeast);
        features = new int[examples.size()][][];
        paths = new int[examples.size()][];
        open = new boolean[examples.size()][];
        for (int i = 0; i < features.length; i++) {
            int[][] raw = examples.get(i).features();
            features[i] = new int[raw.length][];
            for (int t = 0; t < raw.length; t++) {
                features[i][t] = domains.numbers(raw[t], examples.get(i).wire());
            }
            paths[i] = examples.get(i).states();
            open[i] = examples.get(i).open();
        }
        weights = new float[domains.size() * chain.edges];
    }

    /** Fits the weights several times, each time in another order, and takes their mean. */
    ChainTrainer fit(int epochs, float rate, float l2, float drop, int times) {
        List<float[]> fitted = IntStream.range(0, times)
                .parallel()
                .mapToObj(k -> fitOnce(epochs, rate, l2, drop, 7 + k))
                .toList();
        for (float[] once : fitted) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += once[i] / times;
            }
        }
        return this;
    }

    private float[] fitOnce(int epochs, float rate, float l2, float drop, long seed) {
        int edges = chain.edges;
        // each feature's weights and right after them their squared gradients, near each other in memory
        float[] table = new float[weights.length * 2];
        for (int f = 0; f < table.length; f += 2 * edges) {
            Arrays.fill(table, f + edges, f + 2 * edges, 1f);
        }
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
                            scores[t * edges + k] += table[f * 2 * edges + k];
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
                    if (open[e].length > 0 && (open[e][t] || (t > 0 && open[e][t - 1]))) {
                        Arrays.fill(expected, t * edges, (t + 1) * edges, 0);
                    }
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
                            int at = f * 2 * edges + k;
                            g += l2 * table[at];
                            table[at + edges] += g * g;
                            table[at] -= rate * g / (float) Math.sqrt(table[at + edges]);
                        }
                    }
                }
            }
            System.err.printf("  epoch %d loss %.4f features %d%n", epoch, loss / features.length, domains.size());
            if (epoch >= epochs / 2) {
                averaged++;
                for (int i = 0; i < weights.length; i++) {
                    average[i] += table[i / edges * 2 * edges + i % edges];
                }
            }
        }
        for (int i = 0; i < average.length; i++) {
            average[i] = average[i] / averaged * (1 - drop);
        }
        return average;
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
        return quantized(
                domains.hashes(), domains.asWire(weights, chain.edges, Training.SHARE), chain.edges, prune);
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
            // a table keeps weights by what they are above the last class's, in a byte
            for (int k = 0; k < classes - 1; k++) {
                int last = quantized[classes - 1];
                quantized[k] = (byte) Math.max(last - 127, Math.min(last + 127, quantized[k]));
            }
            entered += table.put(hashes[i], quantized) ? 1 : 0;
        }
        System.err.printf(
                "  entered %d of %d features, %d worth keeping, 2^%d buckets, scale %.4f%n",
                entered, hashes.length, kept, bits, scale);
        return table;
    }
}
