package pullquote.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pullquote.quote.Finding.Range;
import pullquote.text.Tokens;

/**
 * Finds the proper names of a passage: runs of capitalised words, told apart into the titles before a name, the name
 * itself, and what stands beside it.
 */
final class NameFinder {
    private static final Set<String> INNER = Set.of(
            "of", "for", "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "al", "el", "ibn", "du",
            "la", "le", "and", "&", "dos", "ter");
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "al", "el", "ibn", "du", "la", "le",
            "dos", "ter", "al-");

    final Set<String> titles;
    final Set<String> ranks;
    final Set<String> orgWords;
    private final Set<String> notNames;
    final Set<String> female;
    final Set<String> male;

    NameFinder(WordLists lists) {
        titles = lists.section("titles");
        ranks = lists.section("rank");
        orgWords = lists.section("orgwords");
        notNames = lists.section("notnames");
        female = lists.section("female");
        male = lists.section("male");
    }

    /**
     * A name as it stands in the text.
     *
     * @param from first token of the name, titles left out
     * @param to token after the last
     * @param run first token of the capitalised run it ends, titles included
     * @param person whether it reads as a person's
     */
    record Name(int from, int to, int run, boolean person) {
        Range range() {
            return new Range(from, to);
        }
    }

    List<Name> names(Passage p) {
        List<Name> found = new ArrayList<>();
        Set<Integer> midSentence = new HashSet<>();
        for (int i = 1; i < p.size; i++) {
            if (p.shape(i) == Passage.CAPITALIZED && p.tokens.sentenceStart(p.tokens.sentenceOf(i)) != i) {
                midSentence.add(p.word(i));
            }
        }
        Set<Integer> shouted = headings(p);
        for (int i = 0; i < p.size; i++) {
            if (shouted.contains(p.tokens.sentenceOf(i)) || !capital(p, i)) {
                continue;
            }
            int to = i + 1;
            while (to < p.size && to - i < 14 && continues(p, to)) {
                to++;
            }
            while (!capital(p, to - 1)) {
                to--;
            }
            split(p, i, to, midSentence, found);
            i = to - 1;
        }
        return found;
    }

    /** The sentences in capitals of a text that is not: what is a name in a heading does not show. */
    private static Set<Integer> headings(Passage p) {
        Set<Integer> shouted = new HashSet<>();
        for (int s = 0; s < p.tokens.sentences(); s++) {
            int capitals = 0;
            int words = 0;
            for (int i = p.tokens.sentenceStart(s); i < p.tokens.sentenceEnd(s); i++) {
                words += p.shape(i) == Passage.MARK || p.shape(i) == Passage.NUMBER ? 0 : 1;
                capitals += p.shape(i) == Passage.CAPITALS || p.shape(i) == Passage.INITIAL ? 1 : 0;
            }
            if (words > 2 && capitals == words) {
                shouted.add(s);
            }
        }
        return shouted.size() * 2 > p.tokens.sentences() ? Set.of() : shouted;
    }

    private boolean capital(Passage p, int i) {
        int shape = p.shape(i);
        if (shape == Passage.LOWER || shape == Passage.MARK || shape == Passage.NUMBER) {
            return false;
        }
        if (!p.tokens.isWord(i) || p.tokens.first(i) == '\'' || p.tokens.first(i) == '’') {
            return false;
        }
        if (shape == Passage.MIXED) {
            return p.tokens.word(i).startsWith("al-") || p.tokens.word(i).startsWith("el-");
        }
        int tag = p.tag(i);
        boolean initial = p.tokens.sentenceStart(p.tokens.sentenceOf(i)) == i
                || (i > 0 && p.tokens.kind(i - 1) == Tokens.DOUBLE_QUOTE);
        if (tag == Tags.PRON
                || tag == Tags.DET
                || (tag == Tags.ADP && initial)
                || tag == Tags.SCONJ
                || tag == Tags.CCONJ) {
            return false;
        }
        if (tag == Tags.AUX || tag == Tags.PART) {
            return false;
        }
        return !initial
                || tag == Tags.PROPN
                || ((tag == Tags.NOUN || tag == Tags.ADJ) && isTitle(p, i))
                || ((tag == Tags.NOUN || tag == Tags.VERB || tag == Tags.ADJ)
                        && i + 1 < p.size
                        && p.shape(i + 1) == Passage.CAPITALIZED);
    }

    private boolean continues(Passage p, int i) {
        if (p.tokens.sentenceOf(i) != p.tokens.sentenceOf(i - 1)) {
            return false;
        }
        if (capital(p, i)) {
            return true;
        }
        String word = p.tokens.word(i);
        boolean next = i + 1 < p.size && p.tokens.sentenceOf(i + 1) == p.tokens.sentenceOf(i) && capital(p, i + 1);
        return (next && INNER.contains(word)) || (PARTICLES.contains(word) && i + 1 < p.size && capital(p, i + 1));
    }

    private boolean isTitle(Passage p, int i) {
        return titles.contains(lower(p, i));
    }

    static String lower(Passage p, int i) {
        return p.tokens.word(i).toLowerCase(Locale.ROOT);
    }

    /** Cuts a run at "and", "of" and titles into the names it holds. */
    private void split(Passage p, int from, int to, Set<Integer> midSentence, List<Name> into) {
        int and = -1;
        for (int i = from + 1; i < to - 1 && and < 0; i++) {
            if (p.tokens.is(i, "and") && !orgWords.contains(lower(p, to - 1))) {
                and = i;
            }
        }
        if (and > 0) {
            split(p, from, and, midSentence, into);
            split(p, and + 1, to, midSentence, into);
            return;
        }
        int begin = from;
        boolean titled = false;
        for (int i = from; i < to - 1; i++) {
            if (isTitleWithin(p, from, to, i)) {
                begin = i + 1;
                titled = true;
            }
        }
        // "Ministry of Defence" is one name, "President of France" is none
        while (begin < to && !capital(p, begin)) {
            begin++;
        }
        if (begin >= to || (notNames.contains(lower(p, begin)) && to - begin == 1)) {
            return;
        }
        if (to - begin == 1 && titles.contains(lower(p, begin))) {
            return;
        }
        boolean org = isOrganization(p, begin, to);
        boolean single = to - begin == 1;
        if (single
                && !titled
                && begin == from
                && p.tokens.sentenceStart(p.tokens.sentenceOf(begin)) == begin
                && lower(p, begin).endsWith("s")
                && !midSentence.contains(p.word(begin))) {
            return;
        }
        boolean person = !org
                && to - begin <= 4
                && (titled
                        || (!single && firstLooksGiven(p, begin, to))
                        || (single && p.shape(begin) != Passage.CAPITALS));
        into.add(new Name(begin, to, from, person));
    }

    /** A title, or the "State" of "Secretary of State", before a name's first word. */
    private boolean isTitleWithin(Passage p, int from, int to, int i) {
        if (i >= from + 2
                && i + 1 < to
                && p.tokens.is(i - 1, "of")
                && isTitle(p, i - 2)
                && !p.tokens.is(i + 1, "and")) {
            return true;
        }
        if (!isTitle(p, i) || orgWords.contains(lower(p, i + 1))) {
            return false;
        }
        // "Principal Dean Herring"
        return !(i > from && i == to - 2 && isTitle(p, i - 1) && male.contains(lower(p, i)));
    }

    private boolean firstLooksGiven(Passage p, int from, int to) {
        String first = lower(p, from);
        if (female.contains(first) || male.contains(first)) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (p.shape(i) == Passage.CAPITALS && p.tokens.word(i).length() > 2) {
                return false;
            }
        }
        return true;
    }

    boolean isOrganization(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (orgWords.contains(lower(p, i))) {
                return true;
            }
            String word = p.tokens.word(i);
            if (word.equals("of") || word.equals("for")) {
                return true;
            }
        }
        return to - from == 1 && p.shape(from) == Passage.CAPITALS;
    }
}
