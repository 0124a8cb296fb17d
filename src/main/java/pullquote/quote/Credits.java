package pullquote.quote;

/** Tells which tokens are credits rather than story: bylines, "(Reporting by ...)", "contributed to this report". */
final class Credits {
    private static final WordSet CREDITS = WordSet.of(
            "editing",
            "reporting",
            "writing",
            "compiled",
            "translated",
            "reported",
            "edited",
            "written",
            "editor",
            "author",
            "photo",
            "photograph");

    /** A paragraph of more words is none that credits its writers. */
    private static final int MOST_OF_BYLINE = 16;

    private final Passage p;
    private int sentence = -1;
    /** In the sentence at hand the first credit phrase and the last "contributed to this", or where there is none. */
    private int firstCredit;

    private int lastContribution;

    Credits(Passage p) {
        this.p = p;
    }

    /** {@return whether a name is a credit: "(Reporting by ...; Editing by ...)", "By ..." at the head, "AP Photo/..."} */
    boolean hold(int from, int to) {
        int paragraph = p.tokens.paragraphOf(from);
        int start = p.tokens.paragraphStart(paragraph);
        if (from > start && p.tokens.is(start, "by") && p.tokens.paragraphEnd(paragraph) - start < MOST_OF_BYLINE) {
            return true;
        }
        if (p.tokens.sentenceOf(from) != sentence) {
            sentence = p.tokens.sentenceOf(from);
            read(p.tokens.sentenceStart(sentence), p.tokens.sentenceEnd(sentence));
        }
        return firstCredit + 1 < from || lastContribution >= to;
    }

    private void read(int start, int end) {
        firstCredit = p.size;
        lastContribution = -1;
        for (int i = start; i + 1 < end; i++) {
            if (firstCredit == p.size
                    && CREDITS.has(p.word(i))
                    && (p.tokens.is(i + 1, "by") || p.tokens.is(i + 1, ':') || p.tokens.is(i + 1, '/'))) {
                firstCredit = i;
            }
            if (i + 2 < p.size
                    && p.tokens.is(i, "contributed")
                    && p.tokens.is(i + 1, "to")
                    && p.tokens.is(i + 2, "this")) {
                lastContribution = i;
            }
        }
    }
}
