package pullquote.quote;

import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Tells by a learned model which entries of a roster are the names of someone, of a body or of a place, and worth a row. */
final class NameListing {
    /** A sum of weights holds no more. */
    static final int MOST = Weights.FEW;

    /** How many features come after those of a name's words. */
    private static final int LAST = 3;

    /** What an entry has to score, by kind, where 0 is as likely right as wrong: of organisations too few are found. */
    private static final double[] LEAST = {0, -0.2, 0};

    private final Weights weights;
    private final Lexicon words;

    NameListing(Weights weights, Lexicon words) {
        this.weights = weights;
        this.words = words;
    }

    boolean lists(Passage p, Entry e) {
        int[] buffer = new int[MOST];
        return weights.score(buffer, features(p, e, words, buffer)) >= LEAST[e.kind];
    }

    static int features(Passage p, Entry e, Lexicon words, int[] out) {
        int best = Integer.MIN_VALUE;
        int sum = 0;
        Name fullest = e.mentions.get(0);
        Name first = fullest;
        for (Name n : e.mentions) {
            best = Math.max(best, n.margin());
            sum += n.margin();
            fullest = n.length() > fullest.length() ? n : fullest;
            first = n.from() < first.from() ? n : first;
        }
        int kind = e.kind;
        int many = Math.min(e.mentions.size(), 4);
        int length = Math.min(fullest.length(), 5);
        int sure = bucket(best);
        int shape = p.shape(fullest.from());
        int n = 0;
        out[n++] = Mix.of(5000, kind);
        out[n++] = Mix.of(5001, kind, sure);
        out[n++] = Mix.of(5002, kind, bucket(sum / e.mentions.size()));
        out[n++] = Mix.of(5003, kind, bucket(sum));
        out[n++] = Mix.of(5004, kind, many, length);
        out[n++] = Mix.of(5005, kind * 8 + many, sure, length);
        out[n++] = Mix.of(5006, kind, shape, length);
        out[n++] = Mix.of(5007, kind * 8 + many, shape, sure / 3);
        out[n++] = Mix.of(5008, kind, p.word(fullest.to() - 1));
        out[n++] = Mix.of(5009, kind, p.word(fullest.from()));
        out[n++] = Mix.of(5010, kind, p.words[first.from() - 1 + Passage.MARGIN]);
        out[n++] = Mix.of(5011, kind, p.words[first.to() + Passage.MARGIN]);
        out[n++] = Mix.of(5012, kind, Math.min(e.forms.size(), 3), many);
        out[n++] = Mix.of(5013, kind, e.title.isPresent() ? 1 : 0, sure);
        out[n++] = Mix.of(
                5014, kind, p.tokens.sentenceStart(p.tokens.sentenceOf(first.from())) == first.from() ? 1 : 0, many);
        out[n++] = Mix.of(5015, kind, Lexicon.coarse(words.find(p.word(fullest.to() - 1))));
        out[n++] = Mix.of(5016, kind, Lexicon.coarse(words.find(p.word(fullest.from()))), length);
        out[n++] = Mix.of(5017, kind, Lexicon.tag(words.find(p.word(fullest.to() - 1))));
        out[n++] = Mix.of(5018, kind, Lexicon.cluster(words.find(p.word(fullest.to() - 1))));
        int begin = words.find(p.word(fullest.from()));
        int end = words.find(p.word(fullest.to() - 1));
        out[n++] = Mix.of(5023, kind * 8 + length, Lexicon.coarse(begin), Lexicon.coarse(end));
        out[n++] = Mix.of(5024, kind * 8 + length, Lexicon.tag(begin));
        out[n++] = Mix.of(5025, kind * 8 + length, Lexicon.cluster(begin));
        boolean joined = false;
        boolean digit = false;
        for (int i = fullest.from(); i < fullest.to(); i++) {
            joined |= p.tokens.is(i, "and") || p.tokens.is(i, "of");
            digit |= p.shape(i) == Passage.NUMBER || p.shape(i) == Passage.MIXED;
            if (n < MOST - LAST && fullest.length() > 1) {
                out[n++] = Mix.of(5019, kind, p.word(i));
            }
        }
        out[n++] = Mix.of(5022, kind, words.find(NameFeatures.phrase(p, fullest.from(), fullest.to())) != 0 ? 1 : 0);
        out[n++] = Mix.of(5020, kind, joined ? 1 : 0, digit ? 1 : 0);
        out[n++] =
                Mix.of(5021, kind, p.shapes[first.from() - 1 + Passage.MARGIN], p.shapes[first.to() + Passage.MARGIN]);
        return n;
    }

    private static int bucket(int margin) {
        int steps = Math.abs(margin) / 20;
        return margin < 0 ? -Math.min(steps, 10) : Math.min(steps < 20 ? steps : 20 + steps / 10, 30);
    }
}
