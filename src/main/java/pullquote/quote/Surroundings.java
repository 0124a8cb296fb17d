package pullquote.quote;

import java.util.List;

/**
 * How a candidate stands to those near it: whether what it attributes lies within what another attributes, holds it, or
 * gets in its way.
 */
final class Surroundings {
    /** Candidates before and after that are looked at. */
    private static final int NEAR = 4;

    private final List<Candidate> all;
    private final List<Finding> findings;

    /** The surest cue of a candidate that holds this one, that it holds, that it clashes with, in steps; 0 where none. */
    private int outer;

    private int inner;
    private int clash;
    private boolean weaker;
    private boolean relays;

    /** @param all the candidates of a passage that are worth a look, in order */
    Surroundings(List<Candidate> all) {
        this.all = all;
        findings = all.stream().map(Candidate::finding).toList();
    }

    Finding finding(int i) {
        return findings.get(i);
    }

    /** Turns to a candidate; what follows is about it. */
    void turnTo(int i) {
        outer = 0;
        inner = 0;
        clash = 0;
        weaker = false;
        relays = false;
        Finding f = findings.get(i);
        float own = all.get(i).cue().probability();
        for (int j = Math.max(0, i - NEAR); j < Math.min(all.size(), i + NEAR + 1); j++) {
            if (j == i) {
                continue;
            }
            Finding g = findings.get(j);
            float probability = all.get(j).cue().probability();
            int step = probability < 0.5f ? 1 : probability < 0.8f ? 2 : probability < 0.95f ? 3 : 4;
            if (g.holds(f)) {
                outer = Math.max(outer, step);
            } else if (f.holds(g)) {
                inner = Math.max(inner, step);
                relays |= f.size() - g.size() <= 2;
            } else if (f.clashes(g)) {
                clash = Math.max(clash, step);
                weaker |= probability > own;
            }
        }
    }

    /** Appends the features of the candidate turned to and returns how many there are then. */
    int features(Passage p, Cue cue, int[] out, int from) {
        int n = from;
        int word = p.word(cue.head());
        int sure = cue.probability() < 0.5f ? 1 : cue.probability() < 0.8f ? 2 : cue.probability() < 0.95f ? 3 : 4;
        int quoted = p.quotes.quoteOf(cue.from()) >= 0 ? 1 : 0;
        out[n++] = Mix.of(3030, outer, inner, clash);
        out[n++] = Mix.of(3031, outer, quoted, sure);
        out[n++] = Mix.of(3032, clash, sure, weaker ? 1 : 0);
        out[n++] = Mix.of(3033, outer, word);
        out[n++] = Mix.of(3034, inner, relays ? 1 : 0, word);
        out[n++] = Mix.of(3035, outer, quoted, p.tag(cue.head()));
        out[n++] = Mix.of(3036, quoted, word);
        return n;
    }
}
