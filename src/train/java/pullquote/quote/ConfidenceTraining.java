package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Logistic regression over the features of findings: AdaGrad, a little L2, the last epochs averaged. */
final class ConfidenceTraining {
    private final List<int[]> features = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Boolean> wire = new ArrayList<>();

    /** Adds a finding, whether it is right, and whether it stands in wire copy. */
    void add(int[] shown, boolean holds, boolean fromWire) {
        features.add(shown);
        right.add(holds);
        wire.add(fromWire);
    }

    LearnedWeights train() {
        DomainWeights domains = new DomainWeights();
        for (int i = 0; i < features.size(); i++) {
            domains.count(features.get(i), wire.get(i));
        }
        domains.number(4);
        List<int[]> numbers = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            numbers.add(domains.numbers(features.get(i), wire.get(i)));
        }
        float[] average = fit(numbers, right, domains.size());
        return ChainTrainer.quantized(domains.hashes(), domains.asWire(average, 1, 1), 1, 0.01f);
    }

    /** {@return the weights of numbered features, the mean of the last epochs} */
    static float[] fit(List<int[]> numbers, List<Boolean> right, int size) {
        int epochs = 12;
        float[] w = new float[size];
        float[] squares = new float[size];
        java.util.Arrays.fill(squares, 1f);
        float[] average = new float[size];
        Random random = new Random(3);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            order.add(i);
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            java.util.Collections.shuffle(order, random);
            double loss = 0;
            for (int i : order) {
                double z = 0;
                for (int f : numbers.get(i)) {
                    z += w[f];
                }
                double y = right.get(i) ? 1 : 0;
                double prediction = 1 / (1 + Math.exp(-z));
                loss -= Math.log(Math.max(1e-9, right.get(i) ? prediction : 1 - prediction));
                for (int f : numbers.get(i)) {
                    float g = (float) (prediction - y) + 0.002f * w[f];
                    squares[f] += g * g;
                    w[f] -= 0.1f * g / (float) Math.sqrt(squares[f]);
                }
            }
            System.err.printf("  confidence epoch %d loss %.4f of %d%n", epoch, loss / order.size(), order.size());
            if (epoch >= epochs / 2) {
                for (int f = 0; f < w.length; f++) {
                    average[f] += w[f] / (epochs - epochs / 2);
                }
            }
        }
        return average;
    }
}
