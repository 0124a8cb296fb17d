package pullquote.quote;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import pullquote.text.Tokens;

/**
 * Trains every model of the package, always to the same bytes: word clusters and the tagger from running copy, the
 * others from wire copy and political articles with attributions.
 *
 * <p>Arguments: the folder of texts and the folder that the models go to. Of the former are read {@code gold/polnear-train}
 * (political articles with attributions), {@code gold/wire-train} (annotated dispatches), {@code dispatches/plain}, and what
 * {@link NameModels} reads. Takes about a quarter of an hour on two cores, and 9 GB.
 */
final class TrainModels {
    private static final List<String> FILES = List.of(
            "lexicon.bin", "tagger.bin", "cues.bin", "roles.bin", "readings.bin", "confidence.bin", "attitudes.bin",
            "parties.bin", "names.bin", "namewords.bin", "listing.bin", "speakers.bin",
            "speakerconfidence.bin");

    /** Models in use are the mean of so many, learned in different orders. */
    private static final int TIMES = 3;

    /** In so many parts articles are read by models that have not seen them. */
    private static final int FOLDS = 3;

    private TrainModels() {}

    public static void main(String[] args) throws Exception {
        Path given = Path.of(args[0]);
        Path gold = given.resolve("gold/polnear-train");
        Path wire = given.resolve("gold/wire-train");
        Path out = Files.createDirectories(Path.of(args[1]));
        List<String> texts = new ArrayList<>();
        Gold.read(gold).forEach(g -> texts.add(g.text()));
        try (Stream<Path> files = Files.list(given.resolve("dispatches/plain"))) {
            for (Path f : files.sorted().toList()) {
                texts.add(Files.readString(f));
            }
        }
        words(texts, out);
        // the tables that are waited for most; what is left out costs nothing, smaller tables are faster
        Pruning.prune(out.resolve("tagger.bin"), 0.25f);
        Tagger tagger = new Tagger(Models.read(Files.newInputStream(out.resolve("tagger.bin"))));
        Lexicon lexicon = Models.lexicon(Files.newInputStream(out.resolve("lexicon.bin")));
        List<Article> articles = new ArrayList<>();
        Gold.read(gold).forEach(g -> articles.add(new Article(g, lexicon, tagger)));
        WireGold.read(wire).forEach(g -> articles.add(new Article(g, lexicon, tagger)));
        Training.fit(articles, TIMES, FOLDS).write(out);
        NameModels.train(given, out);
        SpeakerModels.train(wire, out);
        checksums(out);
    }

    /** What running copy teaches: clusters of words, words with one part of speech, and the tagger. */
    static void words(List<String> texts, Path out) throws Exception {
        List<Passage> plain = new ArrayList<>();
        for (String text : texts) {
            plain.add(new Passage(Tokens.of(text), Lexicon.empty()));
        }
        Lexicon clusters = ClusterTraining.train(plain, 4, 320, 60);
        var teacher = TaggerTraining.teacher("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin");
        List<byte[]> silver = new ArrayList<>();
        for (Passage p : plain) {
            silver.add(TaggerTraining.silver(teacher, p));
        }
        Lexicon lexicon = TaggerTraining.onlyTags(clusters, plain, silver);
        try (var stream = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(out.resolve("lexicon.bin"))))) {
            lexicon.write(stream);
        }
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) {
            passages.add(new Passage(Tokens.of(text), lexicon));
        }
        Store.write(out.resolve("tagger.bin"), TaggerTraining.train(passages, silver, 6, 4));
    }

    static void checksums(Path out) throws Exception {
        StringBuilder sums = new StringBuilder();
        for (String file : FILES) {
            byte[] bytes = Files.readAllBytes(out.resolve(file));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file).append('\n');
        }
        Files.writeString(out.resolve("models.sha256"), sums);
    }
}
