package pullquote.quote;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pullquote.quote.SpeakerExamples.Judged;
import pullquote.quote.SpeakerExamples.Told;

/**
 * Trains the choice of speakers, always to the same bytes, or measures it on dispatches that it has not seen.
 *
 * <p>Arguments: the folder of dispatches with known speakers, the folder of the models, where those of words and names are;
 * then, to measure fold by fold and keep the models as they are, a file that what was chosen is written to. Takes about
 * a minute.
 */
final class SpeakerModels {
    private static final int FOLDS = 5;
    private static final String[] FORMS = {
        "", "he", "she", "it", "they", "who", "I, we", "other pronoun", "name", "the ...", "his ...", "a ...", "bare"
    };

    private SpeakerModels() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 2) {
            measure(read(Path.of(args[0]), Path.of(args[1])), Path.of(args[2]));
        } else {
            train(Path.of(args[0]), Path.of(args[1]));
            TrainModels.checksums(Path.of(args[1]));
        }
    }

    static void train(Path dispatches, Path models) throws IOException {
        SpeakerTraining.Fitted fitted = SpeakerTraining.train(read(dispatches, models));
        Store.write(models.resolve("speakers.bin"), fitted.choice());
        Store.write(models.resolve("speakerconfidence.bin"), fitted.confidence());
    }

    private static List<Told> read(Path dispatches, Path models) throws IOException {
        Lexicon lexicon = Models.lexicon(Files.newInputStream(models.resolve("lexicon.bin")));
        Tagger tagger = new Tagger(Models.read(Files.newInputStream(models.resolve("tagger.bin"))));
        NameLists lists = new NameLists(WordLists.read("words-en.txt"));
        Lexicon words = Models.lexicon(Files.newInputStream(models.resolve("namewords.bin")));
        Weights names = Models.read(Files.newInputStream(models.resolve("names.bin")));
        return SpeakerExamples.read(dispatches, lexicon, tagger, new NameFinder(lists, new NameRecognizer(names, words, lists)));
    }

    private static void measure(List<Told> dispatches, Path out) throws IOException {
        List<Judged> judged = new ArrayList<>();
        SpeakerExamples maker = new SpeakerExamples();
        for (int k = 0; k < FOLDS; k++) {
            List<Told> rest = new ArrayList<>();
            for (int i = 0; i < dispatches.size(); i++) {
                if (i % FOLDS != k) {
                    rest.add(dispatches.get(i));
                }
            }
            SpeakerExamples.Learned learned = SpeakerTraining.train(rest).learned();
            for (int i = k; i < dispatches.size(); i += FOLDS) {
                maker.add(dispatches.get(i), learned, new ArrayList<>(), SpeakerExamples.Choices.none(), judged);
            }
        }
        report(judged);
        try (PrintWriter writer = new PrintWriter(out.toFile(), "UTF-8")) {
            for (Judged j : judged) {
                writer.println((right(j) ? "right" : "wrong") + "\t" + FORMS[j.form()] + "\t" + j.text() + "\t" + j.gold() + "\t" + j.found() + "\t"
                        + String.format(Locale.ROOT, "%.2f", j.confidence()) + "\t" + j.reachable());
            }
        }
    }

    private static boolean right(Judged j) {
        return SpeakerExamples.same(j.gold(), j.found());
    }

    static void report(List<Judged> judged) {
        Map<String, double[]> counts = new TreeMap<>();
        double[][] bins = new double[11][4];
        for (Judged j : judged) {
            long hits = j.found().stream().filter(f -> j.gold().stream().anyMatch(g -> SpeakerExamples.plain(g).equals(SpeakerExamples.plain(f)))).count();
            for (String key : List.of("all", FORMS[j.form()])) {
                double[] c = counts.computeIfAbsent(key, x -> new double[6]);
                c[0] += hits;
                c[1] += j.found().size();
                c[2] += j.gold().size();
                c[3]++;
                c[4] += right(j) ? 1 : 0;
                c[5] += !j.gold().isEmpty() && j.reachable() ? 1 : 0;
            }
            if (!j.found().isEmpty()) {
                double[] b = bins[Math.min(9, (int) (j.confidence() * 10))];
                b[0]++;
                b[1] += j.confidence();
                b[2] += right(j) ? 1 : 0;
                if (j.confidence() >= 0.7) {
                    bins[10][0]++;
                    bins[10][1] += j.confidence();
                    bins[10][2] += right(j) ? 1 : 0;
                }
            }
        }
        counts.forEach((key, c) -> {
            double p = c[0] / Math.max(1, c[1]);
            double r = c[0] / Math.max(1, c[2]);
            System.out.printf(Locale.ROOT, "%-14s %5.0f  P %5.1f R %5.1f F1 %5.1f  right %5.1f  named %4.0f reachable %4.0f%n",
                    key, c[3], 100 * p, 100 * r, 200 * p * r / Math.max(1e-9, p + r), 100 * c[4] / c[3], c[2], c[5]);
        });
        for (int b = 0; b < bins.length; b++) {
            if (bins[b][0] > 0) {
                System.out.printf(Locale.ROOT, "%s %5.0f mean %.3f right %.3f%n", b == 10 ? ">=0.7" : "0." + b, bins[b][0], bins[b][1] / bins[b][0], bins[b][2] / bins[b][0]);
            }
        }
    }
}
