package pullquote.quote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits the models of cues, roles, readings and confidence to the articles. */
final class Training {
    /** So many readings of a cue are learned from, more than are looked at later: also what to leave alone is learned. */
    private static final int READINGS = 12;

    /** How much of what only wire copy teaches counts for cues, roles and readings: all of it unlearns PolNeAR's cues. */
    static final float SHARE = 0.4f;

    private static final Acts ACTS = new Acts(WordLists.read("words-en.txt"));

    private Training() {}

    /** The models of quotations, learned. */
    record Fitted(
            LearnedWeights cues,
            LearnedWeights roles,
            LearnedWeights readings,
            LearnedWeights confidence,
            LearnedWeights attitudes,
            LearnedWeights parties) {
        FindingReader reader() {
            return FindingReader.of(
                    cues.weights(),
                    roles.weights(),
                    readings.weights(),
                    confidence.weights(),
                    attitudes.weights(),
                    parties.weights());
        }

        void write(Path out) throws IOException {
            Store.write(out.resolve("cues.bin"), cues);
            Store.write(out.resolve("roles.bin"), roles);
            Store.write(out.resolve("readings.bin"), readings);
            Store.write(out.resolve("confidence.bin"), confidence);
            Store.write(out.resolve("attitudes.bin"), attitudes);
            Store.write(out.resolve("parties.bin"), parties);
        }
    }

