package pullquote.quote;

import pullquote.quote.Finding.Range;

/**
 * How sure a finding is: the probability that content and source are right, learned from findings on text the other
 * models had not seen. Its inputs are what those models said, in steps, and the kind of cue and content.
 */
final class Confidence {
    static final int MOST = 40;

    private final Weights weights;

    Confidence(Weights weights) {
        this.weights = weights;
    }

    double of(int[] features, int count) {
        return 1 / (1 + Math.exp(-weights.score(features, count)));
    }

    /**
     * Writes the features of a candidate and returns how many.
     *
     * @param around those near it, turned to this one
     */
    static int features(Passage p, Candidate candidate, Finding f, Surroundings around, int[] out) {
        Cue cue = candidate.cue();
        RoleFinder.Roles roles = candidate.roles();
        int n = 0;
        int base = roles.window().from();
        int c = step(cue.probability());
        float least = 1;
        double sum = 0;
        int tokens = 0;
        int inside = 0;
        for (Range r : f.content()) {
            for (int i = r.from(); i < r.to(); i++) {
                least = Math.min(least, roles.contentSureness()[i - base]);
                sum += roles.contentSureness()[i - base];
                tokens++;
                inside += p.quotes.quoteOf(i) >= 0 ? 1 : 0;
            }
        }
        int mean = step((float) (sum / tokens));
        int low = step(least);
        int quoted = inside == 0 ? 0 : inside == tokens ? 2 : 1;
        int length = 32 - Integer.numberOfLeadingZeros(tokens);
        Range source = f.source();
        float sourceSum = 0;
        float sourceLeast = 1;
        if (source != null) {
            for (int i = source.from(); i < source.to(); i++) {
                sourceSum += roles.sourceSureness()[i - base];
                sourceLeast = Math.min(sourceLeast, roles.sourceSureness()[i - base]);
            }
            sourceSum /= source.to() - source.from();
        }
        int s = source == null ? 20 : step(sourceSum);
        int sl = source == null ? 20 : step(sourceLeast);
        int at = cue.head() + Passage.MARGIN;
        int word = p.words[at];
        int first = f.first();
        out[n++] = Mix.of(3000, c);
        out[n++] = Mix.of(3001, mean);
        out[n++] = Mix.of(3002, low);
        out[n++] = Mix.of(3003, s);
        out[n++] = Mix.of(3004, sl);
        out[n++] = Mix.of(3005, c, mean);
        out[n++] = Mix.of(3006, c, s);
        out[n++] = Mix.of(3007, mean, s);
        out[n++] = Mix.of(3008, quoted, c);
        out[n++] = Mix.of(3009, quoted, mean);
        out[n++] = Mix.of(3010, length, quoted);
        out[n++] = Mix.of(3011, word);
        out[n++] = Mix.of(3012, p.clusters[at], p.tags[at]);
        out[n++] = Mix.of(3013, word, source == null ? 0 : 1);
        out[n++] = Mix.of(3014, f.content().size(), first < cue.from() ? 0 : 1, quoted);
        out[n++] = Mix.of(3015, Math.min(4, Math.abs(first - cue.to())), c);
        out[n++] = Mix.of(3016, p.words[first + Passage.MARGIN], first < cue.from() ? 0 : 1);
        out[n++] = Mix.of(3017, p.tags[first + Passage.MARGIN], p.tags[at]);
        out[n++] = Mix.of(3018, Math.min(cue.to() - cue.from(), 6), c);
        out[n++] = Mix.of(3019, p.tags[at], p.suffixes[at]);
        out[n++] = Mix.of(3020, source == null ? 0 : p.words[source.from() + Passage.MARGIN]);
        out[n++] = Mix.of(3021, source == null ? 0 : p.tags[source.to() - 1 + Passage.MARGIN], p.tags[at]);
        out[n++] = Mix.of(3022, source == null ? 0 : p.clusters[source.to() - 1 + Passage.MARGIN]);
        out[n++] = Mix.of(3023, low, length);
        int picked = step((float) candidate.chance()) + (candidate.readings().size() == 1 ? 100 : 0);
        out[n++] = Mix.of(3024, picked);
        out[n++] = Mix.of(3025, picked, c);
        out[n++] = Mix.of(3026, picked, quoted);
        if (source != null) {
            int head = head(p, source) + Passage.MARGIN;
            out[n++] = Mix.of(3027, p.words[head]);
            out[n++] = Mix.of(3028, p.clusters[head], word);
            out[n++] = Mix.of(3029, p.shapes[head] * 32 + p.tags[head], word);
        }
        return around.features(p, cue, out, n);
    }

    /** The last noun before what qualifies it: in <i>the clock on the tower</i> the clock. */
    private static int head(Passage p, Range source) {
        int head = source.to() - 1;
        for (int i = source.to() - 1; i > source.from(); i--) {
            if (p.tag(i) == Tags.ADP || p.tokens.is(i, ',')) {
                head = i - 1;
            }
        }
        return head;
    }

    /** Probabilities in steps that are finer near 0 and 1. */
    private static int step(float probability) {
        double q = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
        return (int) Math.round(2 * Math.log(q / (1 - q))) + 30;
    }
}
