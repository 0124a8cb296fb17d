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
            int from = m.from();
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
                for (int i = Math.max(from, m.to() - 2); i < m.to(); i++) {
                    persons.add(p.word(i));
                }
            }
            if (kind == NameChain.ORGANIZATION && from + 1 < m.to() && p.tokens.is(from, "the")) {
                from++;
            }
            while (runs[r + 1] <= from) {
                r += 2;
            }
            int run = kind == NameChain.PERSON ? Math.max(runs[r], covered) : from;
            found.add(new Name(from, m.to(), run, kind, margin(m.scores(), kind)));
            if (kind == NameChain.PERSON) {
                covered = m.to() < p.size && p.tokens.is(m.to(), "and") ? m.to() + 1 : m.to();
            }
        }
        return recalled(p, nicknamed(p, found), mentions, persons);
    }

    private static int key(Passage p, Mention m) {
        return Mix.lower(p.tokens.text(), p.tokens.start(m.from()), p.tokens.end(m.to() - 1));
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
