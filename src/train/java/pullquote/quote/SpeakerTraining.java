package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import pullquote.quote.SpeakerExamples.Example;
import pullquote.quote.SpeakerExamples.Told;

/**
 * Fits the choice of speakers: the likelihood of the right ones among each source's candidates, AdaGrad, a little L2, the
 * last epochs averaged. Learns twice: who spoke before is known the first time, the second time it is what models that had
 * not seen a dispatch took for it, as it is in use.
 */
final class SpeakerTraining {
    private static final int FOLDS = 4;
    private static final int EPOCHS = Integer.getInteger("epochs", 16);
    private static final float L2 = Float.parseFloat(System.getProperty("l2", "0.005"));
    private static final float RATE = 0.1f;
    private static final int LEAST = 2;

    /** So many features are left out at random, so that none comes to rely on its neighbours. */
    private static final float DROP = Float.parseFloat(System.getProperty("drop", "0.3"));

    private SpeakerTraining() {}

    /** The two models of speakers. */
    record Fitted(LearnedWeights choice, LearnedWeights confidence) {
        SpeakerExamples.Learned learned() {
            return new SpeakerExamples.Learned(choice.weights(), confidence.weights());
        }
    }

    static Fitted train(List<Told> dispatches) {
        SpeakerExamples maker = new SpeakerExamples();
        List<List<Example>> known = new ArrayList<>();
        for (int k = 0; k < FOLDS; k++) {
            known.add(new ArrayList<>());
        }
        for (int i = 0; i < dispatches.size(); i++) {
            maker.add(dispatches.get(i), null, known.get(i % FOLDS), SpeakerExamples.Choices.none(), new ArrayList<>());
        }
        List<Example> all = new ArrayList<>();
        SpeakerExamples.Choices chosen = SpeakerExamples.Choices.none();
        for (int k = 0; k < FOLDS; k++) {
            List<Example> rest = new ArrayList<>();
            for (int j = 0; j < FOLDS; j++) {
                if (j != k) {
                    rest.addAll(known.get(j));
                }
            }
            SpeakerExamples.Learned others = new SpeakerExamples.Learned(fit(rest).weights(), Weights.none(1));
            for (int i = k; i < dispatches.size(); i += FOLDS) {
                maker.add(dispatches.get(i), others, all, chosen, new ArrayList<>());
            }
        }
        return new Fitted(fit(all), chosen.train());
    }

    static LearnedWeights fit(List<Example> examples) {
        Dictionary dictionary = new Dictionary();
        for (Example e : examples) {
            for (int[] choice : e.choices()) {
                Arrays.stream(choice).forEach(dictionary::count);
            }
        }
        int[] hashes = dictionary.number(LEAST);
        List<int[][]> numbers = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (Example e : examples) {
            order.add(numbers.size());
            numbers.add(Arrays.stream(e.choices()).map(c -> dictionary.numbers(c, c.length)).toArray(int[][]::new));
        }
        float[] w = new float[hashes.length];
        float[] squares = new float[w.length];
        Arrays.fill(squares, 1f);
        float[] average = new float[w.length];
        Random random = new Random(5);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int i : order) {
                loss += step(numbers.get(i), examples.get(i).right(), w, squares, random);
            }
            if (epoch % 5 == 0) {
                System.err.printf("  speakers epoch %d loss %.4f of %d%n", epoch, loss / order.size(), order.size());
            }
            for (int f = 0; f < w.length && epoch >= EPOCHS / 2; f++) {
                average[f] += (1 - DROP) * w[f] / (EPOCHS - EPOCHS / 2);
            }
        }
        return ChainTrainer.quantized(hashes, average, 1, 0.01f);
    }

    private static double step(int[][] all, boolean[] right, float[] w, float[] squares, Random random) {
        int[][] choices = new int[all.length][];
        double[] chance = new double[all.length];
        double sum = 0;
        double good = 0;
        for (int k = 0; k < all.length; k++) {
            choices[k] = Arrays.stream(all[k]).filter(f -> random.nextFloat() >= DROP).toArray();
            for (int f : choices[k]) {
                chance[k] += w[f];
            }
            chance[k] = Math.exp(Math.min(chance[k], 60));
            sum += chance[k];
            good += right[k] ? chance[k] : 0;
        }
        for (int k = 0; k < all.length; k++) {
            float step = (float) (chance[k] / sum - (right[k] ? chance[k] / good : 0));
            for (int f : choices[k]) {
                float g = step + L2 * w[f];
                squares[f] += g * g;
                w[f] -= RATE * g / (float) Math.sqrt(squares[f]);
            }
        }
        return -Math.log(good / sum);
    }
}
