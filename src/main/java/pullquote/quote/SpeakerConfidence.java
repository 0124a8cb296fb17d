package pullquote.quote;

import pullquote.quote.Roster.Entry;

/**
 * Tells how likely a chosen speaker is the right one, under the name that a dispatch gives in full: a logistic regression
 * over how likely the choice was and how sure the name is.
 */
final class SpeakerConfidence {
    static final int MOST = 24;

    /** A speaker who was carried over to words with no cue of their own is right less often. */
    private static final double CONTINUED = 0.85;

    /** Of the sources that are found so many are right; the model has learned from known ones. */
    private static final double FOUND = 0.96;

    private final Weights weights;
    private final int[] buffer = new int[MOST];

    SpeakerConfidence(Weights weights) {
        this.weights = weights;
    }

    double of(SourcePhrase source, SpeakerCandidate c, double likelihood, boolean continued) {
        double odds = weights.score(buffer, features(source, c, likelihood, buffer));
        return FOUND * (continued ? CONTINUED : 1) / (1 + Math.exp(-odds));
    }

    static int features(SourcePhrase source, SpeakerCandidate c, double likelihood, int[] out) {
        Entry e = c.entry();
        int form = source.form;
        int kind = c.entries.size() > 1 ? 3 : e.kind;
        int odds = (int) Math.floor(Math.min(8, Math.log(likelihood / Math.max(1e-6, 1 - likelihood))) * 2);
        int words = Math.min(e.words().length, 4);
        int mentions = Math.min(e.mentions.size(), 4);
        int sure = Math.min(Math.max(c.state.surest, -20) / 20, 10);
        int named = source.named == e ? 2 : c.within >= 0 ? 1 : 0;
        int n = 0;
        out[n++] = Mix.of(6201, 0);
        out[n++] = Mix.of(6202, odds);
        out[n++] = Mix.of(6203, odds / 2);
        out[n++] = Mix.of(6204, odds / 4, named);
        out[n++] = Mix.of(6205, form, kind);
        out[n++] = Mix.of(6206, kind, words, named);
        out[n++] = Mix.of(6207, kind, words, mentions);
        out[n++] = Mix.of(6208, kind, sure);
        out[n++] = Mix.of(6209, kind, c.state.sureness / 60);
        out[n++] = Mix.of(6210, kind, Math.min(e.forms.size(), 3), words);
        out[n++] = Mix.of(6211, form, odds / 4);
        out[n++] = Mix.of(6212, kind, c.state.last < 0 ? 1 : 0, named);
        out[n++] = Mix.of(6213, kind, e.title.isPresent() ? 1 : 0, words);
        out[n++] = Mix.of(6214, kind, sure / 3, words);
        return n;
    }
}