    static ChainTrainer.Example[] cueExamples(Article a) {
        Passage p = a.passage;
        int[] state = new int[p.size];
        for (Article.Marked m : a.marked) {
            for (int[] r : m.cue()) {
                java.util.Arrays.fill(state, r[0], r[1], 1);
            }
        }
        CueFeatures features = new CueFeatures(p);
        int[] buffer = new int[CueFeatures.MOST];
        List<ChainTrainer.Example> found = new ArrayList<>();
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int from = p.tokens.sentenceStart(s);
            int to = p.tokens.sentenceEnd(s);
            int[][] tokens = new int[to - from][];
            for (int i = from; i < to; i++) {
                tokens[i - from] = java.util.Arrays.copyOf(buffer, features.at(i, buffer));
            }
            boolean[] open = new boolean[to - from];
            for (int i = 0; i < open.length; i++) {
                state[from + i] |= a.isLikely(from + i) ? 1 : 0;
                open[i] = state[from + i] == 0 && a.isOpen(from + i);
            }
            found.add(new ChainTrainer.Example(
                    tokens, java.util.Arrays.copyOfRange(state, from, to), open, a.gold.wire()));
        }
        return found.toArray(new ChainTrainer.Example[0]);
    }

    static LearnedWeights cues(List<Article> articles, int times) {
        List<ChainTrainer.Example> examples = new ArrayList<>();
        for (Article a : articles) {
            examples.addAll(repeated(List.of(cueExamples(a)), a));
        }
        return new ChainTrainer(Chain.CUE, examples, 3)
                .fit(8, 0.15f, 1e-6f, 0.5f, times)
                .quantized(0.05f);
    }

    /** {@return an article's examples, twice where it is of today's agencies, whose copy is what the job reads} */
    private static List<ChainTrainer.Example> repeated(List<ChainTrainer.Example> examples, Article a) {
        List<ChainTrainer.Example> all = new ArrayList<>(examples);
        if (a.gold.isModern()) {
            all.addAll(examples);
        }
        return all;
    }

    /** One example for a cue, right or wrong; null where its gold roles lie outside the window. */
    static ChainTrainer.Example roleExample(
            Article a, Cue cue, Article.@Nullable Marked gold, RoleFeatures f, Between b) {
        Passage p = a.passage;
        Window w = Window.around(p, cue.from(), cue.to());
        int length = w.to() - w.from();
        int[] label = new int[length];
        if (gold != null) {
            List<int[]> source = gold.source();
            for (int[] r : gold.content()) {
                for (int i = Math.max(r[0], w.from()); i < Math.min(r[1], w.to()); i++) {
                    label[i - w.from()] = 2;
                }
            }
            if (!source.isEmpty()) {
                int[] r = source.get(source.size() - 1);
                for (int i = Math.max(r[0], w.from()); i < Math.min(r[1], w.to()); i++) {
                    label[i - w.from()] = 1;
                }
            }
            for (int i = cue.from(); i < cue.to(); i++) {
                label[i - w.from()] = 0;
            }
        }
        int[] looked = w.tokens(p, cue);
        int[] states = new int[looked.length];
        boolean seen = false;
        int last = 0;
        for (int i = 0; i < looked.length; i++) {
            int now = label[looked[i] - w.from()];
            seen |= last == 1 && now != 1;
            last = now;
            if (seen && now == 1) {
                now = 0;
            }
            states[i] = seen ? now == 2 ? 4 : 3 : now == 2 ? 1 : now == 1 ? 2 : 0;
        }
        f.turnTo(cue.from(), cue.to(), cue.head());
        b.turnTo(cue.from(), cue.to());
        int[] buffer = new int[RoleFeatures.MOST];
        int[][] tokens = new int[looked.length][];
        for (int i = 0; i < looked.length; i++) {
            int token = looked[i];
            int side = f.side(token);
            int[] first = side < 2 ? java.util.Arrays.copyOf(buffer, f.fixed(token, side, buffer)) : new int[0];
            int n = f.relative(token, buffer, b);
            tokens[i] = java.util.Arrays.copyOf(first, first.length + n);
            System.arraycopy(buffer, 0, tokens[i], first.length, n);
        }
        return new ChainTrainer.Example(tokens, states, new boolean[0], a.gold.wire());
    }

    private static void roleExamples(
            Article a, float[] cueness, List<Cue> predicted, List<ChainTrainer.Example> into) {
        into.addAll(repeated(roleExamples(a, cueness, predicted), a));
    }

    static List<ChainTrainer.Example> roleExamples(Article a, float[] cueness, List<Cue> predicted) {
        List<ChainTrainer.Example> into = new ArrayList<>();
        RoleFeatures f = new RoleFeatures(a.passage, cueness);
        Between b = new Between(a.passage, cueness);
        List<Cue> wrong = new ArrayList<>(predicted);
        for (Article.Marked m : a.marked) {
            if (m.cue().isEmpty()) {
                continue;
            }
            Cue gold = m.anchor(a.passage);
            wrong.removeIf(c -> c.from() < gold.to() && gold.from() < c.to());
            into.add(roleExample(a, gold, m, f, b));
            // a cue that was found with other edges has the same source and content
            for (Cue c : predicted) {
                if (c.from() < gold.to() && gold.from() < c.to() && (c.from() != gold.from() || c.to() != gold.to())) {
                    into.add(roleExample(a, c, m, f, b));
                }
            }
        }
        wrong.removeIf(c -> a.isOpen(c.head()) || a.isLikely(c.head()));
        for (Cue c : wrong) {
            into.add(roleExample(a, c, null, f, b));
        }
        return into;
    }

    /**
     * Fits all models to gold articles.
     *
     * @param times of how many fits the models of cues and roles are the mean
     * @param folds in how many parts the articles are read by models that have not seen them, for the next model to learn from
     */
    static Fitted fit(List<Article> articles, int times, int folds) {
        CueFinder politics = new CueFinder(
                cues(articles.stream().filter(a -> !a.gold.wire()).toList(), 1).weights(), 0.2f);
        for (Article a : articles) {
            if (a.gold.wire()) {
                a.otherGuidelines(politics.cueness(a.passage));
            } else {
                a.otherGuidelines(ACTS);
            }
        }
        float[][] cueness = new float[articles.size()][];
        IntStream.range(0, folds).parallel().forEach(k -> {
            List<Article> rest = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                if (i % folds != k) {
                    rest.add(articles.get(i));
                }
            }
            CueFinder finder = new CueFinder(cues(rest, 1).weights(), 0.2f);
            for (int i = k; i < articles.size(); i += folds) {
                cueness[i] = finder.cueness(articles.get(i).passage);
            }
        });
        LearnedWeights cues = cues(articles, times);
        List<ChainTrainer.Example> examples = new ArrayList<>();
        CueFinder finder = new CueFinder(Weights.none(4), 0.15f);
        for (int i = 0; i < articles.size(); i++) {
            Article a = articles.get(i);
            roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), examples);
        }
        System.err.println("role examples " + examples.size());
        LearnedWeights roles = roles(examples, times);
        examples.clear();
        CueFinder loose = new CueFinder(Weights.none(4), 0.08f);
        List<List<Unseen>> folded = IntStream.range(0, folds)
                .parallel()
                .mapToObj(k -> {
                    List<ChainTrainer.Example> rest = new ArrayList<>();
                    for (int i = 0; i < articles.size(); i++) {
                        if (i / folds % folds != k) {
                            Article a = articles.get(i);
                            roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), rest);
                        }
                    }
                    RoleFinder reading = new RoleFinder(roles(rest, 1).weights(), READINGS);
                    List<Unseen> unseen = new ArrayList<>();
                    for (int i = 0; i < articles.size(); i++) {
                        if (i / folds % folds == k) {
                            unseen.add(Unseen.of(articles.get(i), cueness[i], loose, reading));
                        }
                    }
                    return unseen;
                })
                .toList();
        return finish(folded, cues, roles, PartyTraining.train(articles));
    }

    /** Fits the choice among readings and the confidence in what is chosen to what was read in unseen articles. */
    private static Fitted finish(List<List<Unseen>> folds, LearnedWeights cues, LearnedWeights roles, LearnedWeights parties) {
        List<ReadingTraining.Example> all = new ArrayList<>();
        ConfidenceTraining statements = new ConfidenceTraining();
        ConfidenceTraining attitudes = new ConfidenceTraining();
        folds.forEach(fold -> fold.forEach(u -> u.choices(all)));
        for (List<Unseen> fold : folds) {
            List<ReadingTraining.Example> others = new ArrayList<>();
            folds.stream().filter(f -> f != fold).forEach(f -> f.forEach(u -> u.choices(others)));
            ReadingChoice choice = new ReadingChoice(ReadingTraining.train(others).weights());
            fold.forEach(u -> u.findings(choice, statements, attitudes));
        }
        return new Fitted(
                cues, roles, ReadingTraining.train(all), statements.train(), attitudes.train(), parties);
    }

    /** What a role model read in an article that it had not seen. */
    private record Unseen(Article article, ReadingFeatures spans, List<Read> read) {
        private record Read(Cue cue, RoleFinder.Roles roles, List<Reading> readings) {}

        static Unseen of(Article a, float[] cueness, CueFinder cues, RoleFinder roles) {
            FindingReader reader = new FindingReader(
                    cues, roles, new ReadingChoice(Weights.none(1)), new Confidence(Weights.none(1)), new Confidence(Weights.none(1)), new Parties(Weights.none(3), WordLists.read("words-en.txt")), 0);
            List<Read> read = new ArrayList<>();
            reader.candidates(a.passage, cueness, (p, cue, found, readings) -> read.add(new Read(cue, found, readings)));
            return new Unseen(a, new ReadingFeatures(a.passage, cueness), read);
        }

        void choices(List<ReadingTraining.Example> into) {
            for (Read r : read) {
                int right = article.right(r.cue, r.roles.window(), r.readings);
                if (right < 0 || r.readings.size() < 2) {
                    continue;
                }
                int[][] features = new int[r.readings.size()][];
                int[] buffer = new int[ReadingFeatures.MOST];
                for (int k = 0; k < features.length; k++) {
                    int n = spans.of(r.cue, r.readings, k, buffer);
                    features[k] = java.util.Arrays.copyOf(buffer, n);
                }
                into.add(new ReadingTraining.Example(features, right, article.gold.wire()));
            }
        }

        /** What was found, to learn what is a statement by the guidelines for wire copy, and what is any attribution. */
        void findings(ReadingChoice choice, ConfidenceTraining statements, ConfidenceTraining attitudes) {
            Targets aims = new Targets(article.passage, ACTS);
            List<Candidate> candidates = new ArrayList<>();
            for (Read r : read) {
                if (r.cue.probability() >= FindingReader.WORTH_A_LOOK / 2) {
                    candidates.add(Candidate.of(spans, choice, aims, r.cue, r.roles, r.readings));
                }
            }
            Surroundings around = new Surroundings(candidates);
            int[] buffer = new int[Confidence.MOST];
            for (int i = 0; i < candidates.size(); i++) {
                Finding f = around.finding(i);
                Cue cue = candidates.get(i).cue();
                around.turnTo(i);
                int n = Confidence.features(article.passage, candidates.get(i), f, around, buffer);
                int[] features = java.util.Arrays.copyOf(buffer, n);
                boolean wire = article.gold.wire();
                boolean right = article.holds(f);
                if (!wire) {
                    attitudes.add(features, right, false);
                }
                if (wire || (!article.isOpen(cue.head()) && ACTS.act(article.passage, cue).expressed())) {
                    statements.add(features, right, wire);
                }
            }
        }
    }

    static LearnedWeights roles(List<ChainTrainer.Example> examples, int times) {
        return new ChainTrainer(Chain.ROLES, examples, 3)
                .fit(8, 0.15f, 1e-6f, 0.5f, times)
                .quantized(0.1f);
    }
}
