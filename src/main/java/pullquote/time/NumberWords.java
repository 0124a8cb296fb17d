package pullquote.time;

import java.util.Arrays;

/** Puts numbers in words together: {@code twenty-five}, {@code two hundred}, {@code nineteen ninety-six}. */
final class NumberWords {
    private final TimexLexicon lexicon;
    private final int[] number;
    private final int[] ordinal;
    private final int[] yearWords;
    private final int ones;
    private final int tens;
    private final int big;
    private final int ord;
    private final int num;
    private final int hyphen;

    NumberWords(TimexLexicon lexicon) {
        this.lexicon = lexicon;
        num = lexicon.element("$NUM");
        number = new int[] {num};
        ordinal = new int[] {lexicon.element("$ORD")};
        yearWords = new int[] {lexicon.element("$YEARWORDS")};
        ones = lexicon.element("$ONES");
        tens = lexicon.element("$TENS");
        big = lexicon.element("$BIG");
        ord = lexicon.element("$ORD");
        hyphen = lexicon.word("-");
    }

    /** Puts {@code twenty five}, {@code two hundred}, {@code nineteen ninety-six} together as they come in. */
    void join(String key, Tokens out) {
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
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = num;
        return value > 0 ? more : known;
    }
}
