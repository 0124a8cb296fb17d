package pullquote.text;

/** Finds where sentences begin: after a closing mark and what closes with it, before a capital, a digit or a quote. */
final class Sentences {
    /** Abbreviations that end no sentence. */
    private static final String[] INNER = {"vs", "approx", "cf", "incl", "excl", "viz"};

    /** Abbreviations that end no sentence before a figure, as in "No. 11". */
    private static final String[] BEFORE_FIGURES = {"No", "Nos", "no", "nos", "Art", "Fig", "Sec", "Vol", "pp"};

    private Sentences() {}

    static boolean[] breaks(Tokenizer tokens, boolean[] paragraphs) {
        boolean[] breaks = new boolean[tokens.size];
        String text = tokens.text;
        for (int i = 1; i < tokens.size; i++) {
            if (paragraphs[i]) {
                breaks[i] = true;
                continue;
            }
            if (tokens.starts[i] == tokens.ends[i - 1]) {
                continue;
            }
            int last = i - 1;
            while (last > 0 && closes(tokens, last) && tokens.starts[last] == tokens.ends[last - 1]) {
                last--;
            }
            if (ends(tokens, last) && begins(tokens, i, text) && !isAbbreviation(tokens, last, i)) {
                breaks[i] = true;
            }
        }
        return breaks;
    }

    private static boolean closes(Tokenizer tokens, int i) {
        byte kind = tokens.kinds[i];
        char c = tokens.text.charAt(tokens.starts[i]);
        return kind == Tokens.DOUBLE_QUOTE || kind == Tokens.SINGLE_QUOTE || c == ')' || c == ']';
    }

    private static boolean ends(Tokenizer tokens, int i) {
        char c = tokens.text.charAt(tokens.starts[i]);
        if (tokens.kinds[i] == Tokens.MARK) {
            return c == '.' || c == '!' || c == '?' || c == '…';
        }
        // "U.S." and its kind may end a sentence: told apart by what follows
        return false;
    }

    /** Whether the point before a token belongs to an abbreviation within a sentence. */
    private static boolean isAbbreviation(Tokenizer tokens, int point, int next) {
        boolean follows = point > 0
                && point == next - 1
                && tokens.ends[point] == tokens.starts[point] + 1
                && tokens.text.charAt(tokens.starts[point]) == '.'
                && tokens.ends[point - 1] == tokens.starts[point];
        return follows
                && (isAmong(tokens, point - 1, INNER)
                        || (tokens.kinds[next] == Tokens.NUMBER && isAmong(tokens, point - 1, BEFORE_FIGURES)));
    }

    private static boolean isAmong(Tokenizer tokens, int token, String[] words) {
        int from = tokens.starts[token];
        int length = tokens.ends[token] - from;
        for (String word : words) {
            if (word.length() == length && tokens.text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(Tokenizer tokens, int i, String text) {
        char c = text.charAt(tokens.starts[i]);
        if (tokens.kinds[i] == Tokens.WORD) {
            return !Character.isLowerCase(c);
        }
        return tokens.kinds[i] != Tokens.MARK || c == '(' || c == '[' || c == '$' || c == '*' || c == '-';
    }
}
