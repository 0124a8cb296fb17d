package pullquote.time;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pullquote.text.LogisticTraining;
import pullquote.text.LogisticTraining.Example;

/**
 * Learns which side weekdays, months and days without a year are on, always to the same bytes.
 *
 * <p>Arguments: a folder of dispatches with marked dates, a folder of running copy, the file the weights go to.
 */
public final class DirectionTraining {
    private static final int FOLDS = 5;
    private static final int LEAST = 4;
    private static final double DECAY = 0.003;

    private DirectionTraining() {}

    public static void main(String[] args) throws IOException {
        DirectionExamples examples = new DirectionExamples();
        examples.gold(Path.of(args[0]));
        int gold = examples.all().size();
        examples.copy(Path.of(args[1]));
        examples.lessons();
        List<Example> all = examples.all();
        System.err.println(gold + " marked, " + (all.size() - gold) + " of running copy");
        validate(all.subList(0, gold), all.subList(gold, all.size()));
        Map<String, Double> weights = LogisticTraining.train(all, LEAST, DECAY);
        weights.keySet().removeIf(name -> name.startsWith("Y."));
        LogisticTraining.write(
                "Whether a day or month is ahead, by the words around it; learned by DirectionTraining",
                weights,
                Path.of(args[2]));
    }

    private static void validate(List<Example> gold, List<Example> copy) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> others = new ArrayList<>(copy);
            for (Example example : gold) {
                if (LogisticTraining.fold(example, FOLDS) != fold) {
                    others.add(example);
                }
            }
            Map<String, Double> weights = LogisticTraining.train(others, LEAST, DECAY);
            for (Example example : gold) {
                if (LogisticTraining.fold(example, FOLDS) == fold) {
                    boolean right = LogisticTraining.odds(weights, example) > 0 == example.holds();
                    String label = example.label() + (example.holds() ? " ahead" : " behind");
                    int[] count = counts.computeIfAbsent(label, unused -> new int[2]);
                    count[0] += right ? 1 : 0;
                    count[1]++;
                }
            }
        }
        counts.forEach((label, count) ->
                System.err.printf(Locale.ROOT, "%s: %d of %d right%n", label, count[0], count[1]));
    }
}
