package pullquote.time;

import java.util.Locale;
import java.util.Optional;

/** Reads what begins with a digit: numbers, years, clock times, ordinals, decades, ISO dates. */
final class NumberLexer {
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
    private final int[] other;
    private final int[] quarterMark;
    private final int[] halfMark;
    private final int[] nineEleven;
    private final int[] slashedDate;
    private final int num;

    NumberLexer(TimexLexicon lexicon) {
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
        other = new int[] {lexicon.element("$OTHER")};
        quarterMark = new int[] {lexicon.element("$QMARK")};
        halfMark = new int[] {lexicon.element("$HMARK")};
        nineEleven = new int[] {lexicon.element("$NINEELEVEN")};
        slashedDate = new int[] {lexicon.element("$SLASHDATE")};
    }

    /** Adds the token at an offset and returns the offset after it. */
    int digits(String text, int from, Tokens out, int flag) {
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
        boolean apart = next == '-' || next == '.' || next == '/';
        if (apart && !amount && (digits <= 2 || digits == 4)) {
            Optional<SlashedDate.Plain> date = SlashedDate.plain(text, from);
            if (date.isPresent()) {
                out.add(from, date.get().end(), slashedDate, date.get().number(), flag);
                return date.get().end();
            }
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
            double seconds = to > at + 3 ? parse(text, at + 4, to) / 60 : 0;
            double value = parse(text, from, at) * 60 + parse(text, at + 1, at + 3) + seconds;
            out.add(from, to, score || value >= 24 * 60 + 1 ? other : clock, value, flag);
            return to;
        }
        int clockEnd = dottedClock(text, from, at);
        if (clockEnd > 0) {
            out.add(from, clockEnd, clock, parse(text, from, at) * 60 + parse(text, at + 1, at + 3), flag);
            return clockEnd;
        }
        if (YearSpan.ends(text, from, at, out, year[0])) {
            out.add(from, at, year, YearSpan.second(out.number[out.size - 2], parse(text, from, at)), flag);
            return at;
        }
        if ((next == '.' || next == ',') && at + 1 < length && isDigit(text.charAt(at + 1))) {
            return decimal(text, from, at, out, flag, amount);
        }
        boolean years = digits == 4 && !amount && next == '/' && YearSpan.begins(text, from, at);
        if (next == '/' && !years && at + 1 < length && isDigit(text.charAt(at + 1))) {
            return fraction(text, from, at, out, flag);
        }
        double value = amount && digits > 9 ? 0 : parse(text, from, at);
        if (Character.isLetter(next)) {
            return suffixed(text, from, at, value, out, flag, amount);
        }
        if (amount || next == '%') {
            out.add(from, at, other, value, flag);
        } else if (digits == 4 && value >= 1000 && value < 2200) {
            boolean range = out.size > 1 && out.is(out.size - 2, year[0]) && out.end[out.size - 2] == from - 1;
            boolean joined = before == '-' && !range && !(from > 1 && Character.isLetter(text.charAt(from - 2)));
            out.add(from, at, joined ? other : isClock(text, from) ? clock4 : year, value, flag);
        } else if (digits == 4 && isClock(text, from)) {
            out.add(from, at, new int[] {clock4[1], num}, value, flag);
        } else {
            out.add(from, at, digits <= 2 && value >= 1 && value <= 31 ? day : number, value, flag);
        }
        return at;
    }

    /** {@return the end of a clock time printed with a dot, as in {@code 7.30pm}; 0 for none} */
    private static int dottedClock(String text, int from, int point) {
        int end = point + 3;
        if (point - from > 2
                || end >= text.length()
                || text.charAt(point) != '.'
                || !isDigit(text.charAt(point + 1))
                || !isDigit(text.charAt(point + 2))
                || parse(text, from, point) > 12
                || parse(text, point + 1, end) > 59) {
            return 0;
        }
        int half = text.charAt(end) == ' ' ? end + 1 : end;
        boolean named = half < text.length() && "apAP".indexOf(text.charAt(half)) >= 0;
        int m = half + 1 < text.length() && text.charAt(half + 1) == '.' ? half + 2 : half + 1;
        boolean meridian = named && m < text.length() && "mM".indexOf(text.charAt(m)) >= 0;
        return meridian && (m + 1 == text.length() || !Character.isLetter(text.charAt(m + 1))) ? end : 0;
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
        } else if (at - from == 1 && value >= 1 && value <= 4 && text.startsWith("Q", at) && to == at + 1 && !amount) {
            out.add(from, to, quarterMark, value, flag);
        } else if (at - from == 1 && value >= 1 && value <= 2 && text.startsWith("H", at) && to == at + 1 && !amount) {
            out.add(from, to, halfMark, value, flag);
        } else if (suffix.equals("s") && value % 10 == 0 && at - from == 4 && !amount) {
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
        double day = SlashedDate.number(all);
        if (day > 0) {
            out.add(from, at, slashedDate, day, flag);
            return at;
        }
        double value = all.equals("1/2") ? 0.5 : all.equals("1/4") ? 0.25 : all.equals("3/4") ? 0.75 : 0;
        if (all.equals("9/11")) {
            out.add(from, at, nineEleven, 0, flag);
            return at;
        }
        int last = out.size - 1;
        if (value > 0 && last >= 0 && out.is(last, num) && out.end[last] >= from - 1) {
            out.add(from, at, number, value, flag);
            out.replaceLast(2, number, out.number[last] + value);
        } else {
            out.add(from, at, value > 0 ? number : other, value, flag);
        }
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static double parse(String text, int from, int to) {
        double value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
