package pullquote.text;

/**
 * Tells a paragraph's end from a hard-wrapped line's.
 *
 * <p>A blank line always ends a paragraph, and so does an indented line. A bare line break ends one where the text is
 * not hard-wrapped, that is, where its lines are long, or where the line is short and closes a sentence or a heading.
 */
final class Paragraphs {
    private static final int WRAP = 90;

    private final String text;
    private final boolean indented;
    private final boolean wrapped;

    Paragraphs(String text) {
        this.text = text;
        int indents = 0;
        int shortLines = 0;
        int lines = 0;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n') {
                continue;
            }
            int length = i - lineStart;
            boolean full = length > 50 && length <= WRAP;
            if (length > 0 && i + 1 < text.length() && text.charAt(i + 1) > ' ') {
                lines++;
                shortLines += full ? 1 : 0;
            }
            if (i + 2 < text.length() && isBlank(text.charAt(i + 1)) && text.charAt(i + 2) != '\n') {
                indents++;
            }
            lineStart = i + 1;
        }
        indented = indents >= 2;
        wrapped = shortLines * 2 > lines;
    }

    boolean[] breaks(Tokenizer tokens) {
        boolean[] breaks = new boolean[tokens.size];
        for (int i = 1; i < tokens.size; i++) {
            int from = tokens.ends[i - 1];
            int to = tokens.starts[i];
            if (to > from) {
                breaks[i] = breaks(from, to);
            }
        }
        return breaks;
    }

    private boolean breaks(int from, int to) {
        int first = -1;
        int last = -1;
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\u2029' || (c == '\r' && text.charAt(i + 1) != '\n')) {
                count++;
                last = i;
                first = first < 0 ? i : first;
            }
        }
        if (count == 0) {
            return false;
        }
        if (count > 1 || text.charAt(last) == '\u2029') {
            return true;
        }
        if (to - last > 2) {
            return true;
        }
        if (!wrapped) {
            return true;
        }
        int lineStart = Math.max(text.lastIndexOf('\n', first - 1), first - 2 * WRAP) + 1;
        int length = first - lineStart;
        char before = text.charAt(from - 1);
        boolean closes =
                before == '.' || before == '!' || before == '?' || before == '"' || before == '”' || before == ':';
        return length > 2 * WRAP - 2 || (!indented && length < 45 && closes && !Character.isLowerCase(text.charAt(to)));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
