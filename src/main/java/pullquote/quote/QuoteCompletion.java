package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pullquote.quote.Finding.Range;

/**
 * Makes findings whole where quotation marks say more than the models: a piece that begins or ends within a quotation
 * grows to its marks; a full quotation that follows, introduced by no one else, goes on with the same speaker.
 */
final class QuoteCompletion {
    /** Quotations of fewer tokens, marks included, may be mere words in quotation marks. */
    private static final int PHRASE = 7;

    /** No speech is longer; marks that far apart do not belong together. */
    private static final int LONGEST = 1500;

    /** Sentences of the writer's own between quotations of one speaker. */
    private static final int ASIDES = 1;

    private final Passage p;
    private final Acts acts;
    private final int[] owner;
    private final boolean[] cued;

    QuoteCompletion(Passage p, Acts acts) {
        this.p = p;
        this.acts = acts;
        owner = new int[p.size];
        cued = new boolean[p.size];
        Arrays.fill(owner, -1);
    }

    List<Finding> complete(List<Finding> chosen) {
        List<Finding> findings = new ArrayList<>(chosen);
        for (int i = 0; i < findings.size(); i++) {
            claim(findings.get(i), i);
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            List<Range> content = new ArrayList<>();
            f.content().forEach(r -> content.add(r));
            for (int k = 0; k < content.size(); k++) {
                content.set(k, grown(content.get(k), f, i));
            }
            dropAfterthought(content, f);
            dropLeadIn(content, f);
            addAdjacent(content, f);
            goBack(content);
            if (!f.rule().equals("dash")) {
                goOn(content, f);
            }
            findings.set(i, f.with(content));
            claim(findings.get(i), i);
        }
        List<Finding> all = new ArrayList<>(findings);
        all.sort(Comparator.comparingInt(Finding::first));
        return all;
    }

    private void claim(Finding f, int number) {
        for (Range r : f.content()) {
            Arrays.fill(owner, r.from(), r.to(), number);
        }
        Cue cue = f.cue();
        if (cue != null) {
            Arrays.fill(cued, cue.from(), cue.to(), true);
        }
        Range source = f.source();
        if (source != null) {
            Arrays.fill(cued, source.from(), source.to(), true);
        }
    }

    private boolean free(int from, int to, int number) {
        for (int i = from; i < to; i++) {
            if (cued[i] || (owner[i] >= 0 && owner[i] != number)) {
                return false;
            }
        }
        return true;
    }

    private Range grown(Range piece, Finding f, int number) {
        int from = piece.from();
        int to = piece.to();
        int first = p.quotes.quoteOf(from);
        if (first >= 0 && isWhole(first) && outside(f, first) && free(p.quotes.open(first) + 1, from, number)) {
            from = Math.min(from, p.quotes.open(first) + (p.state(p.quotes.open(first), 0) == Passage.OPENS ? 1 : 0));
        }
        int last = p.quotes.quoteOf(to - 1);
        if (last >= 0
                && isWhole(last)
                && outside(f, last)
                && to <= p.quotes.close(last)
                && free(to, p.quotes.close(last), number)) {
            to = end(last);
        }
        return new Range(from, Math.max(to, from + 1));
    }

    private boolean isWhole(int quote) {
        int length = p.quotes.close(quote) - p.quotes.open(quote);
        return length >= PHRASE && length <= LONGEST;
    }

    /** The token after the last word of a quotation. */
    private int end(int quote) {
        int to = p.quotes.close(quote) + 1;
        while (to > p.quotes.open(quote) + 1 && Reading.trims(p, to - 1)) {
            to--;
        }
        return to;
    }

    private boolean outside(Finding f, int quote) {
        Cue cue = f.cue();
        Range source = f.source();
        return (cue == null || p.quotes.quoteOf(cue.from()) != quote)
                && (source == null || p.quotes.quoteOf(source.from()) != quote);
    }

