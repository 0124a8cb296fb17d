package pullquote.dispatch;

/** Tells sentences from headings, codes and marks by their words and what closes them. */
final class Prose {
    private static final String CLOSING = ".!?…\"”’'»)]。！？」■";
    private static final String STOPS = ".!?…。！？";
    /** Words of the shortest text that counts as a sentence without a stop. */
    private static final int FEWEST_WORDS = 6;

    private static final int FEWEST_HAN = 8;

    private Prose() {}

    /** {@return whether a part of a text holds a letter or digit} */
    static boolean hasWords(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a text holds a digit} */
    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return whether a sentence may begin at an offset: behind a stop, a closing mark or a line break}
     *
     * @param floor where the text begins
     */
    static boolean sentenceMayBegin(String text, int floor, int at) {
        char c = text.charAt(at);
        if (at <= floor || Lines.blank(c)) {
            return false;
        }
        char before = text.charAt(at - 1);
        if (!Lines.blank(before)) {
            return (c == '(' || c == '[' || c == '（') && CLOSING.indexOf(before) >= 0;
        }
        if (c == '(' || c == '[') {
            return true;
        }
        int last = at - 1;
        while (last > floor && Lines.blank(text.charAt(last))) {
            if (Lines.breaks(text.charAt(last))) {
                return true;
            }
            last--;
        }
        return CLOSING.indexOf(text.charAt(last)) >= 0;
    }

    /** {@return whether words are a sentence: some that a stop closes, or as many as no heading code or mark has} */
    static boolean isSentence(String words) {
        int count = 0;
        int small = 0;
        int han = 0;
        boolean inWord = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean letter = Character.isLetter(c);
            if (letter && !inWord) {
                count++;
                small += Character.isLowerCase(c) ? 1 : 0;
            }
            han += letter && c >= '\u3040' && !Character.isSurrogate(c) ? 1 : 0;
            inWord = letter || (inWord && (c == '\'' || c == '’' || c == '-' || Character.isDigit(c)));
        }
        return han >= FEWEST_HAN || (count >= FEWEST_WORDS && small * 3 >= count) || (count >= 3 && endsInStop(words));
    }

    /** {@return whether words end in a stop, whatever quotes or brackets close behind it} */
    static boolean endsInStop(String words) {
        int last = words.length() - 1;
        while (last >= 0 && CLOSING.indexOf(words.charAt(last)) >= 0 && STOPS.indexOf(words.charAt(last)) < 0) {
            last--;
        }
        return last >= 0 && STOPS.indexOf(words.charAt(last)) >= 0;
    }

    /** {@return whether words are some, of which the first has a capital, as in a headline} */
    static boolean isHeading(String words) {
        return words.indexOf(' ') > 0
                && words.indexOf(' ') != words.lastIndexOf(' ')
                && (Character.isUpperCase(words.charAt(0)) || Character.isDigit(words.charAt(0)));
    }
}
