package pullquote.text;

import java.util.Arrays;

/**
 * Turns UTF-16 offsets of one text into code point offsets and back.
 *
 * <p>Costs nothing for a text without characters beyond the Basic Multilingual Plane; otherwise an offset costs a
 * binary search over the text's surrogate pairs.
 */
public final class CodePoints {
    /** Offsets of the second halves of the surrogate pairs, ascending. */
    private final int[] lows;

    private CodePoints(int[] lows) {
        this.lows = lows;
    }

    public static CodePoints of(CharSequence text) {
        int[] lows = new int[0];
        int n = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                if (n == lows.length) {
                    lows = Arrays.copyOf(lows, Math.max(16, n * 2));
                }
                lows[n++] = i;
            }
        }
        return new CodePoints(n == lows.length ? lows : Arrays.copyOf(lows, n));
    }

    /**
     * {@return how many code points lie before a UTF-16 offset}
     *
     * @param utf16 an offset into the text; one inside a surrogate pair counts as the offset after the pair
     */
    public int toCodePoints(int utf16) {
        if (lows.length == 0) {
            return utf16;
        }
        int at = Arrays.binarySearch(lows, utf16);
        // an offset inside a pair (at >= 0) lies after that pair's code point
        return at >= 0 ? utf16 - at : utf16 - (-at - 1);
    }

    /** {@return the UTF-16 offset at which a code point begins} */
    public int toUtf16(int codePoints) {
        int low = 0;
        int high = lows.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            // the pair at lows[mid] is code point number lows[mid] - 1 - mid
            if (lows[mid] - 1 - mid < codePoints) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return codePoints + low;
    }
}
