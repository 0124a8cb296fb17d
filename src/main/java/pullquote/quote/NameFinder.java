package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pullquote.quote.NameRecognizer.Mention;
import pullquote.text.Tokens;

/**
 * Finds the persons, organisations and places that a passage names: what the recogniser says of each occurrence alone, then
 * what all occurrences of a name say together.
 */
final class NameFinder {
    /** What a word that ends a person's full name gains as a person's, in units of the recogniser's scores. */
    private static final int SURNAME = 60;

    /** What a word gains as an organisation's that begins the full name of one, or that of a company. */
    private static final int BODY = 40;

    private static final int COMPANY = 150;

    private static final int LEAST_COMPANIES = 16;

    private static final WordSet COMPANIES = WordSet.of(
            "inc",
            "inc.",
            "corp",
            "corp.",
            "co",
            "co.",
            "ltd",
            "ltd.",
            "llc",
            "plc",
            "ag",
            "sa",
            "nv",
            "group",
            "gmbh",
            "holdings",
            "s.a.",
            "corporation",
            "company");

    /** Words that open sentences and no names. */
    private static final WordSet OPENING = WordSet.of(
            "then",
            "eventually",
            "another",
            "now",
            "but",
            "when",
            "while",
            "also",
            "still",
            "yet",
            "however",
            "meanwhile",
            "later",
            "earlier",
            "after",
            "before",
            "once",
            "even",
            "both",
            "each",
            "that",
            "this",
            "these",
            "those",
            "there",
            "here",
            "if",
            "as",
            "since",
            "until",
            "although",
            "though",
            "because",
            "instead",
            "perhaps",
            "maybe",
            "today",
            "yesterday",
            "unlike",
            "asked",
            "his",
            "her",
            "their",
            "its");

    private static final WordSet NUMERALS =
            WordSet.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi");

    /** Tokens of "Minister for Transport and". */
    private static final int OFFICE = 4;

    private static final WordSet MONTHS = WordSet.of("april", "may", "june", "august");

    /** Tokens of a nickname with its marks. */
    private static final int MOST_BETWEEN = 4;

    final NameLists lists;
    private final NameRecognizer recognizer;

    NameFinder(NameLists lists, NameRecognizer recognizer) {
        this.lists = lists;
        this.recognizer = recognizer;
    }

    /**
     * A name as it is printed; those of {@link NameChain#OTHER} are nationalities, events and the like.
     *
     * @param from first token of the name, titles left out
     * @param to token after the last
     * @param run first token of what belongs to the name: for a person's the titles before it
     * @param kind one of {@link NameChain}'s
     * @param margin by what the kind's score is above those of the others and of no name
     */
    record Name(int from, int to, int run, int kind, int margin) {
        boolean person() {
            return kind == NameChain.PERSON;
        }

        int length() {
            return to - from;
        }
    }

    static String lower(Passage p, int i) {
        return p.tokens.word(i).toLowerCase(Locale.ROOT);
    }

    List<Name> names(Passage p) {
        int[] runs = NameRuns.of(p);
        List<Mention> mentions = recognizer.find(p, runs);
        Credits credits = new Credits(p);
        mentions.removeIf(m -> credits.hold(m.from(), m.to()));
        int[] kinds = kinds(p, mentions);
        HashIndex persons = new HashIndex(mentions.size());
        List<Name> found = new ArrayList<>();
        int covered = 0;
        int r = 0;
        for (int k = 0; k < kinds.length; k++) {
            Mention m = mentions.get(k);
            int kind = kinds[k];
            int from = opening(p, m, kind);
            if (kind == NameChain.PERSON) {
                if (from > 1
                        && p.tokens.is(from - 1, "he")
                        && p.shape(from - 1) == Passage.CAPITALIZED
                        && p.shape(from - 2) == Passage.LOWER) {
                    from--;
                }
                while (from + 1 < m.to() && lists.isTitle(p.word(from))) {
                    from++;
                }
                if (m.to() - from == 1 && from > covered && isGivenMonth(p, from - 1)) {
                    from--;
                }
                for (int i = Math.max(from, m.to() - 2); i < m.to(); i++) {
                    persons.add(p.word(i));
                }
            }
            if (kind == NameChain.ORGANIZATION && from + 1 < m.to() && p.tokens.is(from, "the")) {
                from++;
            }
            boolean free = k + 1 == kinds.length || mentions.get(k + 1).from() > m.to();
            int to = kind == NameChain.PERSON && free && isNumeral(p, m.to()) ? m.to() + 1 : m.to();
            if (kind == NameChain.PERSON && m.to() - from > 2 && endsOffice(p, from)) {
                from++;
            }
            while (runs[r + 1] <= from) {
                r += 2;
            }
            int run = kind == NameChain.PERSON ? Math.max(runs[r], covered) : from;
            found.add(new Name(from, to, run, kind, margin(m.scores(), kind)));
            if (kind == NameChain.PERSON) {
                covered = to < p.size && p.tokens.is(to, "and") ? to + 1 : to;
            }
        }
        return recalled(p, nicknamed(p, found), mentions, persons);
    }

