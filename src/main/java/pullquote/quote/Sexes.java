package pullquote.quote;

import java.util.Set;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** The sex of the persons of a roster, as far as a title, a noun in apposition or the given name tells. */
final class Sexes {
    private static final Set<String> FEMALE = Set.of(
            "mrs",
            "mrs.",
            "ms",
            "ms.",
            "miss",
            "madam",
            "madame",
            "frau",
            "senora",
            "lady",
            "dame",
            "queen",
            "princess",
            "empress",
            "duchess",
            "countess",
            "sister",
            "spokeswoman",
            "spokeswomen",
            "chairwoman",
            "congresswoman",
            "councilwoman",
            "businesswoman",
            "policewoman",
            "assemblywoman",
            "alderwoman",
            "actress",
            "waitress",
            "hostess",
            "stewardess",
            "heiress",
            "wife",
            "widow",
            "mother",
            "daughter",
            "woman",
            "girl",
            "aunt",
            "niece",
            "grandmother",
            "granddaughter",
            "girlfriend",
            "fiancee",
            "nun",
            "housewife",
            "ex-wife",
            "mother-in-law",
            "stepmother",
            "comedienne",
            "sportswoman",
            "midwife",
            "bride",
            "sultana");
    private static final Set<String> MALE = Set.of(
            "mr",
            "mr.",
            "sir",
            "herr",
            "senor",
            "monsieur",
            "king",
            "prince",
            "emperor",
            "duke",
            "count",
            "sultan",
            "emir",
            "sheikh",
            "sheik",
            "pope",
            "priest",
            "father",
            "brother",
            "spokesman",
            "chairman",
            "congressman",
            "councilman",
            "businessman",
            "policeman",
            "assemblyman",
            "alderman",
            "fisherman",
            "fireman",
            "cardinal",
            "husband",
            "widower",
            "son",
            "man",
            "boy",
            "uncle",
            "nephew",
            "grandfather",
            "grandson",
            "boyfriend",
            "fiance",
            "monk",
            "imam",
            "ayatollah",
            "mullah",
            "ex-husband",
            "father-in-law",
            "stepfather",
            "salesman",
            "gunman",
            "nobleman",
            "foreman",
            "bridegroom",
            "sportsman",
            "lord",
            "friar",
            "rabbi",
            "cleric");
    private static final WordSet FEMALE_WORDS = WordSet.of(FEMALE);

    private static final WordSet MALE_WORDS = WordSet.of(MALE);

    private final NameLists lists;
    private final WordSet women;
    private final WordSet men;

    Sexes(NameLists lists, WordLists words) {
        this.lists = lists;
        women = WordSet.of(words.section("women"));
        men = WordSet.of(words.section("men"));
    }

    /** {@return the sex of whoever is called by a noun or title: f, m or ?} */
    static char ofNoun(int word) {
        return FEMALE_WORDS.has(word) ? 'f' : MALE_WORDS.has(word) ? 'm' : '?';
    }

    /** {@return the sex of an entry: f, m or ?} */
    char of(Passage p, Entry e) {
        if (!e.person) {
            return '?';
        }
        for (Name n : e.mentions) {
            char title = n.from() == 0 ? '?' : ofNoun(p.word(n.from() - 1));
            if (title != '?') {
                return title;
            }
        }
        for (String role : e.roles) {
            if (FEMALE.contains(role) || MALE.contains(role)) {
                return FEMALE.contains(role) ? 'f' : 'm';
            }
        }
        return e.words().length > 1 || e.forms.size() > 1 ? ofGivenName(e.words()[0]) : '?';
    }

    private char ofGivenName(String name) {
        int hash = Mix.lower(name, 0, name.length());
        boolean woman = women.has(hash) || lists.female.contains(name);
        boolean man = men.has(hash) || lists.male.contains(name);
        return woman == man ? '?' : woman ? 'f' : 'm';
    }
}
