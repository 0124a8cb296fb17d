package pullquote.quote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fits the cue and role models to the articles. */
final class Training {
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

    static Weights cues(List<Article> articles, int epochs) {
        List<ChainTrainer.Example> examples = new ArrayList<>();
        articles.forEach(a -> examples.addAll(List.of(cueExamples(a))));
        return new ChainTrainer(Chain.CUE, examples, 3)
                .fit(epochs, 0.15f, 1e-6f, 0.5f, 7)
                .quantized(0.05f);
    }

    /** One example for a cue, right or wrong; null where its gold roles lie outside the window. */
    static ChainTrainer.Example roleExample(Passage p, Cue cue, Article.Marked gold, RoleFeatures f, Between b) {
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
        int[] states = new int[length];
        boolean seen = false;
        for (int i = 0; i < length; i++) {
            if (i > 0 && label[i - 1] == 1 && label[i] != 1) {
                seen = true;
            }
            if (seen && label[i] == 1) {
                label[i] = 0;
            }
            states[i] = seen ? label[i] == 2 ? 4 : 3 : label[i] == 2 ? 1 : label[i] == 1 ? 2 : 0;
        }
        f.turnTo(cue.from(), cue.to(), cue.head());
        b.turnTo(cue.from(), cue.to());
        int[] buffer = new int[RoleFeatures.MOST];
        int[][] tokens = new int[length][];
        for (int i = 0; i < length; i++) {
            int token = w.from() + i;
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
            CueFinder finder = new CueFinder(cues(rest, 8), 0.2f);
            for (int i = k; i < articles.size(); i += folds) {
                cueness[i] = finder.cueness(articles.get(i).passage);
            }
        }
        Store.write(out.resolve("cues.bin"), cues(articles, 8));
        List<ChainTrainer.Example> examples = new ArrayList<>();
        CueFinder finder = new CueFinder(new Weights(4, 4, 1), 0.15f);
        for (int i = 0; i < articles.size(); i++) {
            Article a = articles.get(i);
            roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), examples);
        }
        System.err.println("role examples " + examples.size() + " with content out of reach " + lost);
        Store.write(out.resolve("roles.bin"), roles(examples));
        List<int[]> features = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        CueFinder loose = new CueFinder(new Weights(4, 4, 1), 0.08f);
        for (int k = 0; k < 2; k++) {
            List<ChainTrainer.Example> half = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                if ((i >> 2 & 1) != k) {
                    Article a = articles.get(i);
                    roleExamples(a, cueness[i], finder.cues(a.passage, cueness[i]), half);
                }
            }
            FindingReader reader = new FindingReader(loose, new RoleFinder(roles(half)), new Confidence(new Weights(1, 4, 1)), 0);
            for (int i = 0; i < articles.size(); i++) {
                if ((i >> 2 & 1) == k) {
                    Article a = articles.get(i);
                    reader.candidates(a.passage, cueness[i], (f, hashes, n) -> {
                        features.add(java.util.Arrays.copyOf(hashes, n));
                        right.add(a.holds(f));
                    });
                }
            }
        }
        Store.write(out.resolve("confidence.bin"), ConfidenceTraining.train(features, right));
    }

    private static Weights roles(List<ChainTrainer.Example> examples) {
        return new ChainTrainer(Chain.ROLES, examples, 3)
                .fit(8, 0.15f, 1e-6f, 0.5f, 7)
                .quantized(0.1f);
    }
}
