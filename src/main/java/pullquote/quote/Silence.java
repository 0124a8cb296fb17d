package pullquote.quote;

import java.util.Set;
import pullquote.quote.Finding.Range;

/** Knows what reads like a statement and is none: what clocks and photographs show, whom someone called on. */
final class Silence {
    private final Set<String> silent;

    Silence(WordLists lists) {
        silent = lists.section("silent");
    }

    /** {@return whether no one says anything in a finding} */
    boolean isSilent(Passage p, Finding f) {
        Range source = f.source();
        Cue cue = f.cue();
        return (source != null && silent.contains(head(p, source)))
                || (cue != null && (isVisit(p, f, cue) || isLeftOut(p, cue)));
    }

    /** "He left without saying when he would return", "it goes without saying that". */
    private static boolean isLeftOut(Passage p, Cue cue) {
        // "said without naming anyone" is a statement, "goes without saying" is none
        boolean goes = p.tokens.is(cue.head(), "goes") || p.tokens.is(cue.head(), "go");
        for (int i = Math.max(0, cue.from() - 1); i < Math.min(p.size, cue.to() + (goes ? 1 : 0)); i++) {
            if (p.tokens.is(i, "without")) {
                return true;
            }
        }
        return false;
    }

    /** The last noun before what qualifies it. */
    private static String head(Passage p, Range source) {
        int head = source.from();
        while (head + 1 < source.to() && p.tag(head + 1) != Tags.ADP && p.shape(head + 1) != Passage.MARK) {
            head++;
        }
        return p.shape(head) == Passage.LOWER || head == source.from() ? NameFinder.lower(p, head) : "";
    }

    /** "The envoy called on the queen": no demand without what is demanded. */
    private static boolean isVisit(Passage p, Finding f, Cue cue) {
        boolean calls = NameFinder.lower(p, cue.head()).startsWith("call") && cue.head() + 1 < p.size;
        if (!calls || !(p.tokens.is(cue.head() + 1, "on") || p.tokens.is(cue.head() + 1, "upon"))) {
            return false;
        }
        for (Range r : f.content()) {
            if (p.quotes.quoteOf(r.from()) >= 0) {
                return false;
            }
            for (int i = r.from(); i < r.to(); i++) {
                if (p.tokens.is(i, "to") || p.tokens.is(i, "for") || p.tokens.is(i, "that")) {
                    return false;
                }
            }
        }
        return true;
    }
}
