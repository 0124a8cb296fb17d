package pullquote.quote;

import java.util.List;
import java.util.Set;
import pullquote.text.Span;

/**
 * The words that attribute: a stretch of tokens and among them the head, the reporting verb or noun.
 *
 * @param from first token
 * @param to token after the last
 * @param head the token that carries the meaning
 * @param probability that it is one
 * @param lead first token of the piece before it in <i>quoted the mayor as saying</i>, or -1
 * @param leadEnd token after the last of that piece, or -1
 */
record Cue(int from, int to, int head, float probability, int lead, int leadEnd) {
    private static final Set<String> QUOTING = Set.of(
            "quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing", "paraphrased", "reported");

    Cue(int from, int to, int head, float probability) {
        this(from, to, head, probability, -1, -1);
    }

    private static final Set<String> LIGHT = Set.of(
            "has",
            "have",
            "had",
            "having",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "must",
            "shall",
            "should",
            "do",
            "does",
            "did",
            "to",
            "also",
            "not",
            "n't",
            "never",
            "again",
            "repeatedly",
            "publicly",
            "openly",
            "once",
            "then",
            "later",
            "already",
            "often",
            "simply",
            "'s",
            "in",
            "on",
            "a",
            "an",
            "the",
            "and",
            "his",
            "her",
            "its",
            "their",
            "who",
            "by",
            "of",
            "at",
            "as");

    static Cue of(Passage p, int from, int to, float probability) {
        int verb = -1;
        int plain = -1;
        for (int i = from; i < to && verb < 0; i++) {
            boolean light = p.shape(i) == Passage.MARK
                    || LIGHT.contains(p.tokens.word(i).toLowerCase(java.util.Locale.ROOT));
            if (!light && plain < 0) {
                plain = i;
            }
            if (!light && p.tag(i) == Tags.VERB) {
                verb = i;
            }
        }
        return new Cue(from, to, verb >= 0 ? verb : plain >= 0 ? plain : from, probability);
    }

    /** {@return this, the second piece of a cue, with its first} */
    Cue after(Cue first) {
        return new Cue(from, to, head, Math.max(probability, first.probability), first.from, first.to);
    }

    /** Whether this is the "as saying" of "quoted the mayor as saying". */
    boolean isSecondPiece(Passage p) {
        return p.tokens.is(from, "as")
                && head > from
                && p.tag(head) == Tags.VERB
                && p.tokens.end(head) - p.tokens.start(head) > 4
                && p.tokens.text().startsWith("ing", p.tokens.end(head) - 3);
    }

    /** Whether this is a "quoted" that may have a second piece. */
    boolean isFirstPiece(Passage p) {
        return QUOTING.contains(NameFinder.lower(p, head)) && !p.tokens.is(to - 1, "saying");
    }

    /** {@return the spans of its pieces} */
    List<Span> spans(Passage p) {
        Span own = p.tokens.span(from, to);
        return lead < 0 ? List.of(own) : List.of(p.tokens.span(lead, leadEnd), own);
    }

    boolean holds(int token) {
        return (token >= from && token < to) || (token >= lead && token < leadEnd);
    }
}
