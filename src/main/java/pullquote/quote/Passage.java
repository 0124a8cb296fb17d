package pullquote.quote;

import pullquote.text.QuoteMarks;
import pullquote.text.Tokens;

/**
 * A body made ready for the models: for each token the few integers that every feature is built from, worked out once.
 */
final class Passage {
    /** Where a token stands against quotation marks. */
    static final int OUTSIDE = 0, INSIDE = 1, OPENS = 2, CLOSES = 3, STRAY = 4, IN_SINGLE = 5;

    /** How a token is written. */
    static final int LOWER = 1, CAPITALIZED = 2, CAPITALS = 3, MIXED = 4, NUMBER = 5, MARK = 6, INITIAL = 7;

    private static final int OPEN_MARK = 101, CLOSE_MARK = 102, STRAY_MARK = 103, SINGLE_MARK = 104;

    final Tokens tokens;
    final QuoteMarks quotes;
    final int size;
    /** Atoms by token, with {@link #MARGIN} padding atoms on either side. */
    final int[] words;

    final int[] suffixes;
    final int[] prefixes;
    final int[] shapes;
    final int[] states;
    final int[] clusters;
    final int[] coarse;
    /** Parts of speech; until the passage is tagged those of words that have only one. */
    final int[] tags;

    static final int MARGIN = 6;

    Passage(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        quotes = QuoteMarks.of(tokens);
        size = tokens.size();
        int padded = size + 2 * MARGIN;
        words = new int[padded];
        suffixes = new int[padded];
        prefixes = new int[padded];
        shapes = new int[padded];
        states = new int[padded];
        clusters = new int[padded];
        coarse = new int[padded];
        tags = new int[padded];
        // what lies beyond a text differs from text to text, so that no model learns from where texts are cut
        int beyond = 0x5EED0000 + size;
        for (int[] atoms : new int[][] {words, tags, shapes}) {
            java.util.Arrays.fill(atoms, 0, MARGIN, beyond);
            java.util.Arrays.fill(atoms, size + MARGIN, padded, beyond);
        }
        for (int i = 0; i < size; i++) {
            read(i, lexicon);
        }
    }

    private void read(int i, Lexicon lexicon) {
        int at = i + MARGIN;
        states[at] = state(i);
        byte kind = tokens.kind(i);
        String text = tokens.text();
        int from = tokens.start(i);
        int to = tokens.end(i);
        if (quotes.isMark(i)) {
            words[at] = states[at] == OPENS ? OPEN_MARK : states[at] == CLOSES ? CLOSE_MARK : STRAY_MARK;
            shapes[at] = MARK;
        } else if (kind == Tokens.SINGLE_QUOTE) {
            words[at] = SINGLE_MARK;
            shapes[at] = MARK;
        } else if (kind == Tokens.NUMBER) {
            boolean plain = to - from == 4 && (text.charAt(from) == '1' || text.charAt(from) == '2');
            words[at] = 200 + (plain ? 99 : Math.min(to - from, 9));
            shapes[at] = NUMBER;
            suffixes[at] = Mix.lower(text, Math.max(from, to - 2), to);
        } else {
            int word = kind == Tokens.MARK && to - from > 1 ? text.charAt(from) + 1000 : Mix.lower(text, from, to);
            words[at] = word;
            shapes[at] = kind == Tokens.MARK ? MARK : shape(text, from, to);
            if (kind == Tokens.WORD) {
                suffixes[at] = Mix.lower(text, Math.max(from, to - 3), to);
                prefixes[at] = Mix.lower(text, from, Math.min(to, from + 4));
                int entry = lexicon.find(word);
                clusters[at] = Lexicon.cluster(entry);
                coarse[at] = Lexicon.coarse(entry);
                if (shapes[at] == LOWER) {
                    tags[at] = Lexicon.tag(entry);
                }
            }
        }
    }

    private int state(int i) {
        int quote = quotes.quoteOf(i);
        boolean mark = quotes.isMark(i);
        if (quote < 0) {
            return mark ? STRAY : quotes.inSingle(i) ? IN_SINGLE : OUTSIDE;
        }
        if (mark && quotes.open(quote) == i) {
            return OPENS;
        }
        if (mark && quotes.close(quote) == i) {
            return CLOSES;
        }
        return INSIDE;
    }

    private static int shape(String text, int from, int to) {
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            upper |= Character.isUpperCase(c);
            lower |= Character.isLowerCase(c);
        }
        char first = text.charAt(from);
        if (!Character.isUpperCase(first)) {
            return upper ? MIXED : LOWER;
        }
        if (!lower) {
            return to - from <= 2 ? INITIAL : CAPITALS;
        }
        return CAPITALIZED;
    }

    int word(int token) {
        return words[token + MARGIN];
    }

    int shape(int token) {
        return shapes[token + MARGIN];
    }

    int state(int token, int offset) {
        return states[token + offset + MARGIN];
    }

    int tag(int token) {
        return tags[token + MARGIN];
    }

    /** {@return whether a token can be part of a noun phrase without a preposition or a joining word} */
    boolean isNominal(int token) {
        int tag = tag(token);
        return tag == Tags.PROPN
                || tag == Tags.NOUN
                || tag == Tags.PRON
                || tag == Tags.DET
                || tag == Tags.ADJ
                || tag == Tags.NUM
                || (tag == Tags.PART && tokens.isWord(token) && !tokens.is(token, "to") && !tokens.is(token, "not"));
    }
}