    /** What follows "…," she said, in the same sentence and without marks is the writer's own. */
    private void dropAfterthought(List<Range> content, Finding f) {
        Cue cue = f.cue();
        if (cue == null || content.size() < 2) {
            return;
        }
        Range first = content.get(0);
        boolean quoted = first.to() <= cue.from() && isQuoted(first);
        if (!quoted) {
            return;
        }
        int sentence = p.tokens.sentenceOf(cue.from());
        content.removeIf(r -> r.from() >= cue.to()
                && p.tokens.sentenceOf(r.from()) == sentence
                && p.quotes.quoteOf(r.from()) < 0
                && p.quotes.quoteOf(r.to() - 1) < 0);
    }

    /** In <i>He scolded him: "…," she said</i> and <i>"…," she said as it rang. "…"</i> the quotation alone is said. */
    private void dropLeadIn(List<Range> content, Finding f) {
        Cue cue = f.cue();
        if (cue == null) {
            return;
        }
        for (int k = 0; k < content.size(); k++) {
            Range r = content.get(k);
            if (p.quotes.quoteOf(r.from()) >= 0) {
                continue;
            }
            int open = r.from();
            while (open < r.to() && p.state(open, 0) != Passage.OPENS) {
                open++;
            }
            if (open + 4 >= r.to()) {
                continue;
            }
            boolean colon = r.to() <= cue.from() && p.tokens.is(open - 1, ':');
            boolean later = k > 0
                    && r.from() >= cue.to()
                    && isQuoted(content.get(k - 1))
                    && p.tokens.sentenceOf(r.from()) == p.tokens.sentenceOf(cue.from())
                    && p.tokens.sentenceStart(p.tokens.sentenceOf(open)) == open;
            if (colon || later) {
                content.set(k, new Range(open + 1, r.to()));
            }
        }
    }

    /** A free quotation right before the speaker and cue is said, whatever was found to follow. */
    private void addAdjacent(List<Range> content, Finding f) {
        Cue cue = f.cue();
        if (cue == null
                || content.get(0).from() < cue.from()
                || p.quotes.quoteOf(content.get(0).from()) < 0) {
            return;
        }
        Range source = f.source();
        int from = source == null ? cue.from() : Math.min(cue.from(), source.from());
        boolean close = source != null && source.to() >= cue.from() - 2 && source.from() <= cue.to() + 2;
        int quote = from > 0 && close && p.state(from - 1, 0) == Passage.CLOSES ? p.quotes.quoteOf(from - 1) : -1;
        if (quote >= 0
                && p.tokens.paragraphOf(from - 1) == p.tokens.paragraphOf(from)
                && Reading.trims(p, from - 2)
                && free(p.quotes.open(quote), p.quotes.close(quote), -2)
                && end(quote) - p.quotes.open(quote) > 3) {
            content.add(0, new Range(p.quotes.open(quote) + 1, end(quote)));
        }
    }

    /** A paragraph that reopens the marks of the one before, which were never closed, goes on with what it began. */
    private void goBack(List<Range> content) {
        Range first = content.get(0);
        int open = p.quotes.quoteOf(first.from()) < 0 ? -1 : p.quotes.open(p.quotes.quoteOf(first.from()));
        while (open > 0 && startsParagraph(open)) {
            int before = p.quotes.quoteOf(open - 1);
            int start = before < 0 ? -1 : p.quotes.open(before);
            boolean leftOpen = before >= 0
                    && p.state(open - 1, 0) != Passage.CLOSES
                    && p.state(start, 0) == Passage.OPENS
                    && p.tokens.first(start) == p.tokens.first(open);
            if (!leftOpen || open - start > LONGEST || !free(start, open, -2) || narrates(start, open)) {
                return;
            }
            int to = end(before);
            int from = start;
            while (from < to && Reading.trims(p, from)) {
                from++;
            }
            if (from >= to) {
                return;
            }
            Range piece = content.get(0);
            content.set(0, new Range(from, piece.to()));
            if (!Reading.onlyMarks(p, to, piece.from())) {
                content.set(0, piece);
                content.add(0, new Range(from, to));
            }
            open = start;
        }
    }

