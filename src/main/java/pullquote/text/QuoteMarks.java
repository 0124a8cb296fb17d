package pullquote.text;

import java.util.Arrays;

/**
 * The quotations of a text as its marks show them, before anyone asks who speaks.
 *
 * <p>Marks are matched paragraph by paragraph, so that a lost one spoils no more than its paragraph: a quotation left
 * open ends with its paragraph, a stray closing mark opens at its sentence's start, a second opening mark closes what
 * is still open. Straight, curly, typed ({@code ``} and {@code ''}), low and angle marks may be mixed. Single marks
 * count only in pairs and never inside a word. Where a text has more speech between single marks than between double
 * ones, as British copy has, the single ones are its quotations. Linear in the number of tokens.
 */
public final class QuoteMarks {
    /** So many tokens from mark to mark are more than a word or two in quotation marks. */
    private static final int SPEECH = 4;

    private final Tokens tokens;
    private final int[] quoteOf;
    private final int[] singleOf;
    private int count;
    private int[] opens = new int[16];
    private int[] closes = new int[16];

    private QuoteMarks(Tokens tokens) {
        this.tokens = tokens;
        quoteOf = new int[tokens.size()];
        singleOf = new int[tokens.size()];
        Arrays.fill(quoteOf, -1);
        Arrays.fill(singleOf, -1);
    }

    /** {@return the quotations that the marks of a text make} */
    public static QuoteMarks of(Tokens tokens) {
        QuoteMarks marks = new QuoteMarks(tokens);
        for (int p = 0; p < tokens.paragraphs(); p++) {
            marks.doubles(tokens.paragraphStart(p), tokens.paragraphEnd(p));
            marks.singles(tokens.paragraphStart(p), tokens.paragraphEnd(p));
        }
        return marks.speeches() > 0 ? marks.withSingles() : marks;
    }

