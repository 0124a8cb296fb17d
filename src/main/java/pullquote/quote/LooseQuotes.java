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

    /** The longest aside between a name and its verb, in tokens. */
    private static final int ASIDE = 25;

    private final Passage p;
    private final Acts acts;
    private final boolean[] taken;
    private final @Nullable Finding[] owner;

    LooseQuotes(Passage p, Acts acts, List<Finding> findings) {
        this.p = p;
        this.acts = acts;
        taken = new boolean[p.size];
        owner = new Finding[p.size];
        for (Finding f : findings) {
            f.mark(taken);
            f.content().forEach(r -> java.util.Arrays.fill(owner, r.from(), r.to(), f));
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
        String last = p.tokens.word(Math.max(from, to - 2));
        boolean ends = ",.!?…".indexOf(last.charAt(last.length() - 1)) >= 0
                || (from > 0 && to < p.size && dash(from - 1) && dash(to));
        int verb = from - 1;
        boolean told = verb > 0 && p.tag(verb) == Tags.VERB && acts.knows(acts.lemma(p.tokens.word(verb)));
        while (from < to && Reading.trims(p, from)) {
            from++;
        }
        while (to > from && Reading.trims(p, to - 1)) {
            to--;
        }
        boolean speech = to - from >= WORDS && p.shape(from) != Passage.LOWER;
        if (!ends || !(speech || (told && to - from > 1))) {
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
        if (name == null) {
            return null;
        }
        int last = name.to() - 1;
        if (last > i && p.tag(last) == Tags.NOUN && p.shape(last) == Passage.LOWER && p.tag(last - 1) == Tags.PROPN) {
            // "…," Blake hums: after a speech and a name it is a verb
            return finding(words, last, new Range(i, last), "beside");
        }
        int verb = p.tag(Math.min(name.to(), p.size - 1)) == Tags.VERB ? name.to() : verbAfter(name.to());
        if (verb < 0 || verb >= p.size || taken[verb]) {
            return null;
        }
        int to = verb;
        while (to > name.to() && (p.tokens.is(to - 1, ',') || p.tag(to - 1) == Tags.ADV)) {
            to--;
        }
        return finding(words, verb, new Range(i, to), "beside");
    }

    /** The verb that ends an aside: <i>"…," Ana Lopez (Red-Bay), her aunt, shouted</i>, or -1. */
    private int verbAfter(int from) {
        int limit = Math.min(p.size, from + ASIDE);
        boolean aside = from < p.size && (p.tokens.is(from, ',') || p.tokens.is(from, '('));
        for (int i = from + 1; aside && i < limit && p.tokens.sentenceOf(i) == p.tokens.sentenceOf(from); i++) {
            boolean closes = p.tokens.is(i - 1, ',') || p.tokens.is(i - 1, ')') || p.tag(i - 1) == Tags.ADV;
            if (taken[i]) {
                return -1;
            }
            if (closes && p.tag(i) == Tags.VERB) {
                return i;
            }
        }
        return -1;
    }

    private boolean dash(int i) {
        if (p.tokens.is(i, "--")) {
            return true;
        }
        char c = p.tokens.first(i);
        return c == '―' || c == '—' || c == '–' || (c == '-' && p.shape(i) == Passage.MARK);
    }

    private @Nullable Finding before(int quote, Range words) {
        int mark = p.quotes.open(quote) - 1;
        if (mark < 1 || p.tokens.paragraphOf(mark) != p.tokens.paragraphOf(mark + 1)) {
            return null;
        }
        if (p.tag(mark) == Tags.VERB && !taken[mark]) {
            // no mark at all: <i>the crowd chanting "We will stay."</i>
            mark++;
        } else if (!(p.tokens.is(mark, ':') || p.tokens.is(mark, ',') || dash(mark))) {
            return null;
        } else if (taken[mark - 1]) {
            // "He laid out his plan: "…"": what comes after the colon is the same speaker's
            Finding lead = p.tokens.is(mark, ':') ? owner[mark - 1] : null;
            Range speaker = lead == null ? null : lead.source();
            return speaker == null ? null : finding(words, mark, speaker, "colon");
        }
        int start = p.tokens.sentenceStart(p.tokens.sentenceOf(mark));
        int verb = -1;
        for (int i = mark - 1; i >= Math.max(start, mark - 6) && verb < 0; i--) {
            if (p.tag(i) == Tags.VERB) {
                verb = i;
            }
        }
        if (verb == start && !taken[verb]) {
            Range name = phrase(verb + 1);
            return name != null && name.to() >= mark ? finding(words, verb, name, "beside") : null;
        }
        if (verb > start && !taken[verb]) {
            int from = verb - 1;
            // "he had to admit: "…"": back over what leads to the verb
            while (from > start && leadsToVerb(from)) {
                from--;
            }
            int to = from + 1;
            while (from >= start && p.isNominal(from)) {
                from--;
            }
            if (from + 1 < to) {
                return finding(words, verb, new Range(from + 1, to), "beside");
            }
        }
        boolean colon = p.tokens.is(mark, ':');
        if (colon && verb < 0 && mark > start && mark - start <= 7) {
            return finding(words, mark, new Range(start, mark), "colon");
        }
        Range subject = subject(start, mark);
        return subject == null || (verb < 0 && !colon)
                ? null
                : finding(words, verb < 0 ? mark : verb, subject, colon ? "colon" : "beside");
    }

    private boolean leadsToVerb(int i) {
        int tag = p.tag(i);
        return tag == Tags.ADV
                || tag == Tags.AUX
                || p.tokens.is(i, "to")
                || (tag == Tags.VERB && p.tokens.is(i + 1, "to"));
    }

    /** The first noun phrase before a verb in a stretch of a sentence, or null. */
    private @Nullable Range subject(int start, int end) {
        for (int i = start; i < end; i++) {
            Range name = p.isNominal(i) ? phrase(i) : null;
            if (name != null) {
                int verb = name.to();
                while (verb < end && (p.tag(verb) == Tags.ADV || p.tokens.is(verb, ','))) {
                    verb++;
                }
                if (verb < end && (p.tag(verb) == Tags.VERB || p.tag(verb) == Tags.AUX)) {
                    return name;
                }
                i = name.to() - 1;
            }
        }
        return null;
    }

    /** A short noun phrase that begins here, or null. */
    private @Nullable Range phrase(int from) {
        int to = from;
        while (to < p.size
                && to - from < 9
                && p.tokens.sentenceOf(to) == p.tokens.sentenceOf(from)
                && (p.isNominal(to) || (to > from && p.tokens.is(to, "of")))) {
            to++;
        }
        return to > from && !p.tokens.is(to - 1, "of") ? new Range(from, to) : null;
    }

    private Finding finding(Range words, int cue, Range source, String rule) {
        return new Finding(Cue.of(p, cue, cue + 1, 0.5f), source, List.of(words), null, null, SURE, true, false, rule);
    }
}
