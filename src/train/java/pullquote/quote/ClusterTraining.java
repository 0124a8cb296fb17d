package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Groups words that stand among the same neighbours: spherical k-means over positive pointwise information. */
final class ClusterTraining {
    static final int CONTEXTS = 600;

    private ClusterTraining() {}

    static Lexicon train(List<Passage> passages, int atLeast, int fine, int coarse) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Passage p : passages) {
            for (int i = 0; i < p.size; i++) {
                counts.merge(p.word(i), 1, Integer::sum);
            }
        }
        int[] contexts = counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Integer, Integer>>comparingInt(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(CONTEXTS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> contextOf = new HashMap<>();
        for (int i = 0; i < contexts.length; i++) {
            contextOf.put(contexts[i], i);
        }
        int[] words = counts.entrySet().stream()
                .filter(e -> e.getValue() >= atLeast)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        Map<Integer, Integer> wordOf = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            wordOf.put(words[i], i);
        }
        int[] offsets = {-2, -1, 1, 2};
        List<Map<Integer, Integer>> rows = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            rows.add(new HashMap<>());
        }
        double[] column = new double[CONTEXTS * 4];
        double[] row = new double[words.length];
        double all = 0;
        for (Passage p : passages) {
            for (int i = 0; i < p.size; i++) {
                Integer w = wordOf.get(p.word(i));
                if (w == null) {
                    continue;
                }
                for (int d = 0; d < 4; d++) {
                    int j = i + offsets[d];
                    Integer c = j < 0 || j >= p.size ? null : contextOf.get(p.word(j));
                    if (c != null) {
                        rows.get(w).merge(d * CONTEXTS + c, 1, Integer::sum);
                        column[d * CONTEXTS + c]++;
                        row[w]++;
                        all++;
                    }
                }
            }
        }
        int[][] keys = new int[words.length][];
        float[][] values = new float[words.length][];
        for (int w = 0; w < words.length; w++) {
            Map<Integer, Integer> r = rows.get(w);
            keys[w] = r.keySet().stream().mapToInt(x -> x).sorted().toArray();
            values[w] = new float[keys[w].length];
            double norm = 0;
            for (int k = 0; k < keys[w].length; k++) {
                double n = r.getOrDefault(keys[w][k], 0);
                double pmi = Math.log(n * all / (row[w] * column[keys[w][k]]));
                // rare pairs say less
                double v = Math.max(0, pmi) * n / (n + 1);
                values[w][k] = (float) v;
                norm += v * v;
            }
            norm = Math.sqrt(norm) + 1e-9;
            for (int k = 0; k < values[w].length; k++) {
                values[w][k] /= (float) norm;
            }
        }
        int[] a = cluster(keys, values, fine, 18);
        int[] b = cluster(keys, values, coarse, 18);
        short[] f = new short[words.length];
        byte[] c = new byte[words.length];
        for (int w = 0; w < words.length; w++) {
            f[w] = (short) (a[w] + 1);
            c[w] = (byte) (b[w] + 1);
        }
        return new Lexicon(words, f, c, new byte[words.length]);
    }

    static int[] cluster(int[][] keys, float[][] values, int k, int rounds) {
        Random random = new Random(11);
        int dims = CONTEXTS * 4;
        float[][] centers = new float[k][dims];
        for (float[] center : centers) {
            int w = random.nextInt(keys.length);
            for (int i = 0; i < keys[w].length; i++) {
                center[keys[w][i]] = values[w][i];
            }
        }
        int[] of = new int[keys.length];
        for (int r = 0; r < rounds; r++) {
            // dimension by dimension, so that one word's sums run over neighbouring memory
            float[] turned = new float[dims * k];
            for (int c = 0; c < k; c++) {
                for (int d = 0; d < dims; d++) {
                    turned[d * k + c] = centers[c][d];
                }
            }
            float[] score = new float[k];
            for (int w = 0; w < keys.length; w++) {
                Arrays.fill(score, 0);
                for (int i = 0; i < keys[w].length; i++) {
                    float v = values[w][i];
                    int at = keys[w][i] * k;
                    for (int c = 0; c < k; c++) {
                        score[c] += v * turned[at + c];
                    }
                }
                int best = 0;
                for (int c = 1; c < k; c++) {
                    best = score[c] > score[best] ? c : best;
                }
                of[w] = best;
            }
            for (float[] center : centers) {
                Arrays.fill(center, 0);
            }
            for (int w = 0; w < keys.length; w++) {
                for (int i = 0; i < keys[w].length; i++) {
                    centers[of[w]][keys[w][i]] += values[w][i];
                }
            }
            for (float[] center : centers) {
                double norm = 1e-9;
                for (float v : center) {
                    norm += v * v;
                }
                norm = Math.sqrt(norm);
                for (int d = 0; d < dims; d++) {
                    center[d] /= (float) norm;
                }
            }
        }
        return of;
    }
}