    /** By how many there is more speech between single marks than between double ones. */
    private int speeches() {
        int more = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (singleOf[i] == i && quoteOf[i] < 0 && isSpeech(i, singleEnd(i))) {
                more++;
            }
        }
        for (int q = 0; q < count && more > 0; q++) {
            more -= isSpeech(opens[q], closes[q]) ? 1 : 0;
        }
        return more;
    }

    /** Whether what stands between two marks is as long as a clause and ends with a stop or comma. */
    private boolean isSpeech(int open, int close) {
        return close - open >= SPEECH
                && (",.?!…".indexOf(tokens.first(close - 1)) >= 0
                        || (close + 1 < tokens.size() && ",.".indexOf(tokens.first(close + 1)) >= 0));
    }

    private int singleEnd(int open) {
        int end = open;
        while (end + 1 < tokens.size() && singleOf[end + 1] == open) {
            end++;
        }
        return end;
    }

    /** The same with single pairs as quotations; double ones count where they stand outside of these. */
    private QuoteMarks withSingles() {
        QuoteMarks marks = new QuoteMarks(tokens);
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (next < count && opens[next] < i) {
                next++;
            }
            if (next < count && opens[next] == i) {
                int end = closes[next];
                marks.add(i, end);
                System.arraycopy(singleOf, i, marks.singleOf, i, end + 1 - i);
                i = end;
            } else if (singleOf[i] == i && singleEnd(i) - i > 1) {
                int end = singleEnd(i);
                marks.add(i, end);
                i = end;
            }
        }
        return marks;
    }

    /** {@return whether a token is the mark that opens or closes a quotation} */
    public boolean isMark(int token) {
        int quote = quoteOf[token];
        byte kind = tokens.kind(token);
        return kind == Tokens.DOUBLE_QUOTE
                || (kind == Tokens.SINGLE_QUOTE && quote >= 0 && (opens[quote] == token || closes[quote] == token));
    }

    /** {@return the number of quotations, in order} */
    public int count() {
        return count;
    }

    /** {@return the quotation a token lies in, marks included, or -1} */
    public int quoteOf(int token) {
        return quoteOf[token];
    }

    /** {@return whether a token lies between single quotation marks, marks included} */
    public boolean inSingle(int token) {
        return singleOf[token] >= 0;
    }

    /** {@return the first token of a quotation, its opening mark where it has one} */
    public int open(int quote) {
        return opens[quote];
    }

    /** {@return the last token of a quotation, its closing mark where it has one} */
    public int close(int quote) {
        return closes[quote];
    }

    private void doubles(int from, int to) {
        int open = -1;
        int lastClose = from - 1;
        for (int i = from; i < to; i++) {
            if (tokens.kind(i) != Tokens.DOUBLE_QUOTE) {
                continue;
            }
            boolean opening = opens(i, open, from);
            if (open < 0 && opening) {
                open = i;
            } else if (open < 0) {
                int begin = Math.max(lastClose + 1, tokens.sentenceStart(tokens.sentenceOf(i)));
                if (i - begin >= 3) {
                    add(begin, i);
                    lastClose = i;
                }
            } else if (!opening) {
                add(open, i);
                lastClose = i;
                open = -1;
            } else if (tokens.sentenceOf(i) != tokens.sentenceOf(open)
                    && tokens.sentenceStart(tokens.sentenceOf(i)) == i) {
                add(open, i - 1);
                open = i;
            }
        }
        if (open >= 0 && open < to - 1) {
            add(open, to - 1);
        }
    }

    private boolean opens(int i, int open, int from) {
        char c = tokens.first(i);
        switch (c) {
            case '„', '‟', '`' -> {
                return true;
            }
            case '”' -> {
                return open < 0 && i == from;
            }
            case '“' -> {
                return open < 0 || tokens.first(open) != '„';
            }
            case '«' -> {
                return open < 0 || tokens.first(open) != '»';
            }
            case '»' -> {
                return open < 0 && spaceBefore(i) && !spaceAfter(i);
            }
            default -> {
                boolean before = spaceBefore(i) || i == from;
                boolean after = spaceAfter(i);
                return before == after ? open < 0 : before;
            }
        }
    }

    private boolean spaceBefore(int i) {
        int at = tokens.start(i);
        if (at == 0) {
            return true;
        }
        char c = tokens.text().charAt(at - 1);
        return c <= ' ' || c == '(' || c == '[' || c == 0xA0 || c == '-' || c == '—' || c == '‘' || c == '`';
    }

    private boolean spaceAfter(int i) {
        int at = tokens.end(i);
        if (at >= tokens.text().length()) {
            return true;
        }
        char c = tokens.text().charAt(at);
        return c <= ' ' || c == 0xA0 || ".,;:!?)]-—".indexOf(c) >= 0;
    }

    private void singles(int from, int to) {
        int open = -1;
        for (int i = from; i < to; i++) {
            if (tokens.kind(i) != Tokens.SINGLE_QUOTE) {
                continue;
            }
            char c = tokens.first(i);
            boolean opening = c == '`'
                    || c == '‘'
                    || c == '‚'
                    || c == '‹'
                    || ((spaceBefore(i) || afterDouble(i)) && !spaceAfter(i));
            if (opening) {
                open = i;
            } else if (open >= 0) {
                Arrays.fill(singleOf, open, i + 1, open);
                open = -1;
            }
        }
    }

    private boolean afterDouble(int i) {
        return i > 0 && tokens.kind(i - 1) == Tokens.DOUBLE_QUOTE && tokens.end(i - 1) == tokens.start(i);
    }

    private void add(int open, int close) {
        if (count == opens.length) {
            opens = Arrays.copyOf(opens, count * 2);
            closes = Arrays.copyOf(closes, count * 2);
        }
        opens[count] = open;
        closes[count] = close;
        Arrays.fill(quoteOf, open, close + 1, count++);
    }
}
