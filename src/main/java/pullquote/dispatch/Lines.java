package pullquote.dispatch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first lines of a text with their offsets. A caret begins a line too: the wires marked a line's beginning so.
 */
final class Lines {
    /**
     * One line without its line break.
     *
     * @param start offset of its first character that is no blank or caret
     * @param end offset after its last character that is no blank
     * @param text what stands between
     */
    record Line(int start, int end, String text) {
        boolean blank() {
            return start == end;
        }
    }

    private static final Pattern NO_WIDTH =
            Pattern.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]");

    private Lines() {}

    /** {@return at most so many lines of a text, from an offset on} */
    static List<Line> of(String text, int from, int most) {
        List<Line> lines = new ArrayList<>();
        int at = from;
        while (at < text.length() && lines.size() < most) {
            int end = at;
            while (end < text.length() && !breaks(text.charAt(end)) && !(text.charAt(end) == '^' && end > at)) {
                end++;
            }
            lines.add(line(text, at, end));
            boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = end < text.length() && text.charAt(end) == '^' ? end : end + (pair ? 2 : 1);
        }
        return lines;
    }

    private static Line line(String text, int from, int to) {
        int start = from;
        while (start < to && (blank(text.charAt(start)) || text.charAt(start) == '^')) {
            start++;
        }
        int end = to;
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return new Line(start, end, text.substring(start, end));
    }

    /** {@return whether a character ends a line} */
    static boolean breaks(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }

    /** {@return whether a character is white space, of Unicode's kinds too, or the mark of a file's beginning} */
    static boolean blank(char c) {
        if (c > ' ' && c < 0x7f) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    /** {@return the first place from one on that is not blank; the end for none} */
    static int skipBlank(String text, int from, int end) {
        int at = from;
        while (at < end && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** {@return where a text ends without the blanks before an offset} */
    static int trimmed(String text, int floor, int end) {
        int at = end;
        while (at > floor && blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** {@return a text without characters of no width, each letter in one with its accent} */
    static String visible(String text) {
        boolean plain = true;
        for (int i = 0; plain && i < text.length(); i++) {
            plain = text.charAt(i) < '\u00ad';
        }
        return plain ? text : Normalizer.normalize(NO_WIDTH.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }

    /** {@return whether a text has an English word, given in small letters, in any case: a look that costs less than a pattern} */
    static boolean mayHold(String text, String word) {
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if ((text.charAt(i) | 0x20) == word.charAt(0) && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
