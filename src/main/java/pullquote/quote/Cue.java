package pullquote.quote;

import java.util.Set;

/**
 * The words that attribute: a stretch of tokens and among them the head, the reporting verb or noun.
 *
 * @param from first token
 * @param to token after the last
 * @param head the token that carries the meaning
 * @param probability that it is one
 */
record Cue(int from, int to, int head, float probability) {
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
}