    /** Whether a regnal number follows a name: "John Paul II". */
    private static boolean isNumeral(Passage p, int i) {
        return i < p.size
                && p.tokens.sentenceOf(i) == p.tokens.sentenceOf(i - 1)
                && NUMERALS.has(p.word(i))
                && p.shape(i) != Passage.LOWER
                && p.shape(i) != Passage.CAPITALIZED;
    }

    /** Whether a word is the last of an office of two: "Minister for Transport and Energy" before a name. */
    private static boolean endsOffice(Passage p, int i) {
        if (i < OFFICE || !p.tokens.is(i - 1, "and") || p.tokens.sentenceOf(i - OFFICE) != p.tokens.sentenceOf(i)) {
            return false;
        }
        return (p.tokens.is(i - 3, "for") || p.tokens.is(i - 3, "of"))
                && (p.tokens.is(i - OFFICE, "minister") || p.tokens.is(i - OFFICE, "secretary"));
    }

    /** {@return the first token of a name, without the word that opens its sentence: "Then Ortiz", "Eventually Kotka"} */
    private static int opening(Passage p, Mention m, int kind) {
        int from = m.from();
        boolean opens = kind != NameChain.OTHER
                && m.to() - from > 1
                && p.tokens.sentenceStart(p.tokens.sentenceOf(from)) == from
                && NameRuns.capital(p, from + 1)
                && OPENING.has(p.word(from));
        return opens ? from + 1 : from;
    }

    /** Whether a word before a surname is a given name that is a month as well: "singer June Carver", not "since June". */
    private static boolean isGivenMonth(Passage p, int i) {
        return i > 0
                && MONTHS.has(p.word(i))
                && p.shape(i) == Passage.CAPITALIZED
                && p.tokens.sentenceOf(i - 1) == p.tokens.sentenceOf(i + 1)
                && p.shape(i - 1) == Passage.LOWER
                && (p.tag(i - 1) == Tags.NOUN || p.tag(i - 1) == Tags.VERB);
    }

    /** {@return what occurrences of one form have in common: a single word's own hash, as surnames are looked up by it} */
    private static int key(Passage p, Mention m) {
        return m.to() - m.from() == 1 ? p.word(m.from()) : NameFeatures.phrase(p, m.from(), m.to());
    }

