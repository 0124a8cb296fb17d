package pullquote.quote;

import pullquote.text.Tokens;

/**
 * The runs of words in which a passage's names are looked for: capitalised words and what may join them inside a name, such
 * as "of", particles and an ampersand.
 */
final class NameRuns {
    private static final WordSet INNER = WordSet.of(
            "of", "for", "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "bint", "al", "el", "ibn",
            "du", "la", "le", "las", "los", "and", "the", "on", "in", "to", "at", "dos", "das", "do", "e", "y", "ter",
            "ul", "ur", "und", "et", "against", "with", "upon", "sur", "s", "des");

    private static final WordSet PARTICLES = WordSet.of(
            "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "al", "el", "ibn", "du", "la", "le",
            "dos", "ter", "abu", "ould");

    private static final WordSet AFTER_COMMA = WordSet.of(
            "jr", "jr.", "sr", "sr.", "ii", "iii", "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "llc", "plc", "co.",
            "l.p.", "lp", "s.a.", "n.a.", "p.c.");

    /** Nouns that end the name of an organisation although they are written small: "Norwegian army", "Ferro news agency". */
    private static final WordSet HEADS = WordSet.of(
            "army",
            "navy",
            "police",
            "party",
            "ministry",
            "embassy",
            "mission",
            "parliament",
            "agency",
            "radio",
            "television",
            "newspaper",
            "union",
            "group",
            "administration",
            "campaign",
            "team",
            "hospital",
            "university",
            "court",
            "council",
            "committee",
            "commission",
            "department",
            "office",
            "bank",
            "club",
            "militia",
            "movement",
            "federation",
            "association",
            "company");

    private static final WordSet DESCRIBING = WordSet.of(
            "born",
            "led",
            "held",
            "run",
            "style",
            "made",
            "era",
            "wide",
            "speaking",
            "language",
            "bound",
            "level",
            "area",
            "friendly",
            "like",
            "only",
            "brand",
            "type");

    /** Joining words between two capitalised ones. */
    private static final int MOST_INNER = 2;

    private static final int MOST = 60;

    private NameRuns() {}

    /** {@return the runs, each a first token and the token after the last} */
    static int[] of(Passage p) {
        int[] runs = new int[32];
        int n = 0;
        int i = 0;
        while (i < p.size) {
            if (!capital(p, i)) {
                i++;
                continue;
            }
            int end = p.tokens.sentenceEnd(p.tokens.sentenceOf(i));
            int to = i + 1;
            for (int next = next(p, to, end); next > 0 && next - i <= MOST; next = next(p, to, end)) {
                to = next;
            }
            to = head(p, to, end);
            int from = i;
            int start = Math.max(p.tokens.sentenceStart(p.tokens.sentenceOf(i)), n > 0 ? runs[n - 1] : 0);
            while (from > start && p.shape(from - 1) == Passage.LOWER && PARTICLES.has(p.word(from - 1))) {
                from--;
            }
            if (n == runs.length) {
                runs = java.util.Arrays.copyOf(runs, n * 2);
            }
            runs[n++] = from;
            runs[n++] = to;
            i = to;
        }
        return java.util.Arrays.copyOf(runs, n);
    }

    /** {@return the token after the head, written small, that follows a run's last word; otherwise the same token} */
    private static int head(Passage p, int at, int end) {
        int head = at;
        if (head + 1 < end && p.tokens.is(head, "news") && p.tokens.is(head + 1, "agency")) {
            head++;
        }
        return head < end && p.shape(head) == Passage.LOWER && HEADS.has(p.word(head)) ? head + 1 : at;
    }

    /** {@return whether a word may end the name of an organisation even when it is written small} */
    static boolean isHead(String word) {
        return HEADS.has(Mix.lower(word, 0, word.length()));
    }

    static boolean capital(Passage p, int i) {
        if (p.tokens.kind(i) != Tokens.WORD) {
            return false;
        }
        int shape = p.shape(i);
        char first = p.tokens.first(i);
        return shape != Passage.LOWER && first != '\'' && first != '’' && !describes(p, i);
    }

    /** "Oslo-based", "Norwegian-born" */
    private static boolean describes(Passage p, int i) {
        String text = p.tokens.text();
        int from = p.tokens.start(i);
        int to = p.tokens.end(i);
        if (!Character.isLowerCase(text.charAt(to - 1))) {
            return false;
        }
        int last = to;
        while (last > from && text.charAt(last - 1) != '-') {
            last--;
        }
        if (last <= from + 1 || !Character.isLowerCase(text.charAt(last))) {
            return false;
        }
        int length = to - last;
        return DESCRIBING.has(Mix.lower(text, last, to))
                || (length > 4 && (text.startsWith("ed", to - 2) || text.startsWith("ing", to - 3)));
    }

    /** {@return the token after the next part of a run that goes on at a token, or 0} */
    private static int next(Passage p, int at, int end) {
        if (at >= end) {
            return 0;
        }
        if (capital(p, at) || p.shape(at) == Passage.NUMBER) {
            return at + 1;
        }
        if (possessive(p, at)) {
            return at + 1;
        }
        if (p.tokens.is(at, '&')) {
            return at + 1 < end && capital(p, at + 1) ? at + 2 : 0;
        }
        if (p.tokens.is(at, ',')) {
            return at + 1 < end && AFTER_COMMA.has(p.word(at + 1)) ? at + 2 : 0;
        }
        if (p.tokens.kind(at) == Tokens.SINGLE_QUOTE) {
            if (at + 1 >= end || !capital(p, at + 1)) {
                return 0;
            }
            // "Ibrahim 'Abd-al-Karim", "Dockers' Union"
            boolean opens = p.tokens.end(at) == p.tokens.start(at + 1) && p.tokens.start(at) > p.tokens.end(at - 1);
            boolean owns = p.tokens.end(at) < p.tokens.start(at + 1)
                    && p.tokens.start(at) == p.tokens.end(at - 1)
                    && p.tokens.text().charAt(p.tokens.start(at) - 1) == 's';
            return owns || (opens && "AIU".indexOf(p.tokens.first(at + 1)) >= 0) ? at + 2 : 0;
        }
        int inner = at;
        while (inner < end && inner - at < MOST_INNER && p.shape(inner) == Passage.LOWER && INNER.has(p.word(inner))) {
            inner++;
        }
        return inner > at && inner < end && capital(p, inner) ? inner + 1 : 0;
    }

    static boolean possessive(Passage p, int i) {
        return p.tokens.isWord(i)
                && p.tokens.end(i) - p.tokens.start(i) == 2
                && (p.tokens.is(i, "'s") || p.tokens.is(i, "’s"));
    }
}
