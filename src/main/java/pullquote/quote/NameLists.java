package pullquote.quote;

import java.util.Set;
import java.util.stream.Stream;

/** The closed lists of words that stand in or beside names. */
final class NameLists {
    /** What a word may be in or beside a name, as a set: see {@link #bits}. */
    static final int TITLE = 1, BODY = 2, GIVEN = 4, RANK = 8;

    final Set<String> titles;
    final Set<String> ranks;
    final Set<String> orgWords;
    /** Nouns that stand for an organisation named before: "the company". */
    final Set<String> bodies;

    final Set<String> female;
    final Set<String> male;
    private final HashIndex words;
    private final byte[] bits;

    NameLists(WordLists lists) {
        titles = lists.section("titles");
        ranks = lists.section("rank");
        orgWords = lists.section("orgwords");
        bodies = lists.section("bodies");
        female = lists.section("female");
        male = lists.section("male");
        words = new HashIndex(titles.size() + ranks.size() + orgWords.size() + female.size() + male.size());
        Stream.of(titles, ranks, orgWords, female, male)
                .flatMap(Set::stream)
                .forEach(w -> words.add(Mix.lower(w, 0, w.length())));
        bits = new byte[words.size()];
        mark(titles, TITLE);
        mark(orgWords, BODY);
        mark(female, GIVEN);
        mark(male, GIVEN);
        mark(ranks, RANK);
    }

    private void mark(Set<String> list, int bit) {
        for (String word : list) {
            bits[words.find(Mix.lower(word, 0, word.length()))] |= (byte) bit;
        }
    }

    /** {@return what a word may be, by its hash} */
    int bits(int word) {
        int number = words.find(word);
        return number < 0 ? 0 : bits[number];
    }

    /** {@return the sex that a given name tells, {@code f} or {@code m}, or {@code ?}} */
    char gender(String givenName) {
        return female.contains(givenName) ? 'f' : male.contains(givenName) ? 'm' : '?';
    }

    /** {@return whether a word before a name, given by its hash, is a title, and no given name as well} */
    boolean isTitle(int word) {
        int what = bits(word);
        return (what & (TITLE | RANK)) != 0 && (what & GIVEN) == 0;
    }
}
