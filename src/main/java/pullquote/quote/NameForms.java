package pullquote.quote;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tells whether one form of a name is short for another. Words are in lower case, as {@link Roster#plain} leaves them. */
final class NameForms {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd");

    private static final Set<String> SMALL =
            Set.of("of", "for", "the", "and", "in", "on", "to", "at", "de", "la", "du", "des");

    /** Bodies of their own, whatever longer names begin or end with the word. */
    private static final Set<String> OWN = Set.of(
            "senate", "house", "congress", "parliament", "treasury", "cabinet", "army", "navy", "police", "union");

    /** Short and other names of countries that news uses beside the full one. */
    private static final Map<String, String> COUNTRIES = Map.of(
            "us", "united states",
            "usa", "united states",
            "america", "united states",
            "uk", "britain",
            "united kingdom", "britain",
            "great britain", "britain",
            "uae", "united arab emirates",
            "emirates", "united arab emirates",
            "dprk", "north korea",
            "ussr", "soviet union");

    /** The longest abbreviation, and the shortest that leaves words out. */
    private static final int MOST_LETTERS = 8, LEAST_PART = 3;

    private NameForms() {}

    /** {@return a country's usual name for any of its names; any other name as it is} */
    static String country(String plain) {
        return COUNTRIES.getOrDefault(plain, plain);
    }

    /** {@return whether a person of one name may be meant by another: "Frank C. Carlucci" by "Frank Carlucci" and "Carlucci"} */
    static boolean samePerson(String[] known, String[] words) {
        int k = count(known);
        int n = count(words);
        if (n > k) {
            return samePerson(known, k, words, n);
        }
        return samePerson(words, n, known, k);
    }

    private static int count(String[] words) {
        int n = words.length;
        while (n > 1 && SUFFIXES.contains(words[n - 1])) {
            n--;
        }
        return n;
    }

    private static boolean samePerson(String[] few, int n, String[] many, int m) {
        if (n == 1) {
            for (int i = 0; i < m; i++) {
                if (many[i].equals(few[0])) {
                    return few[0].length() > 1;
                }
            }
            return false;
        }
        int at = 0;
        for (int i = 0; i < m && at < n; i++) {
            if (many[i].equals(few[at]) || (at < n - 1 && initial(many[i], few[at]))) {
                at++;
            }
        }
        if (at == n) {
            return true;
        }
        // "Robert A. Carr" and "Robert Alan Carr"; not "George W. Bush" and "George H. Bush"
        return few[n - 1].equals(many[m - 1])
                && (few[0].equals(many[0]) || initial(few[0], many[0]))
                && (n < 3 || m < 3 || initial(few[1], many[1]));
    }

    private static boolean initial(String a, String b) {
        return (a.length() == 1 && b.startsWith(a)) || (b.length() == 1 && a.startsWith(b));
    }

    /**
     * {@return whether an organisation of one name is meant by another: "Alder Corp." by "Alder", "Oslo Harbour Board" by
     * "Harbour Board"}
     */
    static boolean sameBody(String[] known, String[] words) {
        String[] few = known.length < words.length ? known : words;
        String[] many = few == known ? words : known;
        if (few.length == many.length || few[0].isEmpty()) {
            return false;
        }
        boolean prefix = true;
        boolean suffix = true;
        for (int i = 0; i < few.length; i++) {
            prefix &= few[i].equals(many[i]);
            suffix &= few[few.length - 1 - i].equals(many[many.length - 1 - i]);
        }
        if (few.length == 1 && OWN.contains(few[0])) {
            return (suffix && many.length == 2 && many[0].equals("us"))
                    || (prefix && many.length == 3 && many[1].equals("of") && !many[2].equals("us"));
        }
        return prefix || suffix;
    }

    /**
     * {@return the abbreviations by which a body of several words may be meant: the letters that its words begin with, small
     * words counted or not, and the first or last of them}
     */
    static Set<String> abbreviations(String[] words) {
        StringBuilder all = new StringBuilder();
        StringBuilder main = new StringBuilder();
        for (String word : words) {
            if (word.isEmpty()) {
                continue;
            }
            all.append(word.charAt(0));
            if (!SMALL.contains(word)) {
                main.append(word.charAt(0));
            }
        }
        Set<String> found = new LinkedHashSet<>();
        add(found, all);
        add(found, main);
        for (int n = LEAST_PART; n <= Math.min(main.length(), MOST_LETTERS); n++) {
            found.add(main.substring(0, n));
            found.add(main.substring(main.length() - n));
        }
        return found;
    }

    private static void add(Set<String> found, StringBuilder letters) {
        if (letters.length() > 1 && letters.length() <= MOST_LETTERS) {
            found.add(letters.toString());
        }
    }
}
