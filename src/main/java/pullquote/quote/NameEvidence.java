package pullquote.quote;

/**
 * What a whole passage shows of each of its capitalised words: how it stands elsewhere, which a single occurrence does not
 * tell. One set of bits a word.
 */
final class NameEvidence {
    /** The word is also written small; is capitalised within a sentence. */
    static final int SMALL = 1, INSIDE = 2;

    /** After a rank or title; before or after "said"; after "in" and its kind; after "the"; before a possessive. */
    static final int TITLED = 4, SPEAKS = 8, LOCATED = 16, ARTICLE = 32, OWNS = 64;

    /** Last or first of several capitalised words; alone. */
    static final int ENDS = 128, BEGINS = 256, ALONE = 512;

    /** Before a word such as "Corp."; in brackets after words with its letters; after a comma, before one. */
    static final int OF_BODY = 1024, ACRONYM = 2048, BETWEEN_COMMAS = 4096;

    static final int BITS = 13;

    private static final WordSet SAYING = WordSet.of("said", "says", "told", "added", "say");
    private static final WordSet PREPOSITIONS = WordSet.of("in", "at", "near", "from", "outside", "across", "into");

    private final HashIndex words;
    /** What is seen of each word, by its number. */
    private final int[] bits;

    NameEvidence(Passage p, int[] runs, NameLists lists) {
        words = new HashIndex(runs.length);
        for (int r = 0; r < runs.length; r += 2) {
            for (int i = runs[r]; i < runs[r + 1]; i++) {
                if (NameRuns.capital(p, i)) {
                    words.add(p.word(i));
                }
            }
        }
        bits = new int[words.size()];
        for (int r = 0; r < runs.length; r += 2) {
            read(p, runs[r], runs[r + 1], lists);
        }
        for (int i = 0; i < p.size; i++) {
            if (p.shape(i) == Passage.LOWER) {
                int number = words.find(p.word(i));
                if (number >= 0) {
                    bits[number] |= SMALL;
                }
            }
        }
    }

    int of(int word) {
        int number = words.find(word);
        return number < 0 ? 0 : bits[number];
    }

    private void read(Passage p, int from, int to, NameLists lists) {
        int first = p.tokens.sentenceStart(p.tokens.sentenceOf(from));
        boolean shouted = to - from > 4;
        for (int i = from; i < to && shouted; i++) {
            shouted = p.shape(i) == Passage.CAPITALS || p.shape(i) == Passage.INITIAL || p.shape(i) == Passage.NUMBER;
        }
        for (int i = from; i < to && !shouted; i++) {
            if (!NameRuns.capital(p, i)) {
                continue;
            }
            boolean inside = i > first && p.shape(i - 1) != Passage.MARK;
            boolean after = i > from && NameRuns.capital(p, i - 1);
            boolean before = i + 1 < to && NameRuns.capital(p, i + 1);
            int seen = inside ? INSIDE : 0;
            seen |= after && !before ? ENDS : 0;
            seen |= before && !after && inside ? BEGINS : 0;
            seen |= !before && !after && inside ? ALONE : 0;
            seen |= around(p, i, after, before, lists);
            bits[words.find(p.word(i))] |= seen;
        }
    }

    private static int around(Passage p, int i, boolean after, boolean before, NameLists lists) {
        int seen = 0;
        if (i > 0) {
            int left = p.word(i - 1);
            boolean small = p.shape(i - 1) == Passage.LOWER;
            seen |= (lists.bits(left) & NameLists.RANK) != 0 ? TITLED : 0;
            seen |= !before && small && SAYING.has(left) ? SPEAKS : 0;
            seen |= !before && small && PREPOSITIONS.has(left) ? LOCATED : 0;
            seen |= !after && small && p.tokens.is(i - 1, "the") ? ARTICLE : 0;
            seen |= p.tokens.is(i - 1, '(') && acronym(p, i) ? ACRONYM : 0;
        }
        if (i + 1 < p.size) {
            seen |= p.shape(i + 1) == Passage.LOWER && SAYING.has(p.word(i + 1)) ? SPEAKS : 0;
            seen |= NameRuns.possessive(p, i + 1) ? OWNS : 0;
            seen |= before && (lists.bits(p.word(i + 1)) & NameLists.BODY) != 0 ? OF_BODY : 0;
            seen |= i > 0 && p.tokens.is(i + 1, ',') && p.tokens.is(i - 1, ',') ? BETWEEN_COMMAS : 0;
        }
        return seen;
    }

    /** Whether a word in brackets is made of the letters that the words before them begin with. */
    private static boolean acronym(Passage p, int i) {
        String letters = p.tokens.word(i).replace(".", "");
        if (letters.length() < 2 || letters.length() > 8 || i < 3) {
            return false;
        }
        int at = i - 2;
        int matched = letters.length() - 1;
        for (int steps = 0; at >= 0 && matched >= 0 && steps < 14; at--, steps++) {
            if (Character.toUpperCase(p.tokens.first(at)) == Character.toUpperCase(letters.charAt(matched))
                    && p.shape(at) != Passage.LOWER) {
                matched--;
            } else if (p.shape(at) != Passage.LOWER) {
                return false;
            }
        }
        return matched < 0;
    }
}