    /** {@return for each mention the kind that all occurrences of its form, letter case aside, score highest as} */
    private static int[] kinds(Passage p, List<Mention> mentions) {
        int width = NameChain.KINDS + 1;
        HashIndex forms = new HashIndex(mentions.size());
        int[] formOf = new int[mentions.size()];
        int[] sums = new int[mentions.size() * width];
        HashIndex surnames = new HashIndex(mentions.size());
        HashIndex bodies = new HashIndex(mentions.size());
        HashIndex companies = new HashIndex(LEAST_COMPANIES);
        for (int k = 0; k < formOf.length; k++) {
            Mention m = mentions.get(k);
            formOf[k] = forms.add(key(p, m));
            for (int j = 0; j < width; j++) {
                sums[formOf[k] * width + j] += m.scores()[j];
            }
            if (m.to() - m.from() > 1) {
                int kind = best(m.scores(), 0);
                if (kind == NameChain.PERSON) {
                    surnames.add(p.word(m.to() - 1));
                } else if (kind == NameChain.ORGANIZATION) {
                    (COMPANIES.has(p.word(m.to() - 1)) ? companies : bodies).add(p.word(m.from()));
                }
            }
        }
        int[] kindOf = new int[forms.size()];
        for (int f = 0; f < kindOf.length; f++) {
            int word = forms.hash(f);
            sums[f * width + NameChain.PERSON] += surnames.has(word) ? SURNAME : 0;
            sums[f * width + NameChain.ORGANIZATION] += companies.has(word) ? COMPANY : bodies.has(word) ? BODY : 0;
            kindOf[f] = best(sums, f * width);
        }
        for (int k = 0; k < formOf.length; k++) {
            formOf[k] = kindOf[formOf[k]];
        }
        return formOf;
    }

    private static int margin(int[] scores, int kind) {
        int next = Integer.MIN_VALUE;
        for (int k = 0; k < scores.length; k++) {
            next = k == kind ? next : Math.max(next, scores[k]);
        }
        return scores[kind] - next;
    }

    private static int best(int[] scores, int from) {
        int best = 0;
        for (int k = 1; k < NameChain.KINDS; k++) {
            best = scores[from + k] > scores[from + best] ? k : best;
        }
        return best;
    }

    /** Makes one of a given name, a nickname in marks or brackets and a surname: Robert "Red" Hanley. */
    private static List<Name> nicknamed(Passage p, List<Name> found) {
        List<Name> joined = new ArrayList<>();
        for (Name n : found) {
            int k = joined.size() - 1;
            while (k >= 0
                    && joined.get(k).from() > n.from() - MOST_BETWEEN
                    && !joined.get(k).person()) {
                k--;
            }
            if (n.person()
                    && k >= 0
                    && joined.get(k).person()
                    && isNickname(p, joined.get(k).to(), n.from())) {
                Name given = joined.get(k);
                joined.subList(k, joined.size()).clear();
                joined.add(new Name(given.from(), n.to(), given.run(), n.kind(), Math.max(given.margin(), n.margin())));
            } else {
                joined.add(n);
            }
        }
        return joined;
    }

    private static boolean isNickname(Passage p, int from, int to) {
        if (to - from < 3 || to - from > MOST_BETWEEN || p.tokens.sentenceOf(from) != p.tokens.sentenceOf(to)) {
            return false;
        }
        boolean marked = p.tokens.kind(from) == Tokens.DOUBLE_QUOTE && p.tokens.kind(to - 1) == Tokens.DOUBLE_QUOTE;
        boolean bracketed = p.tokens.is(from, '(') && p.tokens.is(to - 1, ')');
        for (int i = from + 1; i < to - 1; i++) {
            if (p.shape(i) != Passage.CAPITALIZED) {
                return false;
            }
        }
        return marked || bracketed;
    }

    /** Adds the words that are a person's surname elsewhere and were passed over, as at the head of a sentence. */
    private static List<Name> recalled(Passage p, List<Name> found, List<Mention> mentions, HashIndex persons) {
        List<Name> all = new ArrayList<>();
        int next = 0;
        int mention = 0;
        for (int i = 0; i < p.size; i++) {
            if (next < found.size() && found.get(next).from() <= i) {
                all.add(found.get(next));
                i = found.get(next++).to() - 1;
                continue;
            }
            while (mention < mentions.size() && mentions.get(mention).to() <= i) {
                mention++;
            }
            boolean other = mention < mentions.size() && mentions.get(mention).from() <= i;
            if (!other
                    && p.shape(i) == Passage.CAPITALIZED
                    && persons.has(p.word(i))
                    && (i + 1 == p.size || !NameRuns.capital(p, i + 1))
                    && (i == 0 || p.shape(i - 1) != Passage.CAPITALIZED)) {
                all.add(new Name(i, i + 1, i, NameChain.PERSON, 0));
            }
        }
        return all;
    }
}
