package pullquote.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which nouns call the same kind of body or person, each kind a bit: "firm" and "airline" are companies. */
final class WordKinds {
    private static final List<String> KINDS = List.of(
            "company",
            "bank",
            "government",
            "ministry",
            "assembly",
            "court",
            "force",
            "media",
            "party",
            "group",
            "school",
            "club",
            "alliance",
            "hospital",
            "document",
            "leader",
            "minister",
            "lawmaker",
            "lawyer",
            "judge",
            "executive",
            "officer",
            "policeman",
            "cleric",
            "scholar",
            "player",
            "actor",
            "candidate",
            "suspect",
            "kin");

    private static final int DOCUMENT = 1 << KINDS.indexOf("document");
    private static final int BODIES = DOCUMENT - 1;
    private static final int PERSONS = ~(BODIES | DOCUMENT);

    private final Map<Integer, Integer> kinds = new HashMap<>();

    WordKinds(WordLists lists) {
        for (int k = 0; k < KINDS.size(); k++) {
            int bit = 1 << k;
            for (String word : lists.section("kind-" + KINDS.get(k))) {
                kinds.merge(hash(word), bit, (a, b) -> a | b);
            }
        }
    }

    /** {@return the kinds that a word calls, as a set of bits; 0 for other words} */
    int of(int word) {
        return kinds.getOrDefault(word, 0);
    }

    int of(String word) {
        return of(hash(word));
    }

    /** {@return whether words of some kinds may call a person, or else a body} */
    static boolean agree(int kinds, boolean person) {
        return kinds == 0 || (kinds & DOCUMENT) != 0 || (kinds & (person ? PERSONS : BODIES)) != 0;
    }

    private static int hash(String word) {
        return Mix.lower(word, 0, word.length());
    }
}
