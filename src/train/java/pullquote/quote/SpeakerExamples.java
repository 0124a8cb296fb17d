package pullquote.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Dispatches whose speakers are known: for each source its candidates, and which of them are right. */
final class SpeakerExamples {
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "dr", "sir", "the", "president", "gen", "lt", "col", "sen", "rep", "gov", "prof");

    /**
     * One source.
     *
     * @param choices the features of no one, then of each candidate
     * @param right which of them are right
     * @param form the kind of words that the source is
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    record Example(int[][] choices, boolean[] right, int form) {}

    /** What was chosen for one source. */
    record Judged(int form, List<String> gold, List<String> found, double confidence, boolean reachable, String text) {}

    /** What speaks for and against each choice that was made, and whether it was right. */
    record Choices(List<int[]> features, List<Boolean> right) {
        static Choices none() {
            return new Choices(new ArrayList<>(), new ArrayList<>());
        }

        LearnedWeights train() {
            Dictionary dictionary = new Dictionary();
            features.forEach(all -> Arrays.stream(all).forEach(dictionary::count));
            int[] hashes = dictionary.number(4);
            List<int[]> numbers = new ArrayList<>();
            features.forEach(all -> numbers.add(dictionary.numbers(all, all.length)));
            return ChainTrainer.quantized(hashes, ConfidenceTraining.fit(numbers, right, hashes.length), 1, 0.01f);
        }
    }

    /** What has been learned of speakers. */
    record Learned(Weights choice, Weights confidence) {}

    /**
     * A dispatch's attributions in order of their sources.
     *
     * @param listed whether the recogniser of names has learned from it
     */
    record Told(String name, boolean listed, Passage passage, List<Name> names, List<Finding> findings, List<Boolean> inner, List<List<String>> speakers) {}

    private final NameLists lists;
    private final Sexes sexes;
    private final WordKinds kinds;

    SpeakerExamples() {
        WordLists words = WordLists.read("words-en.txt");
        lists = new NameLists(words);
        sexes = new Sexes(lists, words);
        kinds = new WordKinds(words);
    }

    static List<Told> read(Path folder, Lexicon lexicon, Tagger tagger, NameFinder finder) throws java.io.IOException {
        List<Told> all = new ArrayList<>();
        for (Gold gold : WireGold.read(folder)) {
            boolean listed = Files.exists(folder.resolve(gold.name() + ".entities.json"));
            all.add(told(new Article(gold, lexicon, tagger), listed, finder));
        }
        return all;
    }

    private static Told told(Article a, boolean listed, NameFinder finder) {
        List<Finding> findings = new ArrayList<>();
        List<List<String>> speakers = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < a.marked.size(); i++) {
            Article.Marked m = a.marked.get(i);
            if (m.source().isEmpty() || m.content().isEmpty()) {
                continue;
            }
            order.add(findings.size());
            findings.add(new Finding(
                    m.cue().isEmpty() ? null : Cue.of(a.passage, m.cue().get(0)[0], m.cue().get(0)[1], 1),
                    range(m.source().get(m.source().size() - 1)),
                    m.content().stream().map(SpeakerExamples::range).toList(),
                    null,
                    null,
                    1,
                    true,
                    false,
                    "gold"));
            speakers.add(a.gold.attributions().get(i).speakers());
        }
        order.sort(Comparator.comparingInt(i -> java.util.Objects.requireNonNull(findings.get(i).source()).from()));
        List<Boolean> inner = order.stream()
                .map(i -> findings.stream().anyMatch(o -> o.holds(findings.get(i))))
                .toList();
        return new Told(
                a.gold.name(),
                listed,
                a.passage,
                finder.names(a.passage),
                order.stream().map(findings::get).toList(),
                inner,
                order.stream().map(speakers::get).toList());
    }

    private static Range range(int[] r) {
        return new Range(r[0], r[1]);
    }

    /**
     * Adds a dispatch's examples.
     *
     * @param learned tells who spoke before, or null where that is taken from what is known
     */
    void add(Told t, @Nullable Learned learned, List<Example> examples, Choices chosen, List<Judged> judged) {
        Discourse d = new Discourse(t.passage(), lists, sexes, kinds, t.names());
        SpeakerResolver resolver = new SpeakerResolver(
                d, learned == null ? Weights.none(1) : learned.choice(), learned == null ? Weights.none(1) : learned.confidence());
        int[] buffer = new int[SpeakerFeatures.MOST];
        for (int i = 0; i < t.findings().size(); i++) {
            Finding f = t.findings().get(i);
            List<String> gold = t.speakers().get(i);
            Range range = java.util.Objects.requireNonNull(f.source());
            SourcePhrase source = d.phrase(range);
            List<SpeakerCandidate> candidates = d.candidates(source);
            SpeakerFeatures features = new SpeakerFeatures(d, source, f, t.inner().get(i), candidates);
            int[][] choices = new int[candidates.size() + 1][];
            choices[0] = Arrays.copyOf(buffer, features.ofNone(buffer));
            for (int k = 0; k < candidates.size(); k++) {
                choices[k + 1] = Arrays.copyOf(buffer, features.of(candidates.get(k), buffer));
            }
            boolean[] right = right(candidates, gold);
            examples.add(new Example(choices, right, source.form));
            if (learned == null) {
                List<Entry> who = new ArrayList<>();
                for (int k = 1; k < right.length; k++) {
                    if (right[k] && who.isEmpty()) {
                        who.addAll(candidates.get(k - 1).entries);
                    }
                }
                d.spoke(who, source);
            } else {
                SpeakerResolver.Choice choice = resolver.resolve(f, t.inner().get(i));
                List<String> found = choice.entries().stream().map(e -> e.name).toList();
                if (choice.candidate() != null && !t.listed()) {
                    chosen.features.add(Arrays.copyOf(buffer, SpeakerConfidence.features(source, choice.candidate(), choice.likelihood(), buffer)));
                    chosen.right.add(same(gold, found));
                }
                judged.add(new Judged(
                        source.form,
                        gold,
                        found,
                        choice.speaker() == null ? 0 : choice.speaker().confidence(),
                        !right[0],
                        t.name() + "\t" + text(t.passage(), range) + "\t" + (f.cue() == null ? "" : text(t.passage(), new Range(f.cue().from(), f.cue().to()))) + "\t" + (choice.speaker() == null ? "" : choice.speaker().why())));
            }
        }
    }

    private static String text(Passage p, Range r) {
        return Roster.spaced(p.tokens.span(r.from(), r.to()).of(p.tokens.text()));
    }

    /** Which choices are right: those that name the same, or else those of another form of the name, or else no one. */
    private static boolean[] right(List<SpeakerCandidate> candidates, List<String> gold) {
        boolean[] right = new boolean[candidates.size() + 1];
        Set<String> names = gold.stream().map(SpeakerExamples::plain).collect(Collectors.toSet());
        boolean any = false;
        for (int level = 0; level < 3 && !any && !gold.isEmpty(); level++) {
            for (int k = 0; k < candidates.size(); k++) {
                SpeakerCandidate c = candidates.get(k);
                boolean holds = switch (level) {
                    case 0 -> c.entries.stream().map(e -> plain(e.name)).collect(Collectors.toSet()).equals(names);
                    case 1 -> c.entries.size() == names.size() && c.entries.stream().allMatch(e -> names.stream().anyMatch(n -> same(e, n)));
                    default -> c.entries.stream().allMatch(e -> names.stream().anyMatch(n -> same(e, n)));
                };
                right[k + 1] = holds;
                any |= holds;
            }
        }
        right[0] = !any;
        return right;
    }

    private static boolean same(Entry e, String name) {
        String[] words = name.split(" ");
        return plain(e.name).equals(name)
                || e.forms.stream().anyMatch(form -> plain(form).equals(name))
                || (e.person && NameForms.samePerson(e.words(), words))
                || (e.kind == NameChain.ORGANIZATION && NameForms.sameBody(e.words(), words));
    }

    /** {@return whether the same are named} */
    static boolean same(List<String> gold, List<String> found) {
        return gold.stream().map(SpeakerExamples::plain).collect(Collectors.toSet()).equals(found.stream().map(SpeakerExamples::plain).collect(Collectors.toSet()));
    }

    /** {@return a name as scores compare it} */
    static String plain(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .collect(Collectors.joining(" "));
    }
}
