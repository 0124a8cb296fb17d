package pullquote.quote;

import java.util.HashSet;
import java.util.Set;

/**
 * Gives each token its part of speech, left to right, by a learned linear model. Far from a treebank tagger's care, and
 * fast: what the span models need is clause and noun phrase edges.
 */
final class Tagger {
    static final int MOST = 24;
    static final int CLASSES = Tags.NAMES.size();

    private final Weights weights;

    Tagger(Weights weights) {
        this.weights = weights;
    }

    void tag(Passage p) {
        int[] features = new int[MOST];
        int[] scores = new int[CLASSES];
        long[] sum = new long[weights.width()];
        for (int i = 0; i < p.size; i++) {
            int only = p.tag(i);
            int sure = only > 0 ? only : sure(p, i);
            if (sure > 0) {
                p.tags[i + Passage.MARGIN] = sure;
                continue;
            }
            int n = features(p, i, features);
            java.util.Arrays.fill(sum, 0);
            weights.add(features, n, sum, 0);
            weights.read(sum, 0, scores, 0);
            int best = 1;
            for (int k = 2; k < CLASSES; k++) {
                if (scores[k] > scores[best]) {
                    best = k;
                }
            }
            p.tags[i + Passage.MARGIN] = best;
        }
        recallNames(p);
    }

    private static boolean isOpen(int tag) {
        return tag == Tags.VERB || tag == Tags.NOUN || tag == Tags.ADJ || tag == Tags.ADV;
    }

    /**
     * A capital at a sentence's start says little; where the same word stands capitalised within a sentence and never
     * in lower case, it is a name there too.
     */
    private static void recallNames(Passage p) {
        // only words that may be names after all are looked up; a bit for each tells most others apart
        Set<Integer> doubtful = new HashSet<>();
        long[] bits = new long[16];
        for (int i = 0; i < p.size; i++) {
            if (p.shape(i) == Passage.CAPITALIZED && isOpen(p.tag(i))) {
                doubtful.add(p.word(i));
                bits[p.word(i) >>> 6 & 15] |= 1L << p.word(i);
            }
        }
        Set<Integer> names = new HashSet<>();
        Set<Integer> common = new HashSet<>();
        for (int i = 0; i < p.size; i++) {
            int word = p.word(i);
            if ((bits[word >>> 6 & 15] >>> word & 1) == 0 || !doubtful.contains(word)) {
                continue;
            }
            if (p.shape(i) == Passage.LOWER) {
                common.add(word);
            } else if (p.shape(i) == Passage.CAPITALIZED
                    && ((p.tag(i) == Tags.PROPN && !starts(p, i))
                            || (p.shape(i + 1) == Passage.CAPITALIZED && p.tag(i + 1) == Tags.PROPN))) {
                names.add(word);
            }
        }
        for (int i = 0; i < p.size; i++) {
            int tag = p.tag(i);
            if (isOpen(tag)
                    && p.shape(i) == Passage.CAPITALIZED
                    && names.contains(p.word(i))
                    && !common.contains(p.word(i))) {
                p.tags[i + Passage.MARGIN] = Tags.PROPN;
            }
            if (tag == Tags.PRON
                    && p.shape(i) == Passage.CAPITALIZED
                    && p.shape(i + 1) == Passage.CAPITALIZED
                    && p.tag(i + 1) == Tags.PROPN
                    && p.tokens.is(i, "he")) {
                p.tags[i + Passage.MARGIN] = Tags.PROPN;
            }
        }
    }

    private static boolean starts(Passage p, int i) {
        return p.tokens.sentenceStart(p.tokens.sentenceOf(i)) == i || p.shape(i - 1) == Passage.MARK;
    }

    /** {@return the tag of a token that needs no model, or 0} */
    static int sure(Passage p, int i) {
        int shape = p.shape(i);
        char first = p.tokens.first(i);
        if ((first == '\'' || first == '’') && p.tokens.isWord(i)) {
            return Tags.PART;
        }
        return shape == Passage.MARK ? Tags.PUNCT : shape == Passage.NUMBER ? Tags.NUM : 0;
    }

    /** Writes the features of a token whose left neighbours are tagged. */
    static int features(Passage p, int i, int[] out) {
        int at = i + Passage.MARGIN;
        int[] w = p.words;
        int[] t = p.tags;
        int[] s = p.shapes;
        int n = 0;
        out[n++] = Mix.of(2000, w[at]);
        out[n++] = Mix.of(2001, w[at], t[at - 1]);
        out[n++] = Mix.of(2002, w[at], w[at + 1]);
        out[n++] = Mix.of(2003, w[at - 1], w[at]);
        out[n++] = Mix.of(2004, w[at - 1]);
        out[n++] = Mix.of(2005, w[at + 1]);
        out[n++] = Mix.of(2006, w[at + 2], t[at - 1]);
        out[n++] = Mix.of(2007, t[at - 1], t[at - 2]);
        out[n++] = Mix.of(2008, p.suffixes[at], s[at]);
        out[n++] = Mix.of(2009, p.suffixes[at], t[at - 1]);
        out[n++] = Mix.of(2010, p.prefixes[at]);
        out[n++] = Mix.of(2011, s[at], s[at - 1], s[at + 1]);
        out[n++] = Mix.of(2012, p.clusters[at], t[at - 1]);
        out[n++] = Mix.of(2013, p.clusters[at], p.clusters[at + 1]);
        out[n++] = Mix.of(2014, p.suffixes[at], p.suffixes[at + 1]);
        out[n++] = Mix.of(2015, p.suffixes[at], w[at + 1], t[at - 1]);
        return n;
    }
}
