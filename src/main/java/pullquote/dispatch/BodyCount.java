package pullquote.dispatch;

/** Counts a body's paragraphs and words. */
final class BodyCount {
    private static final int INDENT = 2;

    private BodyCount() {}

    /** {@return how many paragraphs a body has: a blank line or an indented line begins one} */
    static int paragraphs(String body) {
        int paragraphs = 0;
        boolean afterBlank = true;
        int at = 0;
        while (at < body.length()) {
            int end = at;
            while (end < body.length() && !Lines.breaks(body.charAt(end))) {
                end++;
            }
            int first = at;
            while (first < end && Lines.blank(body.charAt(first))) {
                first++;
            }
            boolean blank = first == end;
            if (!blank && (afterBlank || first - at >= INDENT)) {
                paragraphs++;
            }
            boolean pair = end + 1 < body.length() && body.charAt(end) == '\r' && body.charAt(end + 1) == '\n';
            afterBlank = blank;
            at = end + (pair ? 2 : 1);
        }
        return paragraphs;
    }

    /** {@return how many runs of characters between blanks hold a letter or digit} */
    static int words(String body) {
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (Lines.blank(c)) {
                counted = false;
            } else if (!counted && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
                counted = true;
                words++;
            }
        }
        return words;
    }
}
