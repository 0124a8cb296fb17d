package pullquote.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Puts the halves of a statement together that its attribution was inserted into: in <i>The plant, according to its
 * owner, has never closed</i> the subject stands before the cue and its verb after it.
 */
final class InsertedCues {
    private final Passage p;
    private final boolean[] taken;

    InsertedCues(Passage p, List<Finding> findings) {
        this.p = p;
        taken = new boolean[p.size];
        findings.forEach(f -> f.mark(taken));
    }

    List<Finding> complete(List<Finding> findings) {
        return findings.stream().map(this::complete).toList();
    }

    private Finding complete(Finding f) {
        Cue cue = f.cue();
        Range source = f.source();
        if (cue == null || source == null || f.content().size() != 1) {
            return f;
        }
        Range half = f.content().get(0);
        int from = Math.min(cue.lead() < 0 ? cue.from() : cue.lead(), source.from());
        int to = Math.max(cue.to(), source.to());
        int begin = p.tokens.sentenceStart(p.tokens.sentenceOf(cue.from()));
        int end = p.tokens.sentenceEnd(p.tokens.sentenceOf(cue.from()));
        if (half.from() >= begin && half.to() <= from && isInserted(half.to(), from) && !hasVerb(half)) {
            Range rest = after(to, end);
            return rest == null ? f : f.with(List.of(half, rest));
        }
        if (half.from() >= to && half.to() <= end && startsWithVerb(half.from())) {
            Range first = before(begin, from);
            return first == null ? f : f.with(List.of(first, half));
        }
        return f;
    }

    /** Whether a comma and nothing but marks stands between a half and the attribution. */
    private boolean isInserted(int halfEnd, int from) {
        return halfEnd < from && p.tokens.is(halfEnd, ',') && Reading.onlyMarks(p, halfEnd, from);
    }

    /** What follows an attribution and the comma that ends it, where that begins with a verb. */
    private @Nullable Range after(int to, int end) {
        int from = to;
        // "said on Monday," still belongs to the attribution
        while (from < end && from - to < 6 && !p.tokens.is(from, ',')) {
            from++;
        }
        if (from >= end || !p.tokens.is(from, ',') || !startsWithVerb(from + 1)) {
            return null;
        }
        int last = end;
        while (last > from + 1 && Reading.trims(p, last - 1)) {
            last--;
        }
        return last > from + 2 && isFree(from + 1, last) ? new Range(from + 1, last) : null;
    }

    /** What stands before an attribution and its comma up to the start of the sentence, where that has no verb. */
    private @Nullable Range before(int begin, int from) {
        int to = from;
        while (to > begin && Reading.trims(p, to - 1)) {
            to--;
        }
        Range first = new Range(begin, to);
        boolean inserted = to > begin && isInserted(to, from);
        return inserted && isFree(begin, to) && !hasVerb(first) && p.quotes.quoteOf(begin) < 0 ? first : null;
    }

    private boolean startsWithVerb(int i) {
        int at = i;
        while (at < p.size && at - i < 2 && p.tag(at) == Tags.ADV) {
            at++;
        }
        return at < p.size && (p.tag(at) == Tags.AUX || p.tag(at) == Tags.VERB);
    }

    private boolean hasVerb(Range r) {
        for (int i = r.from(); i < r.to(); i++) {
            if (p.tag(i) == Tags.AUX || p.tag(i) == Tags.VERB) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }
}
