package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Finds a speaker for full quotations that no learned cue took: by a dash and a name after the closing mark, by a name
 * and a verb beside it, by a colon before it. Words in quotation marks within a clause are left alone.
 */
final class LooseQuotes {
    private static final double SURE = 0.35;
    private static final int WORDS = 4;

    private final Passage p;
    private final boolean[] taken;

    LooseQuotes(Passage p, List<Finding> findings) {
        this.p = p;
        taken = new boolean[p.size];
        for (Finding f : findings) {
            for (Range r : f.content()) {
                java.util.Arrays.fill(taken, r.from(), r.to(), true);
            }
            Cue cue = f.cue();
            if (cue != null) {
                java.util.Arrays.fill(taken, cue.from(), cue.to(), true);
            }
        }
    }

    List<Finding> find() {
        List<Finding> found = new ArrayList<>();
        for (int q = 0; q < p.quotes.count(); q++) {
            Range words = words(q);
            if (words != null) {
                Finding f = after(q, words);
                if (f == null) {
                    f = before(q, words);
                }
                if (f != null) {
                    found.add(f);
                }
            }
        }
        return found;
    }

    /** The words of a quotation that is free and reads as a sentence, or null. */
    private @Nullable Range words(int quote) {
        int from = p.quotes.open(quote);
        int to = p.quotes.close(quote) + 1;
        if (p.state(to - 1, 0) != Passage.CLOSES || p.state(from, 0) != Passage.OPENS) {
            return null;
        }
        char end = p.tokens.first(Math.max(from, to - 2));
        boolean ends = end == ',' || end == '.' || end == '!' || end == '?' || end == '…';
        while (from < to && FindingReader.trims(p, from)) {
            from++;
        }
        while (to > from && FindingReader.trims(p, to - 1)) {
            to--;
        }
        if (to - from < WORDS || !ends || p.shape(from) == Passage.LOWER) {
            return null;
        }
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return null;
            }
        }
        return new Range(from, to);
    }

    private @Nullable Finding after(int quote, Range words) {
        int i = p.quotes.close(quote) + 1;
        if (i >= p.size || p.tokens.paragraphOf(i) != p.tokens.paragraphOf(i - 1)) {
            if (i >= p.size || !dash(i)) {
                return null;
            }
        }
        if (dash(i)) {
            Range name = phrase(i + 1);
            return name == null || p.tag(name.from()) != Tags.PROPN ? null : finding(words, i, name, "dash");
        }
        if (taken[i]) {
            return null;
        }
        if (p.tag(i) == Tags.VERB && i + 1 < p.size) {
            Range name = phrase(i + 1);
            return name == null ? null : finding(words, i, name, "beside");
        }
        Range name = phrase(i);
        return name != null && name.to() < p.size && p.tag(name.to()) == Tags.VERB && !taken[name.to()]
                ? finding(words, name.to(), name, "beside")
                : null;
    }

    private boolean dash(int i) {
        char c = p.tokens.first(i);
        return c == '―' || c == '—' || c == '–' || (c == '-' && p.shape(i) == Passage.MARK);
    }

    private @Nullable Finding before(int quote, Range words) {
        int mark = p.quotes.open(quote) - 1;
        if (mark < 1 || !(p.tokens.is(mark, ':') || p.tokens.is(mark, ',')) || taken[mark - 1]) {
            return null;
        }
        int start = p.tokens.sentenceStart(p.tokens.sentenceOf(mark));
        int verb = -1;
        for (int i = mark - 1; i >= Math.max(start, mark - 6) && verb < 0; i--) {
            if (p.tag(i) == Tags.VERB) {
                verb = i;
            }
        }
        if (verb > start && !taken[verb]) {
            int from = verb - 1;
            while (from > start && p.tag(from) == Tags.ADV) {
                from--;
            }
            int to = from + 1;
            while (from >= start && nominal(from)) {
                from--;
            }
            if (from + 1 < to) {
                return finding(words, verb, new Range(from + 1, to), "beside");
            }
        }
        boolean label = p.tokens.is(mark, ':') && verb < 0 && mark - start <= 7;
        return label ? finding(words, mark, new Range(start, mark), "colon") : null;
    }

    /** A short noun phrase that begins here, or null. */
    private @Nullable Range phrase(int from) {
        int to = from;
        while (to < p.size
                && to - from < 9
                && p.tokens.sentenceOf(to) == p.tokens.sentenceOf(from)
                && (nominal(to) || (to > from && p.tokens.is(to, "of")))) {
            to++;
        }
        return to > from && !p.tokens.is(to - 1, "of") ? new Range(from, to) : null;
    }

    private boolean nominal(int i) {
        int tag = p.tag(i);
        return tag == Tags.PROPN
                || tag == Tags.NOUN
                || tag == Tags.PRON
                || tag == Tags.DET
                || tag == Tags.ADJ
                || tag == Tags.NUM
                || (tag == Tags.PART && p.tokens.isWord(i) && p.tokens.first(i) != 't' && p.tokens.first(i) != 'n');
    }

    private Finding finding(Range words, int cue, Range source, String rule) {
        return new Finding(Cue.of(p, cue, cue + 1, 0.5f), source, List.of(words), null, SURE, false, rule);
    }
}
