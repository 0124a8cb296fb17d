package pullquote.time;

import java.util.Locale;

/** Cuts a body into tokens and tells what each is: one pass, no backtracking beyond a number. */
final class TimexLexer {
    private static final int[] NONE = {};
    private static final int LONGEST_WORD = 16;

    private final TimexLexicon lexicon;
    private final int[] number;
    private final int[] day;
    private final int[] year;
    private final int[] clock;
    private final int[] clock4;
    private final int[] ordinal;
    private final int[] decade;
    private final int[] isoDate;
    private final int[] ordinalDay;
    private final int[] yearWords;
    private final int[] shortYear;
    private final int[] other;
    private final int ones;
    private final int tens;
    private final int big;
    private final int ord;
    private final int num;
    private final int hyphen;

    TimexLexer(TimexLexicon lexicon) {
        this.lexicon = lexicon;
        num = lexicon.element("$NUM");
        int daySmall = lexicon.element("$DAY");
        int yearElement = lexicon.element("$YEAR");
        number = new int[] {num};
        day = new int[] {num, daySmall};
        year = new int[] {yearElement};
        clock = new int[] {lexicon.element("$CLOCK")};
        clock4 = new int[] {yearElement, lexicon.element("$CLOCK4")};
        ordinal = new int[] {lexicon.element("$ORD")};
        ordinalDay = new int[] {lexicon.element("$ORD"), lexicon.element("$ORDDAY")};
        decade = new int[] {lexicon.element("$DECADE")};
        isoDate = new int[] {lexicon.element("$ISODATE")};
        yearWords = new int[] {lexicon.element("$YEARWORDS")};
        shortYear = new int[] {lexicon.element("$SHORTYEAR")};
        other = new int[] {lexicon.element("$OTHER")};
        ones = lexicon.element("$ONES");
        tens = lexicon.element("$TENS");
        big = lexicon.element("$BIG");
        ord = lexicon.element("$ORD");
        hyphen = lexicon.word("-");
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
                at = digits(text, at, out, flag);
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
        while (at < length && Character.isLetter(text.charAt(at))) {
            at++;
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
        numberWords(key, out);
        return at;
    }

    private static int pastForm(String text, int from, int to) {
        boolean past = to - from > 4 && text.charAt(to - 1) == 'd' && text.charAt(to - 2) == 'e';
        return past && Character.isLowerCase(text.charAt(from)) ? Tokens.PAST_FORM : 0;
    }

    /** Puts {@code twenty five}, {@code two hundred}, {@code nineteen ninety-six} together as they come in. */
    private void numberWords(String key, Tokens out) {
        int last = out.size - 1;
        boolean one = out.is(last, ones);
        boolean ten = out.is(last, tens);
        boolean large = out.is(last, big);
        if (!one && !ten && !large) {
            if (out.is(last, ord) && last > 0) {
                ordinalWords(key, out);
            }
            return;
        }
        double value = lexicon.value(key, one ? ones : ten ? tens : big);
        int before = last - 1;
        int joined = 2;
        if (before > 0 && out.is(before, hyphen) && out.has(last, Tokens.GLUED)) {
            before--;
            joined = 3;
        }
        boolean number = before >= 0 && !out.has(last, Tokens.SENTENCE_START) && isNumber(out, before);
        double left = number ? out.number[before] : 0;
        boolean spelt = number && Character.isLetter(out.text.charAt(out.start[before]));
        if (large && number && joined == 2) {
            out.replaceLast(joined, this.number, left * value);
        } else if (large
                && before >= 0
                && out.end[before] - out.start[before] == 1
                && out.text.charAt(out.start[before]) == 'a') {
            out.replaceLast(2, this.number, value);
        } else if (spelt && one && value < 10 && left >= 20 && left % 10 == 0 && left < 100) {
            out.replaceLast(joined, this.number, left + value);
        } else if (spelt && one && value < 10 && left > 1000 && left % 10 == 0 && left % 100 >= 20) {
            out.replaceLast(joined, yearWords, left + value);
        } else if (spelt && joined == 2 && left >= 18 && left <= 20 && (ten || value >= 10)) {
            out.replaceLast(2, yearWords, left * 100 + value);
        } else if (spelt && left >= 100 && left % 100 == 0 && (one || ten)) {
            out.replaceLast(joined, this.number, left + value);
        } else {
            out.elements[last] = withWord(out.elements[last], value);
            out.number[last] = value;
        }
    }

    private void ordinalWords(String key, Tokens out) {
        int last = out.size - 1;
        out.number[last] = lexicon.value(key, ord);
        int before = last - 1;
        if (before > 0 && out.is(before, hyphen)) {
            before--;
        }
        if (isNumber(out, before)
                && out.number[before] >= 20
                && out.number[before] % 10 == 0
                && out.number[last] < 10
                && Character.isLetter(out.text.charAt(out.start[before]))) {
            out.replaceLast(last - before + 1, ordinal, out.number[before] + out.number[last]);
        }
    }

    private boolean isNumber(Tokens out, int token) {
        return token >= 0 && (out.is(token, num) || out.is(token, yearWords[0]));
    }

    private int[] withWord(int[] known, double value) {
        int[] more = java.util.Arrays.copyOf(known, known.length + 1);
        more[known.length] = num;
        return value > 0 ? more : known;
    }

    private int digits(String text, int from, Tokens out, int flag) {
        int length = text.length();
        int at = from;
        while (at < length && isDigit(text.charAt(at))) {
            at++;
        }
        int digits = at - from;
        char next = at < length ? text.charAt(at) : ' ';
        char before = from > 0 ? text.charAt(from - 1) : ' ';
        boolean amount = "$€£¥#.".indexOf(before) >= 0 || (Character.isLetter(before) && before < 128) || digits > 9;
        // 2017-09-28, and no other run of digits and hyphens
        if (digits == 4 && isDate(text, from) && !(from + 10 < length && isDigit(text.charAt(from + 10)))) {
            out.add(from, from + 10, isoDate, 0, flag);
            return from + 10;
        }
        if (digits <= 2
                && next == ':'
                && at + 2 < length
                && isDigit(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))) {
            int to = at + 3;
            if (to + 2 < length
                    && text.charAt(to) == ':'
                    && isDigit(text.charAt(to + 1))
                    && isDigit(text.charAt(to + 2))) {
                to += 3;
            }
            boolean score = to < length
                    && (isDigit(text.charAt(to))
                            || (text.charAt(to) == '.' && to + 1 < length && isDigit(text.charAt(to + 1))));
            double value = parse(text, from, at) * 60 + parse(text, at + 1, at + 3);
            out.add(from, to, score || value >= 24 * 60 + 1 ? other : clock, value, flag);
            return to;
        }
        if ((next == '.' || next == ',') && at + 1 < length && isDigit(text.charAt(at + 1))) {
            return decimal(text, from, at, out, flag, amount);
        }
        if (next == '/' && at + 1 < length && isDigit(text.charAt(at + 1))) {
            return fraction(text, from, at, out, flag);
        }
        double value = amount && digits > 9 ? 0 : parse(text, from, at);
        if (Character.isLetter(next)) {
            return suffixed(text, from, at, value, out, flag, amount);
        }
        if (amount || next == '%') {
            out.add(from, at, other, value, flag);
        } else if (digits == 4 && value >= 1000 && value < 2200) {
            boolean joined = before == '-' && !(from > 1 && Character.isLetter(text.charAt(from - 2)));
            out.add(from, at, joined ? other : isClock(text, from) ? clock4 : year, value, flag);
        } else if (digits == 4 && isClock(text, from)) {
            out.add(from, at, new int[] {clock4[1], num}, value, flag);
        } else {
            out.add(from, at, digits <= 2 && value >= 1 && value <= 31 ? day : number, value, flag);
        }
        return at;
    }

