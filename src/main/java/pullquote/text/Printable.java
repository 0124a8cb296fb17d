package pullquote.text;

/**
 * Text of a dispatch, a file name or an error as it may stand on a terminal or in a log: nothing in it ends a line, moves
 * a cursor or turns the direction of reading.
 */
public final class Printable {
    private Printable() {}

    /** {@return the text on one line, a question mark for each character that would do more than show} */
    public static String line(String text) {
        return replaced(text, '?', false);
    }

    /** {@return the text with its lines, a space for each character that would do more than show} */
    public static String lines(String text) {
        return replaced(text, ' ', true);
    }

    private static String replaced(String text, char sign, boolean keepLines) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> (keepLines && c == '\n') || !isActive(c) ? c : sign)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isActive(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
