package pullquote.text;

import java.util.Arrays;
import java.util.Set;

/** One pass over a text that finds its tokens. Used once, by {@link Tokens}. */
final class Tokenizer {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "rep", "gov", "prof", "st", "jr", "sr", "inc", "corp",
            "co", "ltd", "maj", "sgt", "capt", "adm", "rev", "vs", "cmdr", "brig", "pvt", "cpl", "supt", "det", "hon",
            "pres", "sens", "reps", "messrs", "mt", "ft", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "ala",
            "ariz", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
            "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis",
            "wyo", "dept", "univ", "assn", "bros", "spc", "atty", "amb", "ph.d", "etc", "e.g", "i.e", "a.m", "p.m");

    final String text;
    int size;
    int[] starts;
    int[] ends;
    byte[] kinds;

    Tokenizer(String text) {
        this.text = text;
        int guess = 16 + text.length() / 4;
        starts = new int[guess];
        ends = new int[guess];
        kinds = new byte[guess];
    }

    void run(int from) {
        int n = text.length();
        int i = from;
        while (i < n) {
            char c = text.charAt(i);
            if (c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF))) {
                i++;
            } else if (isWordChar(c)) {
                i = word(i, n);
            } else {
                i = mark(i, c, n);
            }
        }
    }

    private int word(int start, int n) {
        int i = start;
        boolean number = text.charAt(start) <= '9';
        int dotted = 0;
        int segment = start;
        while (true) {
            while (i < n && isWordChar(text.charAt(i))) {
                i++;
            }
            if (i >= n) {
                break;
            }
            char c = text.charAt(i);
            boolean joins = i + 1 < n && isWordChar(text.charAt(i + 1));
            if (c == '.' && i - segment == 1 && Character.isLetter(text.charAt(segment)) && (dotted > 0 || joins)) {
                dotted++;
                i++;
                segment = i;
            } else if (joins && (c == '-' || ((c == '.' || c == ',' || c == ':') && digitsAround(i)))) {
                i++;
                segment = i;
            } else if (joins && (c == '\'' || c == '’') && !possessive(i, n)) {
                i++;
                segment = i;
            } else {
                break;
            }
        }
        if (i < n && text.charAt(i) == '.' && dotted == 0 && abbreviation(start, i)) {
            i++;
        }
        return add(start, i, number ? Tokens.NUMBER : Tokens.WORD);
    }

    private boolean digitsAround(int i) {
        return isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1));
    }

    private boolean possessive(int apostrophe, int n) {
        char c = text.charAt(apostrophe + 1);
        return (c == 's' || c == 'S') && (apostrophe + 2 >= n || !isWordChar(text.charAt(apostrophe + 2)));
    }

    private boolean abbreviation(int start, int end) {
        if (end - start == 1) {
            char c = text.charAt(start);
            return c >= 'A' && c <= 'Z' && c != 'I' && end + 1 < text.length();
        }
        return end - start <= 6
                && Character.isUpperCase(text.charAt(start))
                && ABBREVIATIONS.contains(text.substring(start, end).toLowerCase(java.util.Locale.ROOT));
    }

    private int mark(int i, char c, int n) {
        switch (c) {
            case '"', '“', '”', '„', '‟', '«', '»', '＂' -> {
                return add(i, i + 1, Tokens.DOUBLE_QUOTE);
            }
            case '\'', '’', '`', '‘', '‚', '‹', '›' -> {
                return single(i, c, n);
            }
            case '.', '-', '_', '*', '=' -> {
                int end = i + 1;
                while (end < n && text.charAt(end) == c) {
                    end++;
                }
                return add(i, end, Tokens.MARK);
            }
            default -> {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < n && Character.isLowSurrogate(text.charAt(i + 1));
                return add(i, i + (pair ? 2 : 1), Tokens.MARK);
            }
        }
    }

    /** A run of apostrophes or backticks is split into pairs, which are double marks, and at most one single mark. */
    private int single(int i, char c, int n) {
        boolean afterWord = i > 0 && isWordChar(text.charAt(i - 1));
        if ((c == '\'' || c == '’') && afterWord && i + 1 < n && isWordChar(text.charAt(i + 1)) && possessive(i, n)) {
            return add(i, i + 2, Tokens.WORD);
        }
        int run = i + 1;
        while (run < n && text.charAt(run) == c) {
            run++;
        }
        int length = run - i;
        if (length == 1 || c == '‚' || c == '‹' || c == '›') {
            return add(i, i + 1, Tokens.SINGLE_QUOTE);
        }
        int at = i;
        if (length % 2 == 1 && c != '`' && c != '‘') {
            at = add(at, at + 1, Tokens.SINGLE_QUOTE);
        }
        while (run - at >= 2) {
            at = add(at, at + 2, Tokens.DOUBLE_QUOTE);
        }
        return at < run ? add(at, at + 1, Tokens.SINGLE_QUOTE) : at;
    }

    private int add(int start, int end, byte kind) {
        if (size == starts.length) {
            int more = size + (size >> 1) + 16;
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            kinds = Arrays.copyOf(kinds, more);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = kind;
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordChar(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0x200D
                || c == 0xAD;
    }
}
