package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fits the choice among readings: the likelihood of the right one of each list, AdaGrad, the last epochs averaged. */
final class ReadingTraining {
    /** The readings of one cue, each its features, which of them is right and whether it stands in wire copy. */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] readings, int right, boolean wire) {}

    private static final float L2 = 0.003f;

    /** So many features are left out at random, so that none comes to rely on its neighbours. */
    private static final float DROP = 0.3f;

    private ReadingTraining() {}

    static LearnedWeights train(List<Example> examples) {
        DomainWeights domains = new DomainWeights();
        for (Example e : examples) {
            for (int[] reading : e.readings()) {
                domains.count(reading, e.wire());
            }
        }
        domains.number(4);
        List<int[][]> numbers = new ArrayList<>();
        for (Example e : examples) {
            numbers.add(Arrays.stream(e.readings())
                    .map(r -> domains.numbers(r, e.wire()))
                    .toArray(int[][]::new));
        }
        float[] w = new float[domains.size()];
        float[] squares = new float[domains.size()];
        Arrays.fill(squares, 1f);
        float[] average = new float[domains.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random random = new Random(5);
        int epochs = 16;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            int hits = 0;
            for (int i : order) {
                int[][] readings = numbers.get(i).clone();
                for (int k = 0; k < readings.length; k++) {
                    readings[k] = Arrays.stream(readings[k])
                            .filter(f -> random.nextFloat() >= DROP)
                            .toArray();
                }
                int right = examples.get(i).right();
                double[] chance = new double[readings.length];
                double all = 0;
                int best = 0;
                for (int k = 0; k < chance.length; k++) {
                    for (int f : readings[k]) {
                        chance[k] += w[f];
                    }
                    best = chance[k] > chance[best] ? k : best;
                }
                hits += best == right ? 1 : 0;
                for (int k = 0; k < chance.length; k++) {
                    chance[k] = Math.exp(Math.min(chance[k], 60));
                    all += chance[k];
                }
                loss -= Math.log(chance[right] / all);
                for (int k = 0; k < chance.length; k++) {
                    float step = (float) (chance[k] / all) - (k == right ? 1 : 0);
                    for (int f : readings[k]) {
                        float g = step + L2 * w[f];
                        squares[f] += g * g;
                        w[f] -= 0.1f * g / (float) Math.sqrt(squares[f]);
                    }
                }
            }
            System.err.printf(
                    "  readings epoch %d loss %.4f right %.4f of %d%n",
                    epoch, loss / order.size(), hits / (double) order.size(), order.size());
            if (epoch >= epochs / 2) {
                for (int f = 0; f < w.length; f++) {
                    average[f] += (1 - DROP) * w[f] / (epochs - epochs / 2);
                }
            }
        }
        return ChainTrainer.quantized(domains.hashes(), domains.asWire(average, 1, Training.SHARE), 1, 0.01f);
    }
}