    private int suffixed(String text, int from, int at, double value, Tokens out, int flag, boolean amount) {
        int to = at;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        String suffix = text.substring(at, Math.min(to, at + 5)).toLowerCase(Locale.ROOT);
        boolean ordinals = suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd") || suffix.equals("th");
        if (ordinals && !amount) {
            out.add(from, to, value >= 1 && value <= 31 ? ordinalDay : ordinal, value, flag);
        } else if (suffix.equals("s") && value % 10 == 0 && (at - from == 4 || at - from == 2) && !amount) {
            out.add(from, to, decade, value, flag);
        } else if ((suffix.equals("am") || suffix.equals("pm") || suffix.equals("p") || suffix.equals("a"))
                && value >= 1
                && value <= 12) {
            out.add(from, at, day, value, flag);
            return at;
        } else if (lexicon.knows(suffix) && at - from == 4 && isClock(text, from)) {
            out.add(from, at, clock4, value, flag);
            return at;
        } else {
            out.add(from, to, other, value, flag);
        }
        return to;
    }

    private int decimal(String text, int from, int point, Tokens out, int flag, boolean amount) {
        int at = point;
        boolean thousands = true;
        int marks = 0;
        while (at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',')
                && isDigit(text.charAt(at + 1))) {
            int group = at + 1;
            marks++;
            thousands &= text.charAt(at) == ',';
            at = group;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            thousands &= at - group == 3;
        }
        if (!thousands && text.charAt(point) == ',') {
            // "in 1988,1989": two numbers
            return digitsBefore(text, from, point, out, flag);
        }
        double value = 0;
        if (at - from < 16 && (thousands || marks == 1)) {
            value = Double.parseDouble(text.substring(from, at).replace(",", ""));
        }
        boolean percent = at < text.length() && text.charAt(at) == '%';
        out.add(from, at, amount || percent || value == 0 ? other : number, value, flag);
        return at;
    }

    private int digitsBefore(String text, int from, int at, Tokens out, int flag) {
        double value = at - from > 9 ? 0 : parse(text, from, at);
        out.add(
                from,
                at,
                at - from == 4 && value >= 1000 && value < 2200
                        ? year
                        : at - from <= 2 && value > 0 && value <= 31 ? day : number,
                value,
                flag);
        return at;
    }

    /** {@code 1/2} after a number adds to it; other runs of digits and slashes are no number. */
    private int fraction(String text, int from, int slash, Tokens out, int flag) {
        int at = slash;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '/')) {
            at++;
        }
        String all = text.substring(from, Math.min(at, from + 12));
        double value = all.equals("1/2") ? 0.5 : all.equals("1/4") ? 0.25 : all.equals("3/4") ? 0.75 : 0;
        int last = out.size - 1;
        if (value > 0 && last >= 0 && out.is(last, num) && out.end[last] >= from - 1) {
            out.add(from, at, number, value, flag);
            out.replaceLast(2, number, out.number[last] + value);
        } else {
            out.add(from, at, value > 0 ? number : other, value, flag);
        }
        return at;
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
                    && isDigit(next)
                    && isDigit(text.charAt(at + 1))
                    && (flag & Tokens.GLUED) == 0;
            if (digits && (at + 2 >= text.length() || !isDigit(text.charAt(at + 2)))) {
                boolean plural = at + 2 < text.length() && text.charAt(at + 2) == 's';
                out.add(from, at + (plural ? 3 : 2), plural ? decade : shortYear, parse(text, at, at + 2), flag);
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

    private static boolean isDate(String text, int at) {
        return at + 10 <= text.length()
                && text.charAt(at + 4) == '-'
                && text.charAt(at + 7) == '-'
                && isDigit(text.charAt(at + 5))
                && isDigit(text.charAt(at + 6))
                && isDigit(text.charAt(at + 8))
                && isDigit(text.charAt(at + 9));
    }

    private static boolean isClock(String text, int at) {
        return parse(text, at, at + 2) < 24 && parse(text, at + 2, at + 4) < 60;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static double parse(String text, int from, int to) {
        double value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
