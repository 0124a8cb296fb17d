package pullquote.quote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pullquote.text.RunningCopy;

/**
 * What running copy teaches of words as parts of names: the clusters of capitalised words, and what a first recogniser takes
 * words and pairs of words for.
 */
final class NameWordTraining {
    /** Parts that a word can have in a name: a person's first or last, an organisation's, a place's, another's, none. */
    private static final int PARTS = 6;

    private static final int ENOUGH = 3;
    private static final int ENOUGH_PAIRS = 3;

    private NameWordTraining() {}

    /** {@return the texts of a folder: files of one each, or compressed ones of many with a form feed between} */
    static List<String> texts(Path folder, java.util.function.Predicate<Path> which) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(which).sorted().toList()) {
                texts.addAll(RunningCopy.dispatches(file));
            }
        }
        return texts;
    }

    /** {@return clusters of capitalised words by the words around them} */
    static Lexicon clusters(List<String> texts, java.util.function.Function<String, Passage> reader, int atLeast, int fine) {
        List<int[]> words = new ArrayList<>();
        List<boolean[]> names = new ArrayList<>();
        Map<Integer, Integer> contexts = new HashMap<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (String text : texts) {
            Passage p = reader.apply(text);
            int[] w = new int[p.size];
            boolean[] name = new boolean[p.size];
            for (int i = 0; i < p.size; i++) {
                w[i] = p.word(i);
                boolean start = p.tokens.sentenceStart(p.tokens.sentenceOf(i)) == i;
                name[i] = !start && NameRuns.capital(p, i);
                if (name[i]) {
                    counts.merge(w[i], 1, Integer::sum);
                } else {
                    contexts.merge(w[i], 1, Integer::sum);
                }
            }
            words.add(w);
            names.add(name);
        }
        int[] frequent = contexts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Integer, Integer>>comparingInt(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(ClusterTraining.CONTEXTS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> contextOf = new HashMap<>();
        for (int i = 0; i < frequent.length; i++) {
            contextOf.put(frequent[i], i);
        }
        int[] kept = counts.entrySet().stream()
                .filter(e -> e.getValue() >= atLeast)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> wordOf = new HashMap<>();
        for (int i = 0; i < kept.length; i++) {
            wordOf.put(kept[i], i);
        }
        System.err.printf("  names: %d texts, %d words%n", texts.size(), kept.length);
        int[] offsets = {-2, -1, 1, 2};
        List<Map<Integer, Integer>> rows = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            rows.add(new HashMap<>());
        }
        double[] column = new double[ClusterTraining.CONTEXTS * 4];
        double[] row = new double[kept.length];
        double all = 0;
        for (int d = 0; d < words.size(); d++) {
            int[] w = words.get(d);
            for (int i = 0; i < w.length; i++) {
                Integer word = names.get(d)[i] ? wordOf.get(w[i]) : null;
                for (int o = 0; o < 4 && word != null; o++) {
                    int j = i + offsets[o];
                    Integer context = j < 0 || j >= w.length ? null : contextOf.get(w[j]);
                    if (context != null) {
                        int key = o * ClusterTraining.CONTEXTS + context;
                        rows.get(word).merge(key, 1, Integer::sum);
                        column[key]++;
                        row[word]++;
                        all++;
                    }
                }
            }
        }
        int[][] keys = new int[kept.length][];
        float[][] values = new float[kept.length][];
        for (int w = 0; w < kept.length; w++) {
            Map<Integer, Integer> r = rows.get(w);
            keys[w] = r.keySet().stream().mapToInt(x -> x).sorted().toArray();
            values[w] = new float[keys[w].length];
            double norm = 1e-9;
            for (int k = 0; k < keys[w].length; k++) {
                double n = r.getOrDefault(keys[w][k], 0);
                double v = Math.max(0, Math.log(n * all / (row[w] * column[keys[w][k]]))) * n / (n + 1);
                values[w][k] = (float) v;
                norm += v * v;
            }
            for (int k = 0; k < values[w].length; k++) {
                values[w][k] /= (float) Math.sqrt(norm);
            }
        }
        int[] a = ClusterTraining.cluster(keys, values, fine, 14);
        short[] f = new short[kept.length];
        for (int w = 0; w < kept.length; w++) {
            f[w] = (short) (a[w] + 1);
        }
        return new Lexicon(kept, f, new byte[kept.length], new byte[kept.length]);
    }

    /** {@return the same words, and pairs of words, with the parts that a recogniser gives them in running copy} */
    static Lexicon parts(Lexicon clusters, List<String> texts, java.util.function.Function<String, Passage> reader, NameRecognizer recognizer) {
        Map<Integer, int[]> counts = new TreeMap<>();
        Map<Integer, int[]> pairs = new TreeMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            if (Lexicon.cluster(clusters.find(clusters.word(i))) > 0) {
                counts.put(clusters.word(i), new int[PARTS]);
            }
        }
        for (String text : texts) {
            Passage p = reader.apply(text);
            int[] part = new int[p.size];
            boolean[] joined = new boolean[p.size];
            Arrays.fill(part, PARTS - 1);
            for (NameRecognizer.Mention m : recognizer.find(p, NameRuns.of(p))) {
                for (int i = m.from(); i < m.to(); i++) {
                    part[i] = m.kind() == NameChain.PERSON ? i == m.to() - 1 ? 1 : 0 : m.kind() + 1;
                    joined[i] = i > m.from();
                }
            }
            for (int i = 0; i < p.size; i++) {
                if (!NameRuns.capital(p, i)) {
                    continue;
                }
                counts.computeIfAbsent(p.word(i), k -> new int[PARTS])[part[i]]++;
                if (i + 1 < p.size && NameRuns.capital(p, i + 1)) {
                    pairs.computeIfAbsent(NameFeatures.pair(p.word(i), p.word(i + 1)), k -> new int[PARTS])
                            [joined[i + 1] ? Math.max(1, part[i]) : PARTS - 1]++;
                }
            }
        }
        List<int[]> entries = new ArrayList<>();
        counts.forEach((word, of) -> {
            int all = Arrays.stream(of).sum();
            int cluster = Lexicon.cluster(clusters.find(word));
            if (all >= ENOUGH || cluster > 0) {
                entries.add(new int[] {word, cluster, code(of, all), second(of, all)});
            }
        });
        pairs.forEach((pair, of) -> {
            int all = Arrays.stream(of).sum();
            if (all >= ENOUGH_PAIRS && !counts.containsKey(pair)) {
                entries.add(new int[] {pair, 0, code(of, all), 0});
            }
        });
        for (int known : known(reader)) {
            entries.add(new int[] {known, 0, 1, 0});
        }
        int n = entries.size();
        int[] keys = new int[n];
        short[] fine = new short[n];
        byte[] coarse = new byte[n];
        byte[] tags = new byte[n];
        for (int i = 0; i < n; i++) {
            keys[i] = entries.get(i)[0];
            fine[i] = (short) entries.get(i)[1];
            coarse[i] = (byte) entries.get(i)[2];
            tags[i] = (byte) entries.get(i)[3];
        }
        System.err.printf("  names: %d words, %d entries%n", counts.size(), n);
        return new Lexicon(keys, fine, coarse, tags);
    }

    /** {@return the hashes of well-known organisations' names} */
    private static List<Integer> known(java.util.function.Function<String, Passage> reader) {
        List<Integer> known = new ArrayList<>();
        try (InputStream in = NameWordTraining.class.getResourceAsStream("organizations.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    Passage p = reader.apply(line);
                    known.add(NameFeatures.phrase(p, 0, p.size));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return known.stream().distinct().toList();
    }

    /** The most frequent part and how frequent it is. */
    private static int code(int[] of, int all) {
        int top = top(of, -1);
        double share = of[top] / (all + 0.7);
        return 1 + top * 4 + (share > 0.93 ? 3 : share > 0.8 ? 2 : share > 0.55 ? 1 : 0);
    }

    private static int second(int[] of, int all) {
        int top = top(of, -1);
        int next = top(of, top);
        double share = of[next] / (all + 0.7);
        int many = all < 6 ? 0 : all < 40 ? 1 : 2;
        return share < 0.06 ? 1 + top * 3 + many : 20 + top * 12 + next * 2 + (share > 0.2 ? 1 : 0);
    }

    private static int top(int[] of, int but) {
        int top = but == 0 ? 1 : 0;
        for (int k = 0; k < of.length; k++) {
            top = k != but && of[k] > of[top] ? k : top;
        }
        return top;
    }
}
