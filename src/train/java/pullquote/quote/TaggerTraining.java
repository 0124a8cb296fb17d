package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import pullquote.text.Tokens;

/** Distils OpenNLP's part-of-speech model (Apache licence) into a small fast one, over running news copy. */
final class TaggerTraining {
    private static final int ENOUGH = 12;
    private static final double ALWAYS = 0.995;

    private TaggerTraining() {}

    static byte[] silver(POSTaggerME tagger, Passage p) {
        byte[] tags = new byte[p.size];
        Tokens t = p.tokens;
        for (int s = 0; s < t.sentences(); s++) {
            int from = t.sentenceStart(s);
            int to = t.sentenceEnd(s);
            List<String> words = new ArrayList<>();
            int[] at = new int[to - from];
            int capitals = 0;
            int letters = 0;
            for (int i = from; i < to; i++) {
                at[i - from] = words.size();
                String word = t.kind(i) == Tokens.DOUBLE_QUOTE ? "\"" : t.word(i).replace('’', '\'');
                int apostrophe = word.indexOf('\'');
                int hyphen = word.lastIndexOf('-');
                if (t.isWord(i)) {
                    letters++;
                    capitals += p.shape(i) == Passage.LOWER ? 0 : 1;
                }
                // the teacher learnt from text that splits contractions and hyphens
                if (word.endsWith("n't") && word.length() > 3) {
                    words.add(word.substring(0, word.length() - 3));
                    words.add("n't");
                } else if (apostrophe > 0 && t.isWord(i)) {
                    words.add(word.substring(0, apostrophe));
                    words.add(word.substring(apostrophe));
                } else if (hyphen > 0 && hyphen < word.length() - 1 && p.shape(i) == Passage.LOWER) {
                    words.add(word.substring(hyphen + 1));
                } else {
                    words.add(word);
                }
            }
            String[] found = tagger.tag(words.toArray(new String[0]));
            boolean headline = capitals * 2 > letters;
            for (int i = from; i < to; i++) {
                int sure = Tagger.sure(p, i);
                int tag = Math.max(0, Tags.NAMES.indexOf(found[at[i - from]]));
                boolean inside = i > from && p.shape(i - 1) != Passage.MARK && !headline;
                boolean capital = p.shape(i) == Passage.CAPITALIZED || p.shape(i) == Passage.CAPITALS;
                if (inside && capital && (tag == Tags.NOUN || tag == Tags.VERB || tag == Tags.ADV || tag == 7 || tag == 17)) {
                    tag = Tags.PROPN;
                }
                tags[i] = (byte) (sure > 0 ? sure : tag);
            }
        }
        return tags;
    }

    /** The lexicon with the tags of words that the teacher, wherever they are written small, gives one and the same. */
    static Lexicon onlyTags(Lexicon lexicon, List<Passage> passages, List<byte[]> silver) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int e = 0; e < lexicon.size(); e++) {
            places.put(lexicon.word(e), e);
        }
        int[][] counts = new int[lexicon.size()][Tagger.CLASSES];
        for (int d = 0; d < passages.size(); d++) {
            Passage p = passages.get(d);
            for (int i = 0; i < p.size; i++) {
                int entry = p.shape(i) == Passage.LOWER && p.tokens.isWord(i) ? places.getOrDefault(p.word(i), -1) : -1;
                if (entry >= 0) {
                    counts[entry][silver.get(d)[i]]++;
                }
            }
        }
        byte[] only = new byte[lexicon.size()];
        for (int e = 0; e < only.length; e++) {
            int all = Arrays.stream(counts[e]).sum();
            for (int k = 1; k < Tagger.CLASSES; k++) {
                if (all >= ENOUGH && counts[e][k] >= ALWAYS * all) {
                    only[e] = (byte) k;
                }
            }
        }
        return lexicon.withTags(only);
    }

    static POSTaggerME teacher(String modelResource) throws Exception {
        try (var in = TaggerTraining.class.getResourceAsStream(modelResource)) {
            return new POSTaggerME(new POSModel(in), POSTagFormat.UD);
        }
    }

    /** Averaged perceptron over greedy tagging with the student's own left context. */
    static LearnedWeights train(List<Passage> passages, List<byte[]> silver, int epochs, int atLeast) {
        Dictionary dictionary = new Dictionary();
        List<boolean[]> known = new ArrayList<>();
        int[] features = new int[Tagger.MOST];
        for (int d = 0; d < passages.size(); d++) {
            Passage p = passages.get(d);
            boolean[] only = new boolean[p.size];
            for (int i = 0; i < p.size; i++) {
                only[i] = p.tag(i) > 0;
                p.tags[i + Passage.MARGIN] = silver.get(d)[i];
            }
            known.add(only);
            for (int i = 0; i < p.size; i++) {
                int n = Tagger.features(p, i, features);
                for (int f = 0; f < n; f++) {
                    dictionary.count(features[f]);
                }
            }
        }
        int[] hashes = dictionary.number(atLeast);
        int classes = Tagger.CLASSES;
        float[] weights = new float[hashes.length * classes];
        float[] sums = new float[weights.length];
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < passages.size(); d++) {
            order.add(d);
        }
        Random random = new Random(1);
        int step = 1;
        float[] scores = new float[classes];
        for (int epoch = 0; epoch < epochs; epoch++) {
            java.util.Collections.shuffle(order, random);
            long wrong = 0;
            long all = 0;
            for (int d : order) {
                Passage p = passages.get(d);
                for (int i = 0; i < p.size; i++) {
                    int gold = silver.get(d)[i];
                    if (known.get(d)[i] || Tagger.sure(p, i) > 0) {
                        p.tags[i + Passage.MARGIN] = gold;
                        continue;
                    }
                    int n = Tagger.features(p, i, features);
                    int[] found = dictionary.numbers(features, n);
                    Arrays.fill(scores, 0);
                    for (int f : found) {
                        for (int k = 1; k < classes; k++) {
                            scores[k] += weights[f * classes + k];
                        }
                    }
                    int best = 1;
                    for (int k = 2; k < classes; k++) {
                        best = scores[k] > scores[best] ? k : best;
                    }
                    all++;
                    if (best != gold && gold > 0) {
                        wrong++;
                        for (int f : found) {
                            weights[f * classes + gold] += 1;
                            weights[f * classes + best] -= 1;
                            sums[f * classes + gold] += step;
                            sums[f * classes + best] -= step;
                        }
                    }
                    p.tags[i + Passage.MARGIN] = best;
                    step++;
                }
            }
            System.err.printf("  tagger epoch %d agrees %.4f%n", epoch, 1 - wrong / (double) all);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= sums[i] / step;
            weights[i] *= 0.1f;
        }
        return ChainTrainer.quantized(hashes, weights, classes, 0.12f);
    }
}
