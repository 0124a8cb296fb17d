package pullquote.time;

/** A span of years whose second is printed in two digits: {@code 1998-99}, {@code 1999-00}, {@code 2009/10}. */
final class YearSpan {
    private static final int EARLIEST = 1700;

    private YearSpan() {}

    /** {@return whether two digits end a span: the {@code 99} of {@code 1998-99}} */
    static boolean ends(String text, int from, int to, Tokens before, int year) {
        int mark = before.size - 1;
        if (to - from != 2 || mark < 1 || before.end[mark] != from || !before.is(mark - 1, year)) {
            return false;
        }
        char sign = text.charAt(from - 1);
        boolean dash = sign == '-' || sign == '–' || sign == '/';
        double first = before.number[mark - 1];
        return dash
                && before.end[mark] - before.start[mark] == 1
                && before.end[mark - 1] == before.start[mark]
                && first >= EARLIEST
                && endsThere(text, to)
                && second(first, NumberLexer.parse(text, from, to)) > first;
    }

    /** {@return whether a year and a slash begin a span: {@code 2009/10}} */
    static boolean begins(String text, int from, int slash) {
        int end = slash + 3;
        if (end > text.length()
                || !NumberLexer.isDigit(text.charAt(slash + 1))
                || !NumberLexer.isDigit(text.charAt(slash + 2))) {
            return false;
        }
        double first = NumberLexer.parse(text, from, slash);
        return endsThere(text, end) && second(first, NumberLexer.parse(text, slash + 1, end)) == first + 1;
    }

    /** {@return whether no digit, letter or sign of a number goes on at an offset} */
    private static boolean endsThere(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char next = text.charAt(at);
        boolean sign = next == '-' || next == '.' || next == ',';
        boolean more = sign && at + 1 < text.length() && NumberLexer.isDigit(text.charAt(at + 1));
        return !more && !Character.isLetterOrDigit(next) && next != '/' && next != '%';
    }

    /** {@return the year of two digits after another: 1999 for {@code 1998-99}, 2000 for {@code 1999-00}} */
    static double second(double first, double digits) {
        return Math.floor(first / 100) * 100 + digits + (digits == 0 ? 100 : 0);
    }
}
