package pullquote.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Fits a logistic regression over named features: AdaGrad, L2, the mean of the later epochs; always to the same bytes. */
public final class LogisticTraining {
    /**
     * One decision.
     *
     * @param document its dispatch, so that folds keep dispatches whole
     * @param label what it is, for reports
     * @param names of its features
     * @param holds what was right
     * @param weight how much it counts
     */
    public record Example(String document, String label, List<String> names, boolean holds, double weight) {}

    private static final int EPOCHS = 30;
    private static final double RATE = 0.1;
    private static final int SEED = 7;
    private static final double LEAST_WEIGHT = 0.04;

    private LogisticTraining() {}

    /** {@return a fold that a dispatch is in, of so many} */
    public static int fold(Example example, int folds) {
        return Math.floorMod(example.document().hashCode(), folds);
    }

    /** {@return the log odds of an example} */
    public static double odds(Map<String, Double> weights, Example example) {
        return example.names().stream()
                .mapToDouble(name -> weights.getOrDefault(name, 0.0))
                .sum();
    }

    /**
     * {@return a weight for each feature}
     *
     * @param least how often a feature must be seen
     * @param decay how strongly weights are held to zero
     */
    public static Map<String, Double> train(List<Example> examples, int least, double decay) {
        Map<String, Integer> counts = new HashMap<>();
        examples.forEach(example -> example.names().forEach(name -> counts.merge(name, 1, Integer::sum)));
        List<String> names = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Integer> number = new HashMap<>();
        names.forEach(name -> number.put(name, number.size()));
        int[][] features = new int[examples.size()][];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            features[i] = examples.get(i).names().stream()
                    .filter(number::containsKey)
                    .mapToInt(number::get)
                    .toArray();
            order.add(i);
        }
        double[] weights = new double[names.size()];
        double[] squares = new double[weights.length];
        Arrays.fill(squares, 1);
        double[] mean = new double[weights.length];
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(examples.get(i), features[i], weights, squares, decay);
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

    private static void step(Example example, int[] features, double[] weights, double[] squares, double decay) {
        double sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        double slope = (1 / (1 + Math.exp(-sum)) - (example.holds() ? 1 : 0)) * example.weight();
        for (int feature : features) {
            double gradient = slope + decay * weights[feature] * example.weight();
            squares[feature] += gradient * gradient;
            weights[feature] -= RATE * gradient / Math.sqrt(squares[feature]);
        }
    }

    /** Writes the weights that matter, by name, below a line that says what they are. */
    public static void write(String what, Map<String, Double> weights, Path file) throws IOException {
        StringBuilder out = new StringBuilder("# ").append(what).append('\n');
        weights.forEach((name, weight) -> {
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                out.append(name)
                        .append('\t')
                        .append(String.format(Locale.ROOT, "%.2f", weight))
                        .append('\n');
            }
        });
        Files.writeString(file, out);
    }
}
