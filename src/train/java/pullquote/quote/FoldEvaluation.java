package pullquote.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns from all but one fold of the wire copy and PolNeAR's articles, reads that fold and PolNeAR's development
 * articles, and prints how well; fold by fold.
 *
 * <p>Arguments: PolNeAR's training articles, the wire copy, PolNeAR's development articles, the folder of lexicon and
 * tagger, then the numbers of the folds to be read (all five where none is named), or {@code learned} to read all of
 * the wire copy, or a fold of it, and the development articles by the models in that folder as they are.
 *
 * <p>{@code -Dfolds} sets in how many parts the articles taught are read in turn (4), {@code -Dkeep} where the models of
 * each fold are kept.
 */
final class FoldEvaluation {
    private static final int FOLDS = 5;

    private FoldEvaluation() {}

    public static void main(String[] args) throws Exception {
        Path models = Path.of(args[3]);
        Tagger tagger = new Tagger(Models.read(Files.newInputStream(models.resolve("tagger.bin"))));
        Lexicon lexicon = Models.lexicon(Files.newInputStream(models.resolve("lexicon.bin")));
        List<Article> politics = articles(Gold.read(Path.of(args[0])), lexicon, tagger);
        List<Article> wire = articles(WireGold.read(Path.of(args[1])), lexicon, tagger);
        List<Article> dev = articles(Gold.read(Path.of(args[2])), lexicon, tagger);
        if (args.length > 4 && args[4].equals("learned")) {
            FindingReader reader = FindingReader.of(
                    weights(models, "cues.bin"),
                    weights(models, "roles.bin"),
                    weights(models, "readings.bin"),
                    weights(models, "confidence.bin"),
                    weights(models, "attitudes.bin"),
                    weights(models, "parties.bin"));
            FoldScore score = new FoldScore();
            List<Article> read = new ArrayList<>(wire);
            if (args.length > 5) {
                read.removeIf(a -> wire.indexOf(a) % FOLDS != Integer.parseInt(args[5]));
            }
            read(reader, read, score);
            score.print("wire");
            FoldScore other = new FoldScore();
            read(reader, dev, other);
            other.print("politics");
            return;
        }
        List<Integer> folds = new ArrayList<>(
                Arrays.stream(args).skip(4).map(Integer::valueOf).toList());
        if (folds.isEmpty()) {
            folds.addAll(List.of(0, 1, 2, 3, 4));
        }
        FoldScore all = new FoldScore();
        for (int fold : folds) {
            List<Article> taught = new ArrayList<>(politics);
            List<Article> left = new ArrayList<>();
            for (int i = 0; i < wire.size(); i++) {
                (i % FOLDS == fold ? left : taught).add(wire.get(i));
            }
            Training.Fitted fitted = Training.fit(taught, 1, Integer.getInteger("folds", 4));
            String keep = System.getProperty("keep");
            if (keep != null) {
                fitted.write(Files.createDirectories(Path.of(keep + fold)));
            }
            FindingReader reader = fitted.reader();
            FoldScore score = new FoldScore();
            read(reader, left, score);
            read(reader, left, all);
            score.print("wire fold " + fold);
            FoldScore other = new FoldScore();
            read(reader, dev, other);
            other.print("politics");
        }
        all.print("wire, folds " + folds);
    }

    private static Weights weights(Path models, String file) throws Exception {
        return Models.read(Files.newInputStream(models.resolve(file)));
    }

    static List<Article> articles(List<Gold> gold, Lexicon lexicon, Tagger tagger) {
        return gold.stream().map(g -> new Article(g, lexicon, tagger)).toList();
    }

    static void read(FindingReader reader, List<Article> articles, FoldScore score) {
        for (Article a : articles) {
            List<Finding> found = new ArrayList<>(reader.read(List.of(a.passage)).get(0).findings());
            if (a.gold.wire()) {
                found.removeIf(f -> !f.expressed());
            }
            score.add(a, found);
        }
    }
}