    /** Whether someone speaks in there, as in <i>"I never signed it, said the clerk</i>: then only a mark was lost. */
    private boolean narrates(int from, int to) {
        for (int i = from + 2; i < to; i++) {
            if (p.tag(i) != Tags.VERB || !acts.knows(acts.lemma(p.tokens.word(i)))) {
                continue;
            }
            int before = i - 1;
            while (before > from && i - before < 4 && (p.tag(before) == Tags.PROPN || p.tag(before) == Tags.PRON)) {
                before--;
            }
            if (p.tokens.is(before, ',')) {
                return true;
            }
        }
        return false;
    }

    private boolean startsParagraph(int token) {
        return p.tokens.paragraphStart(p.tokens.paragraphOf(token)) == token;
    }

    private boolean isQuoted(Range r) {
        int quote = p.quotes.quoteOf(r.from());
        return quote >= 0 && p.quotes.quoteOf(r.to() - 1) >= 0 && r.from() <= p.quotes.open(quote) + 2;
    }

    /** Adds the quotations that follow a quoted piece with no one new to introduce them. */
    private void goOn(List<Range> content, Finding f) {
        Cue cue = f.cue();
        if (cue == null) {
            return;
        }
        Range last = content.get(content.size() - 1);
        boolean quoted = p.quotes.quoteOf(last.to() - 1) >= 0;
        int after = Math.max(last.to(), cue.to());
        Range source = f.source();
        if (source != null) {
            after = Math.max(after, source.to());
        }
        while (quoted) {
            int next = next(after, content);
            if (next < 0) {
                return;
            }
            int open = p.quotes.open(next);
            int to = end(next);
            if (to <= open + 1) {
                return;
            }
            int from = open;
            while (from < to && Reading.trims(p, from)) {
                from++;
            }
            Range before = content.get(content.size() - 1);
            if (Reading.onlyMarks(p, before.to(), from)) {
                content.set(content.size() - 1, new Range(before.from(), to));
            } else {
                content.add(new Range(from, to));
            }
            after = to;
        }
    }

    /** Whether a sentence of the same paragraph is the writer's own, with no quotation and no one who says anything. */
    private boolean isAside(int from, int after) {
        if (from >= p.size || p.tokens.paragraphOf(from) != p.tokens.paragraphOf(after - 1)) {
            return false;
        }
        int to = p.tokens.sentenceEnd(p.tokens.sentenceOf(from));
        for (int i = from; i < to; i++) {
            if (p.quotes.quoteOf(i) >= 0 || cued[i] || owner[i] >= 0) {
                return false;
            }
        }
        return to < p.size && p.tokens.paragraphOf(to) == p.tokens.paragraphOf(from);
    }

    /** The quotation that begins the next sentence, if it is free, or -1. */
    private int next(int after, List<Range> content) {
        int sentence = p.tokens.sentenceOf(after - 1);
        int from = p.tokens.sentenceEnd(sentence);
        // "…," she said. She had driven all night. "…"
        for (int skipped = 0; skipped < ASIDES && isAside(from, after); skipped++) {
            from = p.tokens.sentenceEnd(p.tokens.sentenceOf(from));
        }
        if (from >= p.size || from - after > 60) {
            return -1;
        }
        int quote = p.quotes.quoteOf(from);
        Range last = content.get(content.size() - 1);
        int before = p.quotes.quoteOf(last.to() - 1);
        if (quote < 0 || p.quotes.open(quote) != from || last.to() > from) {
            return -1;
        }
        if (before >= 0 && p.tokens.first(p.quotes.open(before)) != p.tokens.first(from)) {
            // marks of another kind: a quotation within a document that is quoted
            return -1;
        }
        int close = p.quotes.close(quote);
        int end = p.tokens.sentenceEnd(p.tokens.sentenceOf(close));
        // what is left of the sentence after the quotation would tell who speaks
        boolean whole = Reading.onlyMarks(p, close, Math.min(end, p.size));
        return whole && close - from <= LONGEST && free(from, close + 1, -2) ? quote : -1;
    }
}
