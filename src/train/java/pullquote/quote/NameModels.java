package pullquote.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * {@code gold/polnear-train/text}, without the texts of {@code gold/wire-*}. Takes about six minutes on one core and 4 GB.
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
    private final List<String> copy = new ArrayList<>();

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
        Lexicon first = models.first();
        Lexicon words = models.words(first, models.listed);
        Store.write(out.resolve("namewords.bin"), words);
        Function<NameGold, Lexicon> unseen = models.unseen(first);
        NameListingTraining.Entries entries = NameListingTraining.Entries.none();
        for (int k = 0; k < FOLDS; k++) {
            entries.addAll(models.entries(models.fit(unseen, models.fold(k, false)), unseen, k));
        }
        Store.write(out.resolve("listing.bin"), entries.train());
        Store.write(out.resolve("names.bin"), models.fit(unseen, models.listed));
    }

    /**
     * {@return for each dispatch what running copy teaches a recogniser that has not seen it} Were a dispatch's own labels
     * behind what is known of its words, a model would come to trust that more than it can on other copy.
     */
    Function<NameGold, Lexicon> unseen(Lexicon first) throws IOException {
        Map<String, Integer> halfOf = new HashMap<>();
        List<List<NameGold>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < listed.size(); i++) {
            halfOf.put(listed.get(i).name(), i % 2);
            halves.get(i % 2).add(listed.get(i));
        }
        List<Lexicon> words = List.of(words(first, halves.get(1)), words(first, halves.get(0)));
        return gold -> words.get(halfOf.getOrDefault(gold.name(), 0));
    }

    /** {@return what a recogniser that has not seen a fold finds in it} */
    NameListingTraining.Entries entries(LearnedWeights learned, Function<NameGold, Lexicon> unseen, int k) {
        NameListingTraining.Entries entries = NameListingTraining.Entries.none();
        for (NameGold gold : fold(k, true)) {
            Lexicon words = unseen.apply(gold);
            NameFinder finder = new NameFinder(lists, recognizer(learned, words));
            entries.addAll(NameListingTraining.entries(gold, finder, words));
        }
        return entries;
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

    LearnedWeights fit(Function<NameGold, Lexicon> words, List<NameGold> dispatches) {
        List<NameTraining.Example> examples = new ArrayList<>();
        columns.forEach(g -> NameTraining.examples(g, words.apply(g), lists, COLUMNS, examples));
        dispatches.forEach(g -> NameTraining.examples(g, words.apply(g), lists, 1, examples));
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

    /** {@return what running copy teaches a recogniser that knows only CoNLL's names: clusters and what it takes words for} */
    Lexicon first() throws IOException {
        Lexicon clusters =
                NameWordTraining.clusters(copy(), text -> new Passage(Tokens.of(text), Lexicon.empty()), 4, 256);
        return NameWordTraining.parts(
                clusters, copy(), this::read, recognizer(fit(d -> clusters, List.of()), clusters));
    }

    /** {@return what running copy teaches a recogniser that also knows some dispatches, and what was learned before} */
    Lexicon words(Lexicon first, List<NameGold> known) throws IOException {
        return NameWordTraining.parts(first, copy(), this::read, recognizer(fit(d -> first, known), first));
    }

    private List<String> copy() throws IOException {
        if (!copy.isEmpty()) {
            return copy;
        }
        Set<String> gold = new HashSet<>();
        for (String folder : List.of("wire-train", "wire-dev", "wire-dev-2", "wire-dev-modern")) {
            if (Files.isDirectory(texts.resolve("gold").resolve(folder))) {
                try (Stream<Path> files = Files.list(texts.resolve("gold").resolve(folder))) {
                    files.forEach(f -> gold.add(f.getFileName().toString()));
                }
            }
        }
        for (String folder : List.of("unlabelled", "dispatches/plain", "dispatches/modern", "gold/polnear-train/text")) {
            copy.addAll(NameWordTraining.texts(texts.resolve(folder), f -> !gold.contains(f.getFileName().toString())));
        }
        return copy;
    }
}
