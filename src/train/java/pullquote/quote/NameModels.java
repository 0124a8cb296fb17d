package pullquote.quote;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import pullquote.text.Tokens;

/**
 * Trains the models that find names, always to the same bytes: what running copy teaches of words, the recogniser, and the
 * choice of what is listed.
 *
 * <p>Arguments: the folder of texts, the folder the models go to, where lexicon and tagger are. Of the former are read
 * {@code gold/conll03} (train.txt and valid.txt in columns), {@code gold/wire-train} (dispatches with lists of the names in
 * them), and as running copy {@code unlabelled}, {@code dispatches/plain}, {@code dispatches/modern} and
 * {@code gold/polnear-train/text}, without the texts of {@code gold/wire-*}. Takes about four minutes on one core and 4 GB.
 */
final class NameModels {
    static final int FOLDS = 5;

    /** CoNLL's names are others than ours, and its sentences often a line of results: they count for less. */
    private static final float COLUMNS = 0.25f;

    private final Path texts;
    private final Lexicon lexicon;
    private final Tagger tagger;
    final NameLists lists = new NameLists(WordLists.read("words-en.txt"));
    private final List<NameGold> columns = new ArrayList<>();
    final List<NameGold> listed;

    NameModels(Path texts, Path models) throws IOException {
        this.texts = texts;
        lexicon = Models.lexicon(Files.newInputStream(models.resolve("lexicon.bin")));
        tagger = new Tagger(Models.read(Files.newInputStream(models.resolve("tagger.bin"))));
        for (String file : List.of("train.txt", "valid.txt")) {
            columns.addAll(NameGold.columns(texts.resolve("gold/conll03").resolve(file), this::read));
        }
        listed = NameGold.listed(texts.resolve("gold/wire-train"), d -> NameGold.passage(d, lexicon, tagger));
    }

    public static void main(String[] args) throws Exception {
        train(Path.of(args[0]), Path.of(args[1]));
        TrainModels.checksums(Path.of(args[1]));
    }

    static void train(Path texts, Path out) throws IOException {
        NameModels models = new NameModels(texts, out);
        Lexicon words = models.words();
        try (DataOutputStream stream = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(out.resolve("namewords.bin"))))) {
            words.write(stream);
        }
        NameListingTraining.Entries entries = NameListingTraining.Entries.none();
        for (int k = 0; k < FOLDS; k++) {
            NameRecognizer recognizer = models.recognizer(models.fit(words, models.fold(k, false)), words);
            for (NameGold unseen : models.fold(k, true)) {
                entries.addAll(NameListingTraining.entries(unseen, new NameFinder(models.lists, recognizer), words));
            }
        }
        Store.write(out.resolve("listing.bin"), entries.train());
        Store.write(out.resolve("names.bin"), models.fit(words, models.listed));
    }

    /** {@return the dispatches of a fold, or those of all others} */
    List<NameGold> fold(int k, boolean within) {
        List<NameGold> fold = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            if ((i % FOLDS == k) == within) {
                fold.add(listed.get(i));
            }
        }
        return fold;
    }

    LearnedWeights fit(Lexicon words, List<NameGold> dispatches) {
        List<NameTraining.Example> examples = new ArrayList<>();
        columns.forEach(g -> NameTraining.examples(g, words, lists, COLUMNS, examples));
        dispatches.forEach(g -> NameTraining.examples(g, words, lists, 1, examples));
        return NameTraining.train(examples);
    }

    NameRecognizer recognizer(LearnedWeights learned, Lexicon words) {
        return new NameRecognizer(learned.weights(), words, lists);
    }

    private Passage read(String text) {
        Passage p = new Passage(Tokens.of(text), lexicon);
        tagger.tag(p);
        return p;
    }

    /** What running copy teaches: clusters, then twice what a recogniser takes words for that knows what was learned before. */
    private Lexicon words() throws IOException {
        Set<String> gold = new HashSet<>();
        for (String folder : List.of("wire-train", "wire-dev", "wire-dev-2", "wire-dev-modern")) {
            if (Files.isDirectory(texts.resolve("gold").resolve(folder))) {
                try (Stream<Path> files = Files.list(texts.resolve("gold").resolve(folder))) {
                    files.forEach(f -> gold.add(f.getFileName().toString()));
                }
            }
        }
        List<String> copy = new ArrayList<>();
        for (String folder : List.of("unlabelled", "dispatches/plain", "dispatches/modern", "gold/polnear-train/text")) {
            copy.addAll(NameWordTraining.texts(texts.resolve(folder), f -> !gold.contains(f.getFileName().toString())));
        }
        Function<String, Passage> reader = this::read;
        Lexicon clusters = NameWordTraining.clusters(copy, text -> new Passage(Tokens.of(text), Lexicon.empty()), 4, 256);
        Lexicon first = NameWordTraining.parts(clusters, copy, reader, recognizer(fit(clusters, List.of()), clusters));
        return NameWordTraining.parts(first, copy, reader, recognizer(fit(first, listed), first));
    }
}
