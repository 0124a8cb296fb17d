package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import pullquote.quote.Finding.Range;

/** Fits the model of addressees and outlets to wire copy: log-linear, AdaGrad, a little L2, the last epochs averaged. */
final class PartyTraining {
    private static final int CLASSES = 3;
    private static final int EPOCHS = 20;
    private static final float L2 = 0.002f;
    private static final float DROP = 0.3f;

    private PartyTraining() {}

    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    private record Example(int[] features, int role) {}

    static LearnedWeights train(List<Article> articles) {
        List<Example> examples = new ArrayList<>();
        Parties parties = new Parties(Weights.none(CLASSES), WordLists.read("words-en.txt"));
        articles.stream().filter(a -> a.gold.wire()).forEach(a -> examples(a, parties, examples));
        Dictionary dictionary = new Dictionary();
        for (Example e : examples) {
            Arrays.stream(e.features()).forEach(dictionary::count);
        }
        int[] hashes = dictionary.number(2);
        List<int[]> numbers = new ArrayList<>();
        examples.forEach(e -> numbers.add(dictionary.numbers(e.features(), e.features().length)));
        float[] w = new float[hashes.length * CLASSES];
        float[] squares = new float[w.length];
        Arrays.fill(squares, 1f);
        float[] average = new float[w.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random random = new Random(11);
        double[] chance = new double[CLASSES];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int i : order) {
                int[] features =
                        Arrays.stream(numbers.get(i)).filter(f -> random.nextFloat() >= DROP).toArray();
                double all = 0;
                for (int k = 0; k < CLASSES; k++) {
                    double score = 0;
                    for (int f : features) {
                        score += w[f * CLASSES + k];
                    }
                    chance[k] = Math.exp(Math.min(score, 60));
                    all += chance[k];
                }
                int role = examples.get(i).role();
                loss -= Math.log(chance[role] / all);
                for (int k = 0; k < CLASSES; k++) {
                    float step = (float) (chance[k] / all) - (k == role ? 1 : 0);
                    for (int f : features) {
                        float g = step + L2 * w[f * CLASSES + k];
                        squares[f * CLASSES + k] += g * g;
                        w[f * CLASSES + k] -= 0.2f * g / (float) Math.sqrt(squares[f * CLASSES + k]);
                    }
                }
            }
            System.err.printf("  parties epoch %d loss %.4f of %d%n", epoch, loss / order.size(), order.size());
            if (epoch >= EPOCHS / 2) {
                for (int f = 0; f < w.length; f++) {
                    average[f] += (1 - DROP) * w[f] / (EPOCHS - EPOCHS / 2);
                }
            }
        }
        // only what a class has more than the last one counts
        for (int f = 0; f < w.length; f += CLASSES) {
            for (int k = 0; k < CLASSES; k++) {
                w[f + k] = average[f + k] - average[f + Parties.NEITHER];
            }
        }
        return ChainTrainer.quantized(hashes, w, CLASSES, 0.02f);
    }

    private static void examples(Article a, Parties parties, List<Example> into) {
        List<Finding> findings = new ArrayList<>();
        List<Article.Marked> marked = new ArrayList<>();
        for (Article.Marked m : a.marked) {
            if (!m.cue().isEmpty()) {
                List<int[]> source = m.source();
                findings.add(new Finding(
                        m.anchor(a.passage),
                        source.isEmpty() ? null : range(source.get(source.size() - 1)),
                        m.content().stream().map(PartyTraining::range).toList(),
                        null,
                        null,
                        1,
                        true,
                        false,
                        "gold"));
                marked.add(m);
            }
        }
        int[] buffer = new int[Weights.FEW];
        for (int i = 0; i < findings.size(); i++) {
            Parties.Around around = parties.around(a.passage, findings, i);
            for (Range phrase : around.phrases) {
                int role = isAmong(marked.get(i).addressee(), phrase)
                        ? Parties.ADDRESSEE
                        : isAmong(marked.get(i).via(), phrase) ? Parties.VIA : Parties.NEITHER;
                into.add(new Example(Arrays.copyOf(buffer, around.features(phrase, buffer)), role));
            }
        }
    }

    private static Range range(int[] r) {
        return new Range(r[0], r[1]);
    }

    private static boolean isAmong(List<int[]> ranges, Range phrase) {
        return ranges.stream().anyMatch(r -> range(r).overlaps(phrase));
    }
}
