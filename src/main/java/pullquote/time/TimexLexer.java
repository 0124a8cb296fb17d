package pullquote.time;

import java.util.Locale;
import pullquote.text.WordSieve;

/** Cuts a body into tokens and tells what each is: one pass, no backtracking beyond a number. */
final class TimexLexer {
    private static final int[] NONE = {};
    private static final int LONGEST_WORD = 16;

    private final TimexLexicon lexicon;
    private final NumberLexer numbers;
    private final NumberWords numberWords;
    private final int[] decade;
    private final int[] shortYear;
    private final int[] quarterMark;
    private final int[] halfMark;

    TimexLexer(TimexLexicon lexicon) {
        this.lexicon = lexicon;
        numbers = new NumberLexer(lexicon);
        numberWords = new NumberWords(lexicon);
        decade = new int[] {lexicon.element("$DECADE")};
        shortYear = new int[] {lexicon.element("$SHORTYEAR")};
        quarterMark = new int[] {lexicon.element("$QMARK")};
        halfMark = new int[] {lexicon.element("$HMARK")};
    }

    Tokens tokens(String text) {
        Tokens out = new Tokens(text);
        int at = 0;
        int flag = Tokens.SENTENCE_START | Tokens.PARAGRAPH_START;
        int length = text.length();
        int lineStart = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00a0') {
                if (c == '\n') {
                    // a blank line or an indented one begins a paragraph
                    boolean blank = at == lineStart;
                    lineStart = at + 1;
                    boolean indented = at + 2 < length && text.charAt(at + 1) == ' ' && text.charAt(at + 2) == ' ';
                    if (blank || indented) {
                        flag |= Tokens.SENTENCE_START | Tokens.PARAGRAPH_START;
                    }
                }
                at++;
                continue;
            }
            int first = out.size;
            if (at > 0 && text.charAt(at - 1) > ' ') {
                flag |= Tokens.GLUED;
            }
            if (Character.isLetter(c)) {
                at = word(text, at, out, flag);
            } else if (c >= '0' && c <= '9') {
                at = numbers.digits(text, at, out, flag);
            } else {
                at = mark(text, at, c, out, flag);
            }
            flag = 0;
            if (endsSentence(text, out, first)) {
                flag = Tokens.SENTENCE_START;
            }
        }
        return out;
    }

    private static boolean endsSentence(String text, Tokens out, int token) {
        char c = text.charAt(out.start[token]);
        int after = out.end[token];
        if ((c != '.' && c != '!' && c != '?') || after >= text.length()) {
            return false;
        }
        while (after < text.length() && "\"”’')".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        if (after >= text.length() || text.charAt(after) > ' ') {
            return false;
        }
        while (after < text.length() && text.charAt(after) <= ' ') {
            after++;
        }
        boolean lower = after < text.length() && Character.isLowerCase(text.charAt(after));
        // the full stop of a title or a company's form: Mr. Sen. Corp.
        boolean shortened = c == '.'
                && token > 0
                && out.end[token - 1] == out.start[token]
                && out.end[token - 1] - out.start[token - 1] <= 4
                && Character.isUpperCase(text.charAt(out.start[token - 1]))
                && out.elements[token - 1].length == 0;
        return !lower && !shortened;
    }

    private int word(String text, int from, Tokens out, int flag) {
        int at = from + 1;
        int length = text.length();
        if (isPeriodMark(text, from)) {
            int[] mark = text.charAt(from) == 'Q' ? quarterMark : halfMark;
            out.add(from, from + 2, mark, text.charAt(from + 1) - '0', flag);
            return from + 2;
        }
        while (at < length && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (isPlain(text, from, at)) {
            out.add(from, at, NONE, 0, flag | pastForm(text, from, at));
            return at;
        }
        // a.m., p.m., U.S.
        if (at - from == 1 && at + 1 < length && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1))) {
            while (at + 1 < length && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1))) {
                at += 2;
            }
            at += at < length && text.charAt(at) == '.' ? 1 : 0;
        }
        if (at - from > LONGEST_WORD) {
            out.add(from, at, NONE, 0, flag | pastForm(text, from, at));
            return at;
        }
        String key = text.substring(from, at).toLowerCase(Locale.ROOT);
        if (at < length && text.charAt(at) == '.' && lexicon.knows(key + ".")) {
            key = key + ".";
            at++;
        } else if (key.endsWith(".") && !lexicon.knows(key)) {
            key = key.substring(0, key.length() - 1);
            at--;
        }
        int[] elements = lexicon.elements(key, Character.isUpperCase(text.charAt(from)));
        out.add(from, at, elements, 0, flag | (elements.length == 0 ? pastForm(text, from, at) : 0));
        numberWords.join(key, out);
        return at;
    }

    /** Whether letters are a word that no time expression is made of; a quick look that may miss some. */
    private boolean isPlain(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return false;
            }
            hash = WordSieve.longer(hash, c | 0x20);
        }
        boolean dot = to < text.length() && text.charAt(to) == '.';
        return to - from > 1 && !lexicon.mayKnow(hash) && !(dot && lexicon.mayKnow(WordSieve.longer(hash, '.')));
    }

    /** {@code Q3}, {@code H1}, as reports write quarters and halves. */
    private static boolean isPeriodMark(String text, int at) {
        char letter = text.charAt(at);
        char last = letter == 'Q' ? '4' : letter == 'H' ? '2' : 0;
        return at + 1 < text.length()
                && text.charAt(at + 1) >= '1'
                && text.charAt(at + 1) <= last
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private static int pastForm(String text, int from, int to) {
        boolean past = to - from > 4 && text.charAt(to - 1) == 'd' && text.charAt(to - 2) == 'e';
        return past && Character.isLowerCase(text.charAt(from)) ? Tokens.PAST_FORM : 0;
    }

    private int mark(String text, int from, char c, Tokens out, int flag) {
        int at = from + 1;
        boolean apostrophe = c == '\'' || c == '’' || c == '‘' || c == '`';
        if (apostrophe && at < text.length()) {
            char next = text.charAt(at);
            boolean possessive = next == 's' && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
            if (possessive && (flag & Tokens.GLUED) != 0) {
                out.add(from, at + 1, lexicon.elements("'s", false), 0, flag);
                return at + 1;
            }
            boolean digits = at + 1 < text.length()
                    && NumberLexer.isDigit(next)
                    && NumberLexer.isDigit(text.charAt(at + 1))
                    && (flag & Tokens.GLUED) == 0;
            if (digits && (at + 2 >= text.length() || !NumberLexer.isDigit(text.charAt(at + 2)))) {
                boolean plural = at + 2 < text.length() && text.charAt(at + 2) == 's';
                out.add(
                        from,
                        at + (plural ? 3 : 2),
                        plural ? decade : shortYear,
                        NumberLexer.parse(text, at, at + 2),
                        flag);
                return at + (plural ? 3 : 2);
            }
            if (text.startsWith("ll", at) && (flag & Tokens.GLUED) != 0) {
                out.add(from, at + 2, lexicon.elements("'ll", false), 0, flag);
                return at + 2;
            }
        }
        boolean dash = c == '-' && at < text.length() && text.charAt(at) == '-';
        int[] elements = dash ? NONE : lexicon.elements(c == '–' ? "-" : String.valueOf(c), false);
        out.add(from, at, elements, 0, flag);
        return at;
    }
}
