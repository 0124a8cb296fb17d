package pullquote.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits the models of cues, roles, readings and confidence to the articles. */
final class Training {
    /** Models in use are the mean of so many, learned in different orders. */
    private static final int TIMES = 3;

    /** So many readings of a cue are learned from, more than are looked at later: also what to leave alone is learned. */
    private static final int READINGS = 12;

    private Training() {}

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
            found.add(new ChainTrainer.Example(tokens, java.util.Arrays.copyOfRange(state, from, to)));
        }
        return found.toArray(new ChainTrainer.Example[0]);
    }

    static LearnedWeights cues(List<Article> articles, int times) {
        List<ChainTrainer.Example> examples = new ArrayList<>();
        articles.forEach(a -> examples.addAll(List.of(cueExamples(a))));
        return new ChainTrainer(Chain.CUE, examples, 3)
                .fit(8, 0.15f, 1e-6f, 0.5f, times)
                .quantized(0.05f);
    }

    /** One example for a cue, right or wrong; null where its gold roles lie outside the window. */
    static ChainTrainer.Example roleExample(Passage p, Cue cue, Article.@Nullable Marked gold, RoleFeatures f, Between b) {
        Window w = Window.around(p, cue.from(), cue.to());
        int length = w.to() - w.from();
        int[] label = new int[length];
        if (gold != null) {
            boolean whole = true;
            List<int[]> source = gold.source();
            for (int[] r : gold.content()) {
                whole &= r[0] >= w.from() && r[0] < w.to();
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
            if (!whole) {
                lost++;
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
        return new ChainTrainer.Example(tokens, states);
    }

    static int lost;

    static void roleExamples(Article a, float[] cueness, List<Cue> predicted, List<ChainTrainer.Example> into) {
        RoleFeatures f = new RoleFeatures(a.passage, cueness);
        Between b = new Between(a.passage, cueness);
        List<Cue> wrong = new ArrayList<>(predicted);
        for (Article.Marked m : a.marked) {
            if (m.cue().isEmpty()) {
                continue;
            }
            int[] r = m.cue().get(0);
            Cue gold = Cue.of(a.passage, r[0], r[1], 1);
            wrong.removeIf(c -> c.from() < gold.to() && gold.from() < c.to());
            into.add(roleExample(a.passage, gold, m, f, b));
            // a cue that was found with other edges has the same source and content
            for (Cue c : predicted) {
                if (c.from() < gold.to() && gold.from() < c.to() && (c.from() != gold.from() || c.to() != gold.to())) {
                    into.add(roleExample(a.passage, c, m, f, b));
                }
            }
        }
        for (Cue c : wrong) {
            into.add(roleExample(a.passage, c, null, f, b));
        }
    }

    /** Fits cues, roles and confidence to gold articles, with the tagger and clusters that lie in the folder. */
    static void train(Path root, Path out) throws Exception {
        Tagger tagger = new Tagger(Models.read(Files.newInputStream(out.resolve("tagger.bin"))));
        Lexicon lexicon = Models.lexicon(Files.newInputStream(out.resolve("lexicon.bin")));
        List<Article> articles = new ArrayList<>();
        for (Gold g : Gold.read(root)) {
            articles.add(new Article(g, lexicon, tagger));
        }
        int folds = 4;
        float[][] cueness = new float[articles.size()][];
        for (int k = 0; k < folds; k++) {
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
        }
        Store.write(out.resolve("cues.bin"), cues(articles, TIMES));
        List<ChainTrainer.Example> examples = new ArrayList<>();
        CueFinder finder = new CueFinder(Weights.none(4), 0.15f);
        for (int i = 0; i < articles.size(); i++) {
            Article a = articles.get(i);
            roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), examples);
        }
        System.err.println("role examples " + examples.size() + " with content out of reach " + lost);
        Store.write(out.resolve("roles.bin"), roles(examples, TIMES));
        List<List<Unseen>> folded = new ArrayList<>();
        CueFinder loose = new CueFinder(Weights.none(4), 0.08f);
        for (int k = 0; k < folds; k++) {
            List<ChainTrainer.Example> rest = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                if (i / folds % folds != k) {
                    Article a = articles.get(i);
                    roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), rest);
                }
            }
            FindingReader reader = new FindingReader(
                    loose,
                    new RoleFinder(roles(rest, 1).weights(), READINGS),
                    new ReadingChoice(Weights.none(1)),
                    new Confidence(Weights.none(1)),
                    0);
            List<Unseen> unseen = new ArrayList<>();
            folded.add(unseen);
            for (int i = 0; i < articles.size(); i++) {
                if (i / folds % folds == k) {
                    Article a = articles.get(i);
                    float[] c = cueness[i];
                    ReadingFeatures spans = new ReadingFeatures(a.passage, c);
                    reader.candidates(
                            a.passage, c, (p, cue, roles, readings) -> unseen.add(new Unseen(a, spans, cue, roles, readings)));
                }
            }
        }
        finish(folded, out);
    }

    /** Fits the choice among readings and the confidence in what is chosen to what was read in unseen articles, fold by fold. */
    static void finish(List<List<Unseen>> folds, Path out) throws Exception {
        List<ReadingTraining.Example> all = new ArrayList<>();
        List<int[]> features = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        folds.forEach(fold -> fold.forEach(u -> u.choice(all)));
        for (List<Unseen> fold : folds) {
            List<ReadingTraining.Example> others = new ArrayList<>();
            folds.stream().filter(f -> f != fold).forEach(f -> f.forEach(u -> u.choice(others)));
            ReadingChoice choice = new ReadingChoice(ReadingTraining.train(others).weights());
            fold.forEach(u -> u.finding(choice, features, right));
        }
        Store.write(out.resolve("readings.bin"), ReadingTraining.train(all));
        Store.write(out.resolve("confidence.bin"), ConfidenceTraining.train(features, right));
    }

    /** What a role model read in an article that it had not seen. */
    record Unseen(Article article, ReadingFeatures spans, Cue cue, RoleFinder.Roles roles, List<Reading> readings) {
        void choice(List<ReadingTraining.Example> into) {
            int right = article.right(cue, roles.window(), readings);
            if (right < 0 || readings.size() < 2) {
                return;
            }
            int[][] features = new int[readings.size()][];
            int[] buffer = new int[ReadingFeatures.MOST];
            for (int k = 0; k < features.length; k++) {
                int n = spans.of(cue, readings, k, buffer);
                features[k] = java.util.Arrays.copyOf(buffer, n);
            }
            into.add(new ReadingTraining.Example(features, right));
        }

        void finding(ReadingChoice choice, List<int[]> features, List<Boolean> right) {
            double[] chances = choice.probabilities(spans, cue, readings);
            int best = FindingReader.likeliest(chances);
            Finding f = FindingReader.finding(cue, readings.get(best));
            int[] buffer = new int[Confidence.MOST];
            int n = Confidence.features(article.passage, cue, roles, f, readings.size(), chances[best], buffer);
            features.add(java.util.Arrays.copyOf(buffer, n));
            right.add(article.holds(f));
        }
    }

    static LearnedWeights roles(List<ChainTrainer.Example> examples, int times) {
        return new ChainTrainer(Chain.ROLES, examples, 3)
                .fit(8, 0.15f, 1e-6f, 0.5f, times)
                .quantized(0.1f);
    }
}
