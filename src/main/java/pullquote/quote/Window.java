package pullquote.quote;

import java.util.Arrays;
import pullquote.text.Tokens;

/**
 * The stretch of text in which a cue's source and content are looked for: its sentence, the sentences that share a
 * quotation with it, and after a colon what follows.
 *
 * @param from first token
 * @param to token after the last
 */
record Window(int from, int to) {
    private static final int REACH = 250;
    private static final int EDGE = 3;

    static Window around(Passage p, int cueFrom, int cueTo) {
        Tokens t = p.tokens;
        int sentence = t.sentenceOf(cueFrom);
        int paragraph = t.paragraphOf(cueFrom);
        int begin = t.paragraphStart(paragraph);
        int reach = cueTo + REACH;
        int end = Math.min(t.paragraphEnd(paragraph), reach);
        int from = t.sentenceStart(sentence);
        int to = t.sentenceEnd(sentence);
        if (from == begin && cueFrom == from && paragraph > 0 && isDash(t.first(from))) {
            from = t.paragraphStart(paragraph - 1);
        }
        int quote = p.quotes.quoteOf(from);
        if (from > begin && quote >= 0 && p.quotes.open(quote) < from) {
            from = t.sentenceStart(t.sentenceOf(p.quotes.open(quote)));
        }
        if (from > begin && isQuestion(p, from - 1)) {
            from = t.sentenceStart(t.sentenceOf(p.quotes.open(p.quotes.quoteOf(from - 1))));
        }
        to = overQuotes(p, to, end);
        if (to == t.paragraphEnd(paragraph) && to < p.size && t.is(to - 1, ':')) {
            int next = Math.min(t.paragraphEnd(paragraph + 1), reach);
            to = overQuotes(p, t.sentenceEnd(t.sentenceOf(to)), next);
        }
        return new Window(Math.max(from, cueFrom - REACH), Math.min(to, reach));
    }

    /** Whether a quotation ends here with a mark that ends a sentence also where its speaker follows. */
    private static boolean isQuestion(Passage p, int close) {
        char last = close > 0 && p.state(close, 0) == Passage.CLOSES ? p.tokens.first(close - 1) : 0;
        return last == '?' || last == '!';
    }

    Window within(int least, int most) {
        return new Window(Math.max(from, least), Math.min(to, most));
    }

    /**
     * {@return the tokens to look at, in order: of a quotation that does not hold the cue only those at its edges, since
     * what is quoted belongs to one speaker}
     */
    int[] tokens(Passage p, Cue cue) {
        int[] tokens = new int[to - from];
        int n = 0;
        int own = p.quotes.quoteOf(cue.from());
        for (int i = from; i < to; i++) {
            tokens[n++] = i;
            int quote = p.quotes.quoteOf(i);
            if (quote >= 0 && quote != own && i >= p.quotes.open(quote) + EDGE) {
                int last = Math.min(p.quotes.close(quote), to) - EDGE;
                i = Math.max(i, last - 1);
            }
        }
        return Arrays.copyOf(tokens, n);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '―';
    }

    private static int overQuotes(Passage p, int to, int end) {
        Tokens t = p.tokens;
        while (to < end) {
            int last = p.quotes.quoteOf(to - 1);
            if (last >= 0 && p.quotes.close(last) >= to) {
                to = t.sentenceEnd(t.sentenceOf(Math.min(p.quotes.close(last), p.size - 1)));
            } else if (p.quotes.quoteOf(to) >= 0 && p.quotes.open(p.quotes.quoteOf(to)) == to) {
                to = t.sentenceEnd(t.sentenceOf(p.quotes.close(p.quotes.quoteOf(to))));
            } else {
                break;
            }
        }
        return Math.min(to, end);
    }
}
