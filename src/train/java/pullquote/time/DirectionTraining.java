package pullquote.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import pullquote.time.DirectionExamples.Example;

/**
 * Learns which side weekdays, months and days without a year are on, always to the same bytes.
 *
 * <p>Arguments: a folder of dispatches with marked dates, a folder of running copy, the file the weights go to.
 */
final class DirectionTraining {
    private static final int FOLDS = 5;
    private static final int EPOCHS = 30;
    private static final double RATE = 0.1;
    static double DECAY = 0.003;
    private static final double LEAST_COUNT = 4;
    private static final double LEAST_WEIGHT = 0.04;

    private DirectionTraining() {}

    public static void main(String[] args) throws IOException {
        DirectionExamples examples = new DirectionExamples();
        examples.gold(Path.of(args[0]));
        int gold = examples.all().size();
        examples.copy(Path.of(args[1]));
        List<Example> all = examples.all();
        System.err.println(gold + " marked, " + (all.size() - gold) + " of running copy");
        if (args.length > 3) DECAY = Double.parseDouble(args[3]);
        validate(all.subList(0, gold), all.subList(gold, all.size()));
        write(train(all), Path.of(args[2]));
    }

    private static void validate(List<Example> gold, List<Example> copy) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> others = new ArrayList<>(copy);
            for (Example example : gold) {
                if (Math.floorMod(example.document().hashCode(), FOLDS) != fold) {
                    others.add(example);
                }
            }
            Map<String, Double> weights = train(others);
            for (Example example : gold) {
                if (Math.floorMod(example.document().hashCode(), FOLDS) == fold) {
                    boolean right = score(weights, example) > 0 == example.ahead();
                    int[] count = counts.computeIfAbsent(example.kind() + (example.ahead() ? " ahead" : " behind"), k -> new int[2]);
                    count[0] += right ? 1 : 0;
                    count[1]++;
                }
            }
        }
        counts.forEach((kind, count) -> System.err.printf(Locale.ROOT, "%s: %d of %d right%n", kind, count[0], count[1]));
    }

    private static double score(Map<String, Double> weights, Example example) {
        return example.names().stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).sum();
    }

    /** Logistic regression: AdaGrad, L2, the mean of the later epochs. */
    static Map<String, Double> train(List<Example> examples) {
        Map<String, Double> counts = new HashMap<>();
        examples.forEach(example -> example.names().forEach(name -> counts.merge(name, 1.0, Double::sum)));
        Map<String, Integer> number = new HashMap<>();
        List<String> names = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_COUNT)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        names.forEach(name -> number.put(name, number.size()));
        int[][] features = new int[examples.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = examples.get(i).names().stream()
                    .filter(number::containsKey)
                    .mapToInt(number::get)
                    .toArray();
        }
        double[] weights = new double[names.size()];
        double[] squares = new double[weights.length];
        java.util.Arrays.fill(squares, 1);
        double[] mean = new double[weights.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            order.add(i);
        }
        Random random = new Random(7);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            java.util.Collections.shuffle(order, random);
            for (int i : order) {
                Example example = examples.get(i);
                double sum = 0;
                for (int feature : features[i]) {
                    sum += weights[feature];
                }
                double slope = (1 / (1 + Math.exp(-sum)) - (example.ahead() ? 1 : 0)) * example.weight();
                for (int feature : features[i]) {
                    double gradient = slope + DECAY * weights[feature] * example.weight();
                    squares[feature] += gradient * gradient;
                    weights[feature] -= RATE * gradient / Math.sqrt(squares[feature]);
                }
            }
            for (int f = 0; f < mean.length && epoch >= EPOCHS / 2; f++) {
                mean[f] += weights[f] / (EPOCHS - EPOCHS / 2);
            }
        }
        Map<String, Double> learned = new TreeMap<>();
        for (int f = 0; f < mean.length; f++) {
            learned.put(names.get(f), mean[f]);
        }
        return learned;
    }

    private static void write(Map<String, Double> weights, Path file) throws IOException {
        StringBuilder out = new StringBuilder(
                "# Which side an expression is on, by the words around it: weights of a logistic regression, learned by DirectionTraining.\n");
        weights.forEach((name, weight) -> {
            if (Math.abs(weight) >= LEAST_WEIGHT && !name.startsWith("Y.")) {
                out.append(name).append('\t').append(String.format(Locale.ROOT, "%.2f", weight)).append('\n');
            }
        });
        Files.writeString(file, out);
    }
}
