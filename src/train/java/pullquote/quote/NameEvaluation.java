package pullquote.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Measures the name recogniser on dispatches that it has not seen, fold by fold. */
final class NameEvaluation {
    private static final String[] KINDS = {"person", "organization", "place", "other"};
    private NameEvaluation() {}

    /** Arguments: the folder of texts, the folder of the models, the folder that models of the folds and errors go to. */
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[2]));
        NameModels models = new NameModels(Path.of(args[0]), Path.of(args[1]));
        Function<NameGold, Lexicon> unseen = models.unseen(models.first());
        for (int half = 0; half < 2; half++) {
            Store.write(out.resolve("words-" + half + ".bin"), unseen.apply(models.listed.get(half)));
        }
        int[][] counts = new int[4][3];
        List<String> errors = new ArrayList<>();
        List<NameListingTraining.Entries> found = new ArrayList<>();
        for (int k = 0; k < NameModels.FOLDS; k++) {
            LearnedWeights learned = models.fit(unseen, models.fold(k, false));
            Store.write(out.resolve("names-" + k + ".bin"), learned);
            for (NameGold gold : models.fold(k, true)) {
                count(gold, models.recognizer(learned, unseen.apply(gold)), counts, errors);
            }
            found.add(models.entries(learned, unseen, k));
        }
        for (int k = 0; k < NameModels.FOLDS; k++) {
            NameListingTraining.Entries others = NameListingTraining.Entries.none();
            for (int j = 0; j < NameModels.FOLDS; j++) {
                if (j != k) {
                    others.addAll(found.get(j));
                }
            }
            Store.write(out.resolve("listing-" + k + ".bin"), others.train());
        }
        print("wire-train", counts);
        Files.write(out.resolve("errors.txt"), errors);
    }

    private static void print(String title, int[][] counts) {
        int[] all = new int[3];
        for (int k = 0; k < 4; k++) {
            line(title + " " + KINDS[k], counts[k]);
            for (int j = 0; j < 3 && k < 3; j++) {
                all[j] += counts[k][j];
            }
        }
        line(title + " all but other", all);
    }

    private static void line(String title, int[] c) {
        double p = c[0] / (double) Math.max(1, c[1]);
        double r = c[0] / (double) Math.max(1, c[2]);
        System.out.printf(Locale.ROOT, "%-28s P %5.1f R %5.1f F1 %5.1f  (%d)%n", title, 100 * p, 100 * r, 200 * p * r / Math.max(1e-9, p + r), c[2]);
    }

    private static void count(NameGold g, NameRecognizer r, int[][] counts, List<String> errors) {
        Passage p = g.passage();
        boolean[] hit = new boolean[p.size];
        for (NameRecognizer.Mention m : r.find(p, NameRuns.of(p))) {
            counts[m.kind()][1]++;
            boolean right = (g.allowed()[m.from()] >>> NameChain.first(m.kind()) & 1) != 0
                    && (m.to() == p.size || (g.allowed()[m.to()] >>> NameChain.inner(m.kind()) & 1) == 0);
            for (int i = m.from() + 1; i < m.to(); i++) {
                right &= (g.allowed()[i] >>> NameChain.inner(m.kind()) & 1) != 0;
            }
            counts[m.kind()][0] += right ? 1 : 0;
            hit[m.from()] |= right;
            if (!right && m.kind() < 3) {
                errors.add(g.name() + "\tfound " + KINDS[m.kind()] + "\t" + text(p, m.from(), m.to()) + "\t" + text(p, Math.max(0, m.from() - 6), Math.min(p.size, m.to() + 6)));
            }
        }
        for (int i = 0; i < p.size; i++) {
            for (int k = 0; k < 4; k++) {
                if (g.allowed()[i] == 1 << NameChain.first(k) || ((g.allowed()[i] & 0x15) != 0 && (g.allowed()[i] >>> NameChain.first(k) & 1) != 0 && k == kindOf(g.allowed()[i]))) {
                    counts[k][2]++;
                    int to = i + 1;
                    while (to < p.size && (g.allowed()[to] >>> NameChain.inner(k) & 1) != 0) {
                        to++;
                    }
                    if (!hit[i] && k < 3) {
                        errors.add(g.name() + "\tmissed " + KINDS[k] + "\t" + text(p, i, to) + "\t" + text(p, Math.max(0, i - 6), Math.min(p.size, to + 6)));
                    }
                }
            }
        }
    }

    private static int kindOf(int allowed) {
        return Integer.numberOfTrailingZeros(allowed & 0x15) / 2;
    }

    private static String text(Passage p, int from, int to) {
        return Roster.spaced(p.tokens.span(from, to).of(p.tokens.text()));
    }
}
