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
    private final WordSet title;
    private final WordSet body;
    private final WordSet given;
    private final WordSet rank;

    NameLists(WordLists lists) {
        titles = lists.section("titles");
        ranks = lists.section("rank");
        orgWords = lists.section("orgwords");
        bodies = lists.section("bodies");
        female = lists.section("female");
        male = lists.section("male");
        title = WordSet.of(titles);
        body = WordSet.of(orgWords);
        given = WordSet.of(Stream.concat(female.stream(), male.stream()).toList());
        rank = WordSet.of(ranks);
    }

    /** {@return what a word may be, by its hash} */
    int bits(int word) {
        return (title.has(word) ? TITLE : 0)
                | (body.has(word) ? BODY : 0)
                | (given.has(word) ? GIVEN : 0)
                | (rank.has(word) ? RANK : 0);
    }

    /** {@return the sex that a given name tells, {@code f} or {@code m}, or {@code ?}} */
    char gender(String givenName) {
        return female.contains(givenName) ? 'f' : male.contains(givenName) ? 'm' : '?';
    }

    /** {@return whether a word before a name is a title, and no given name as well} */
    boolean isTitle(String word) {
        return (titles.contains(word) || ranks.contains(word)) && gender(word) == '?';
    }
}
