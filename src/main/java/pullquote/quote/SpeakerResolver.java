package pullquote.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Discourse.Candidate;
import pullquote.quote.Finding.Range;
import pullquote.quote.Roster.Entry;

/**
 * Tells who speaks: a log-linear model chooses among the entries of the roster that a source may stand for, and no one.
 * Goes through a passage in order of the sources.
 */
final class SpeakerResolver {
    /** A speaker is named who is at least this likely. */
    static final double LEAST = 0.45;

    /** From this likelihood on a pronoun tells the sex of whom it stands for. */
    private static final double SURE = 0.8;

    private static final Choice NO_ONE = new Choice(List.of(), null);

    private final Weights weights;
    private final Discourse discourse;
    private final int[] buffer = new int[SpeakerFeatures.MOST];

    /** Who speaks and why; no one where that is not sure. */
    record Choice(List<Entry> entries, @Nullable Speaker speaker) {}

    SpeakerResolver(Discourse discourse, Weights weights) {
        this.discourse = discourse;
        this.weights = weights;
    }

    /**
     * {@return who says what was found}
     *
     * @param inner whether it is held by the content of another attribution
     */
    Choice resolve(Finding f, boolean inner) {
        Range range = f.source();
        if (range == null) {
            return NO_ONE;
        }
        SourcePhrase source = new SourcePhrase(discourse.p, range, discourse.phrases.named(range));
        List<Candidate> candidates = discourse.candidates(source);
        SpeakerFeatures features = new SpeakerFeatures(discourse, source, f, inner, candidates);
        double all = Math.exp(weights.score(buffer, features.ofNone(buffer)));
        double none = all;
        double most = 0;
        Candidate best = null;
        for (Candidate c : candidates) {
            double weight = Math.exp(weights.score(buffer, features.of(c, buffer)));
            all += weight;
            if (weight > most) {
                most = weight;
                best = c;
            }
        }
        if (best == null || most <= none || most < LEAST * all) {
            discourse.spoke(List.of(), range.from());
            return NO_ONE;
        }
        double confidence = most / all;
        if (confidence > SURE && source.pronoun() && best.state.sex == '?' && best.entry().person) {
            best.state.sex = source.sex();
        }
        Speaker speaker =
                new Speaker(confidence, basis(source, best, f), SpeakerReasons.of(discourse, source, best, features));
        discourse.spoke(best.entries, range.from());
        return new Choice(best.entries, speaker);
    }

    private static Speaker.Basis basis(SourcePhrase source, Candidate c, Finding f) {
        if (f.continued()) {
            return Speaker.Basis.CONTINUED;
        }
        if (source.pronoun()) {
            return Speaker.Basis.PRONOUN;
        }
        if (source.form == SourcePhrase.NAME && (c.within >= 0 || c.entry() == source.named || c.entries.size() > 1)) {
            return Speaker.Basis.NAME;
        }
        return c.entry().person ? Speaker.Basis.DESCRIPTION : Speaker.Basis.ORGANIZATION;
    }
}
