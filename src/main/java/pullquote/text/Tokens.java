package pullquote.text;

import java.util.Arrays;

/**
 * The words and marks of a text, in order, with the sentences and paragraphs they stand in.
 *
 * <p>A token is a run of letters and digits, joined over inner hyphens, apostrophes and points ({@code al-Ghanemi},
 * {@code don't}, {@code U.S.}, {@code 2.5}), a possessive {@code 's}, a run of points or dashes, a quotation mark in
 * any spelling (typed {@code ``} and {@code ''} are one token), or one other visible character. Offsets are UTF-16
 * units of the text. Made in one pass; time and space are linear in the length of the text.
 */
public final class Tokens {
    /** What a token is made of. */
    public static final byte WORD = 0, NUMBER = 1, MARK = 2, DOUBLE_QUOTE = 3, SINGLE_QUOTE = 4;

    private final String text;
    private final int size;
    private final int[] starts;
    private final int[] ends;
    private final byte[] kinds;
    private final int[] sentenceOf;
    private final int[] sentenceStarts;
    private final int[] paragraphOf;
    private final int[] paragraphStarts;

    private Tokens(Tokenizer found, boolean[] sentenceBreaks, boolean[] paragraphBreaks) {
        text = found.text;
        size = found.size;
        starts = Arrays.copyOf(found.starts, size);
        ends = Arrays.copyOf(found.ends, size);
        kinds = Arrays.copyOf(found.kinds, size);
        sentenceOf = new int[size];
        paragraphOf = new int[size];
        sentenceStarts = number(sentenceBreaks, sentenceOf);
        paragraphStarts = number(paragraphBreaks, paragraphOf);
    }

    /** {@return the tokens of a text, from an offset on} */
    public static Tokens of(String text, int from) {
        Tokenizer tokenizer = new Tokenizer(text);
        tokenizer.run(from);
        boolean[] paragraphs = new Paragraphs(text).breaks(tokenizer);
        boolean[] sentences = Sentences.breaks(tokenizer, paragraphs);
        return new Tokens(tokenizer, sentences, paragraphs);
    }

    public static Tokens of(String text) {
        return of(text, 0);
    }

    private int[] number(boolean[] breaks, int[] of) {
        int[] begins = new int[size + 1];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || breaks[i]) {
                begins[n++] = i;
            }
            of[i] = n - 1;
        }
        begins[n] = size;
        return Arrays.copyOf(begins, n + 1);
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public byte kind(int token) {
        return kinds[token];
    }

    public boolean isWord(int token) {
        return kinds[token] == WORD;
    }

    /** {@return the text of one token} */
    public String word(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /** {@return the first character of a token} */
    public char first(int token) {
        return text.charAt(starts[token]);
    }

    /** {@return whether a token is exactly this one character} */
    public boolean is(int token, char mark) {
        return ends[token] == starts[token] + 1 && text.charAt(starts[token]) == mark;
    }

    /** {@return whether a token is this word, letter case aside} */
    public boolean is(int token, String word) {
        int from = starts[token];
        if (ends[token] - from != word.length()) {
            return false;
        }
        char first = text.charAt(from);
        // most words differ in their first letter
        return (first >= 128 || (first | 0x20) == (word.charAt(0) | 0x20))
                && text.regionMatches(true, from, word, 0, word.length());
    }

    /** {@return the text of the tokens from one to before another, as a span of the text} */
    public Span span(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }

    public int sentences() {
        return sentenceStarts.length - 1;
    }

    public int sentenceOf(int token) {
        return sentenceOf[token];
    }

    /** {@return the first token of a sentence; of the one after the last, the number of tokens} */
    public int sentenceStart(int sentence) {
        return sentenceStarts[sentence];
    }

    public int sentenceEnd(int sentence) {
        return sentenceStarts[sentence + 1];
    }

    public int paragraphs() {
        return paragraphStarts.length - 1;
    }

    public int paragraphOf(int token) {
        return paragraphOf[token];
    }

    public int paragraphStart(int paragraph) {
        return paragraphStarts[paragraph];
    }

    public int paragraphEnd(int paragraph) {
        return paragraphStarts[paragraph + 1];
    }
}
