package pullquote.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.Roster.Entry;

/**
 * Tells who speaks: a log-linear model chooses among the entries of the roster that a source may stand for, and no one.
 * Goes through a passage in order of the sources.
 */
final class SpeakerResolver {
    /** A speaker is chosen who is at least this likely. */
    private static final double LIKELY = 0.42;

    /** A speaker is named who is at least this likely to be right under this name. */
    private static final double LEAST = 0.2;

    /** What "they" gains as those who were last named together: too few are known to learn it from. */
    private static final double TOGETHER = 3;

    /** From this likelihood on a pronoun tells the sex of whom it stands for. */
    private static final double SURE = 0.8;

    private static final Choice NO_ONE = new Choice(List.of(), null, null, 0);

    private final Weights weights;
    private final SpeakerConfidence confidence;
    private final Discourse discourse;
    private final int[] buffer = new int[SpeakerFeatures.MOST];

    /** Who speaks and why, and how likely the choice was; no one where that is not sure. */
    record Choice(
            List<Entry> entries,
            @Nullable Speaker speaker,
            @Nullable SpeakerCandidate candidate,
            double likelihood) {}

    /**
     * @param weights of the choice
     * @param confidence of the likelihood that a choice is right
     */
    SpeakerResolver(Discourse discourse, Weights weights, Weights confidence) {
        this.discourse = discourse;
        this.weights = weights;
        this.confidence = new SpeakerConfidence(confidence);
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
        SourcePhrase source = discourse.phrase(range);
        List<SpeakerCandidate> candidates = discourse.candidates(source);
        SpeakerFeatures features = new SpeakerFeatures(discourse, source, f, inner, candidates);
        double all = Math.exp(weights.score(buffer, features.ofNone(buffer)));
        double most = 0;
        SpeakerCandidate best = null;
        for (SpeakerCandidate c : candidates) {
            boolean together = c.entries.size() > 1 && source.form == SourcePhrase.THEY;
            double weight = Math.exp(weights.score(buffer, features.of(c, buffer)) + (together ? TOGETHER : 0));
            all += weight;
            if (weight > most) {
                most = weight;
                best = c;
            }
        }
        if (best == null || most < LIKELY * all) {
            discourse.spoke(List.of(), source);
            return NO_ONE;
        }
        double likelihood = most / all;
        if (likelihood > SURE && source.pronoun() && best.state.sex == '?' && best.entry().person) {
            best.state.sex = source.sex();
        }
        double right = confidence.of(source, best, likelihood, f.continued());
        Speaker speaker =
                new Speaker(right, basis(source, best, f), SpeakerReasons.of(discourse, source, best, features));
        discourse.spoke(best.entries, source);
        return right < LEAST
                ? new Choice(List.of(), null, best, likelihood)
                : new Choice(best.entries, speaker, best, likelihood);
    }

    private static Speaker.Basis basis(SourcePhrase source, SpeakerCandidate c, Finding f) {
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
