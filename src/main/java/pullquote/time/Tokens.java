package pullquote.time;

import java.util.Arrays;
import java.util.Locale;

/**
 * A body cut into words, numbers and marks, as parallel arrays: time expressions are found in one pass over them.
 * Spans are UTF-16 offsets into the body.
 */
final class Tokens {
    /** Flags of a token. */
    static final byte SENTENCE_START = 1;

    static final byte PARAGRAPH_START = 2;
    static final byte PAST_FORM = 4;
    static final byte GLUED = 8;

    final String text;
    int[] start = new int[256];
    int[] end = new int[256];
    /** What each token is to the patterns. */
    int[][] elements = new int[256][];
    /** A number's value; 0 for words. */
    double[] number = new double[256];

    byte[] flags = new byte[256];
    private String[] small = {};
    int size;

    Tokens(String text) {
        this.text = text;
    }

    void add(int from, int to, int[] what, double value, int flag) {
        if (size == start.length) {
            start = Arrays.copyOf(start, size * 2);
            end = Arrays.copyOf(end, size * 2);
            elements = Arrays.copyOf(elements, size * 2);
            number = Arrays.copyOf(number, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        start[size] = from;
        end[size] = to;
        elements[size] = what;
        number[size] = value;
        flags[size] = (byte) flag;
        size++;
    }

    /** Puts one token in the place of the last few. */
    void replaceLast(int count, int[] what, double value) {
        int first = size - count;
        int to = end[size - 1];
        size = first + 1;
        end[first] = to;
        elements[first] = what;
        number[first] = value;
    }

    boolean is(int token, int element) {
        for (int each : elements[token]) {
            if (each == element) {
                return true;
            }
        }
        return false;
    }

    boolean has(int token, int flag) {
        return (flags[token] & flag) != 0;
    }

    /** {@return a token in small letters; kept, as the words around many expressions are asked for often} */
    String small(int token) {
        if (small.length <= token) {
            small = Arrays.copyOf(small, start.length);
        }
        if (small[token] == null) {
            small[token] = word(token).toLowerCase(Locale.ROOT);
        }
        return small[token];
    }

    String word(int token) {
        return text.substring(start[token], end[token]);
    }
}
