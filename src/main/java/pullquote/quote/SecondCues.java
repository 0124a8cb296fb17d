package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Splits off what the same speaker says with a second verb: in <i>she noted the rise, adding: "We will pay"</i> the
 * quotation belongs to "adding", not to what was noted.
 */
final class SecondCues {
    private static final int WORDS = 4;

    /** How far before a quotation a participle that leads to it may stand. */
    private static final int REACH = 10;

    private static final Set<String> JOINTS = Set.of(",", "and", "but", "while", "then", "or", "--", "—", "–");

    private final Passage p;
    private final Acts acts;

    SecondCues(Passage p, Acts acts) {
        this.p = p;
        this.acts = acts;
    }

    List<Finding> split(List<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        for (Finding f : findings) {
            Finding rest = withoutOthers(f);
            for (Finding next = second(rest); next != null; next = second(rest)) {
                all.add(rest.with(before(rest, next)));
                rest = next;
            }
            all.add(rest);
        }
        return all;
    }

    /** What of a finding belongs to a verb of its own, or null where nothing does or nothing else would be left. */
    private @Nullable Finding second(Finding f) {
        Range source = f.source();
        Cue cue = f.cue();
        if (source == null || cue == null) {
            return null;
        }
        for (int k = 0; k < f.content().size(); k++) {
            Range r = f.content().get(k);
            for (int i = Math.max(r.from() - 1, 1); i < r.to(); i++) {
                int verb = p.state(i, 0) == Passage.OPENS ? verbBefore(i) : -1;
                if (verb < 0 && k > 0 && i < r.from() && p.tokens.sentenceOf(i) == p.tokens.sentenceOf(cue.from())) {
                    verb = participle(Math.max(cue.to(), i - REACH), i);
                }
                boolean leaves = k > 0 || verb > r.from() + 1;
                if (verb > 0 && leaves && !(verb >= cue.from() && verb < cue.to()) && i + WORDS < r.to()) {
                    List<Range> own = new ArrayList<>(List.of(new Range(i + 1, r.to())));
                    own.addAll(f.content().subList(k + 1, f.content().size()));
                    return new Finding(
                            Cue.of(p, verb, verb + 1, 0.5f),
                            source,
                            own,
                            null,
                            null,
                            f.confidence() * 0.8,
                            f.expressed(),
                            false,
                            "beside");
                }
            }
        }
        return null;
    }

    /** The "suggesting" of <i>she said, suggesting some questions, including "…"</i>, or -1. */
    private int participle(int from, int open) {
        for (int i = open - 2; i > from; i--) {
            boolean known = p.tag(i) == Tags.VERB
                    && p.tokens.word(i).endsWith("ing")
                    && acts.knows(acts.lemma(p.tokens.word(i)));
            if (known && p.tokens.is(i - 1, ',')) {
                return i;
            }
        }
        return -1;
    }

    /** A cue without a speaker does not reach over the speaker of another quotation. */
    private Finding withoutOthers(Finding f) {
        Cue cue = f.cue();
        Range first = f.content().get(0);
        if (cue == null || f.source() != null || f.content().size() < 2 || first.to() > cue.from() - 2) {
            return f;
        }
        int quote = p.quotes.quoteOf(first.to() - 1);
        int after = quote < 0 ? p.size : p.quotes.close(quote) + 1;
        boolean others = after < cue.from() && (p.tag(after) == Tags.PROPN || p.tag(after) == Tags.PRON);
        return others ? f.with(f.content().subList(1, f.content().size())) : f;
    }

    /** The reporting verb that leads to a quotation and shares its subject with one before it, or -1. */
    private int verbBefore(int open) {
        int i = open - 1;
        if (p.tokens.is(i, ':') || p.tokens.is(i, ',')) {
            i--;
        }
        if (i < 2 || p.tag(i) != Tags.VERB || !acts.knows(acts.lemma(p.tokens.word(i)))) {
            return -1;
        }
        int joint = i - 1;
        while (joint > 1 && p.tag(joint) == Tags.ADV) {
            joint--;
        }
        boolean joins = JOINTS.contains(NameFinder.lower(p, joint));
        return joins && p.tokens.sentenceOf(joint) == p.tokens.sentenceOf(i) ? i : -1;
    }

    private List<Range> before(Finding f, Finding next) {
        Cue cue = next.cue();
        int end = cue == null ? next.first() : cue.from();
        List<Range> left = new ArrayList<>();
        for (Range r : f.content()) {
            int to = Math.min(r.to(), end);
            while (to > r.from()
                    && to >= end - 4
                    && (Reading.trims(p, to - 1)
                            || (r.to() > end && p.tag(to - 1) == Tags.ADV)
                            || JOINTS.contains(NameFinder.lower(p, to - 1)))) {
                to--;
            }
            if (r.from() < to && r.from() < end) {
                left.add(new Range(r.from(), to));
            }
        }
        return left.isEmpty() ? List.of(f.content().get(0)) : left;
    }
}
