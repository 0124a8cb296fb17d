package pullquote.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Carries the speaker over to quotations that stand alone: a full quoted sentence with no one to introduce it goes on
 * with whoever was quoted before, until someone else comes in. Where that is not clear it stays without a speaker.
 */
final class FloatingQuotes {
    private static final double CARRIED = 0.3;
    private static final double NOBODY = 0.25;
    private static final int WORDS = 4;

    /** So many paragraphs a speaker is carried over. */
    private static final int PARAGRAPHS = 2;

    /** So many tokens of the writer's own there may be between what someone says and its continuation. */
    private static final int ASIDE = 60;

    private final Passage p;
    private final List<Finding> findings;
    private final boolean[] taken;

    FloatingQuotes(Passage p, List<Finding> findings) {
        this.p = p;
        this.findings = new ArrayList<>(findings);
        this.findings.sort(Comparator.comparingInt(Finding::end));
        taken = new boolean[p.size];
        for (Finding f : findings) {
            f.mark(taken);
        }
    }

    List<Finding> find() {
        List<Finding> found = new ArrayList<>();
        int next = 0;
        Finding last = null;
        for (int q = 0; q < p.quotes.count(); q++) {
            int open = p.quotes.open(q);
            while (next < findings.size() && findings.get(next).end() <= open) {
                last = findings.get(next++);
            }
            Range words = standsAlone(q);
            if (words != null) {
                Range speaker = last == null ? null : carried(last, words);
                if (speaker == null && p.state(p.quotes.close(q), 0) != Passage.CLOSES) {
                    continue;
                }
                last = new Finding(
                        null,
                        speaker,
                        List.of(words),
                        null,
                        null,
                        speaker == null ? NOBODY : CARRIED,
                        true,
                        speaker != null,
                        "floating");
                found.add(last);
            }
        }
        return found;
    }

    /** The words of a free quotation that makes whole sentences, alone, or null. */
    private @Nullable Range standsAlone(int quote) {
        int open = p.quotes.open(quote);
        int close = p.quotes.close(quote);
        int end = p.tokens.sentenceEnd(p.tokens.sentenceOf(close));
        boolean alone = p.state(open, 0) == Passage.OPENS
                && p.tokens.sentenceStart(p.tokens.sentenceOf(open)) == open
                && Reading.onlyMarks(p, close, end);
        if (!alone) {
            return null;
        }
        int from = open;
        int to = close + 1;
        boolean stops = false;
        while (from < to && Reading.trims(p, from)) {
            from++;
        }
        while (to > from && Reading.trims(p, to - 1)) {
            stops |= ".!?…".indexOf(p.tokens.first(to - 1)) >= 0;
            to--;
        }
        if (!stops || to - from < WORDS || p.shape(from) == Passage.LOWER) {
            return null;
        }
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return null;
            }
        }
        return new Range(from, to);
    }

    /** The source that goes on speaking, or null where someone else may have come in. */
    private @Nullable Range carried(Finding last, Range words) {
        Range source = last.source();
        int from = Math.max(last.end(), source == null ? 0 : source.to());
        int paragraphs = p.tokens.paragraphOf(words.from()) - p.tokens.paragraphOf(Math.min(from, p.size) - 1);
        if (source == null || paragraphs > PARAGRAPHS || words.from() - from > ASIDE) {
            return null;
        }
        int sentence = p.tokens.sentenceEnd(p.tokens.sentenceOf(from - 1));
        return sentence >= words.from() - 1 || !someoneElse(source, sentence, words.from()) ? source : null;
    }

    /** Whether the writer's own sentences between have a name of someone else, or a quotation, ahead of their verb. */
    private boolean someoneElse(Range source, int from, int to) {
        Set<Integer> own = new HashSet<>();
        for (int i = source.from(); i < source.to(); i++) {
            own.add(p.word(i));
        }
        boolean subject = true;
        for (int i = from; i < to; i++) {
            if (p.tokens.sentenceStart(p.tokens.sentenceOf(i)) == i) {
                subject = true;
            }
            subject &= p.tag(i) != Tags.VERB;
            boolean name = subject && p.tag(i) == Tags.PROPN && !own.contains(p.word(i));
            if (name || p.state(i, 0) == Passage.INSIDE) {
                return true;
            }
        }
        return false;
    }
}
