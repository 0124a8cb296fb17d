package pullquote.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is kept of a text to tell how much of it another text still holds: the hashes of its runs of three words
 * (shingles) and of its numbers.
 *
 * <p>Words are runs of letters or digits without regard to case; a number keeps its points, commas and colons. A
 * character of a script that is written without spaces is a word by itself. Of a very long text the first shingles
 * count. The same text has the same sketch on any machine.
 */
public final class TextSketch {
    /** A text of more words is compared by its beginning. */
    private static final int MOST_WORDS = 4000;

    private static final int WORDS = 3;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int[] shingles;
    private final int[] numbers;

    private TextSketch(int[] shingles, int[] numbers) {
        this.shingles = shingles;
        this.numbers = numbers;
    }

    /** {@return the sketch of a text} */
    public static TextSketch of(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        IntStream.Builder shingles = IntStream.builder();
        IntStream.Builder numbers = IntStream.builder();
        int before = 0;
        int last = 0;
        int words = 0;
        int at = nextWord(folded, 0);
        while (at < folded.length() && words < MOST_WORDS) {
            int end = endOfWord(folded, at);
            int word = folded.substring(at, end).hashCode();
            if (Character.isDigit(folded.codePointAt(at))) {
                numbers.add(word);
            }
            words++;
            if (words >= WORDS) {
                shingles.add(mix(before, last, word));
            }
            before = last;
            last = word;
            at = nextWord(folded, end);
        }
        return new TextSketch(distinct(shingles), distinct(numbers));
    }

    private static int[] distinct(IntStream.Builder hashes) {
        return hashes.build().sorted().distinct().toArray();
    }

    private static int mix(int first, int second, int third) {
        long hash = first * MULTIPLIER;
        hash = (Long.rotateLeft(hash, 23) + second) * MULTIPLIER;
        hash = (Long.rotateLeft(hash, 23) + third) * MULTIPLIER;
        return (int) (hash >>> 32);
    }

    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static int endOfWord(String text, int start) {
        int first = text.codePointAt(start);
        int at = start + Character.charCount(first);
        if (isWordByItself(first)) {
            return at;
        }
        boolean isNumber = Character.isDigit(first);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean goesOn = isNumber
                    ? Character.isDigit(c)
                            || (isJoint(c) && at + 1 < text.length() && Character.isDigit(text.codePointAt(at + 1)))
                    : Character.isLetter(c) && !isWordByItself(c);
            if (!goesOn) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isJoint(int c) {
        return c == '.' || c == ',' || c == ':' || c == '/';
    }

    private static boolean isWordByItself(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    /** {@return how many shingles it has} */
    public int size() {
        return shingles.length;
    }

    /** {@return its shingles in ascending order} */
    public IntStream shingles() {
        return Arrays.stream(shingles);
    }

    /** {@return how many shingles another text still holds} */
    public int shared(TextSketch later) {
        return common(shingles, later.shingles);
    }

    /** {@return how many numbers it has} */
    public int numbers() {
        return numbers.length;
    }

    /** {@return how many of its numbers another text no longer holds} */
    public int lostNumbers(TextSketch later) {
        return numbers.length - common(numbers, later.numbers);
    }

    private static int common(int[] some, int[] others) {
        int common = 0;
        int j = 0;
        for (int hash : some) {
            while (j < others.length && others[j] < hash) {
                j++;
            }
            if (j < others.length && others[j] == hash) {
                common++;
            }
        }
        return common;
    }
}
