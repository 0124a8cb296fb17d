package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Logistic regression over the features of findings: AdaGrad, a little L2, the last epochs averaged. */
final class ConfidenceTraining {
    private ConfidenceTraining() {}

    static LearnedWeights train(List<int[]> features, List<Boolean> right) {
        int epochs = 12;
        Dictionary dictionary = new Dictionary();
        features.forEach(all -> {
            for (int f : all) {
                dictionary.count(f);
            }
        });
        int[] hashes = dictionary.number(4);
        List<int[]> numbers = new ArrayList<>();
        features.forEach(all -> numbers.add(dictionary.numbers(all, all.length)));
        float[] w = new float[hashes.length];
        float[] squares = new float[hashes.length];
        java.util.Arrays.fill(squares, 1f);
        float[] average = new float[hashes.length];
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
        return ChainTrainer.quantized(hashes, average, 1, 0.01f);
    }
}
