package pullquote.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pullquote.text.WordSieve;

/**
 * The words that time expressions are made of, from {@code lexicon.tsv}, and the numbering of elements: a pattern is a
 * sequence of elements, each a class of words ({@code $MONTH}) or one word ({@code ago}).
 */
final class TimexLexicon {
    private static final int[] NONE = {};

    private final Map<String, Integer> elements = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Integer>> valuesOfWord = new HashMap<>();
    private final Set<String> capitalised = new HashSet<>();
    private final Map<String, int[]> elementsOfWord = new HashMap<>();
    private final Map<String, int[]> elementsOfSmallWord = new HashMap<>();
    private final WordSieve sieve = new WordSieve();

    TimexLexicon() {
        for (String line : lines("lexicon.tsv")) {
            String[] columns = line.split("\t");
            int element = element("$" + columns[0]);
            for (String entry : columns[1].split(" ")) {
                int equals = entry.indexOf('=');
                String word = entry.substring(0, equals);
                String key = word.toLowerCase(Locale.ROOT);
                if (Character.isUpperCase(word.charAt(0))) {
                    capitalised.add(element + key);
                }
                valuesOfWord
                        .computeIfAbsent(key, unused -> new HashMap<>())
                        .put(element, Integer.parseInt(entry.substring(equals + 1)));
            }
        }
    }

    /** {@return the lines of a resource, comments and blank lines left out} */
    static List<String> lines(String resource) {
        try (InputStream in = TimexLexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + resource + " beside " + TimexLexicon.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the number of an element; a new one is given where it is not known yet} */
    int element(String name) {
        Integer known = elements.get(name);
        if (known != null) {
            return known;
        }
        int added = elements.size();
        elements.put(name, added);
        return added;
    }

    /** {@return the number of a word that a pattern spells out} */
    int word(String word) {
        int element = element(word);
        valuesOfWord.computeIfAbsent(word, unused -> new HashMap<>()).put(element, 0);
        return element;
    }

    /** Fixes the elements of each word; to be called once all patterns are read. */
    void close() {
        valuesOfWord.forEach((word, values) -> elementsOfWord.put(
                word,
                values.keySet().stream().mapToInt(Integer::intValue).sorted().toArray()));
        elementsOfWord.forEach((word, all) -> elementsOfSmallWord.put(
                word,
                Arrays.stream(all)
                        .filter(element -> !capitalised.contains(element + word))
                        .toArray()));
        elementsOfWord.keySet().forEach(sieve::add);
    }

    /** {@return false where no word in small letters has this hash, its {@link String#hashCode()}} */
    boolean mayKnow(int hash) {
        return sieve.mayHold(hash);
    }

    /** {@return how many elements there are} */
    int size() {
        return elements.size();
    }

    /**
     * {@return the elements that a word is}
     *
     * @param key the word in small letters
     * @param capital whether it is printed with a capital
     */
    int[] elements(String key, boolean capital) {
        return (capital ? elementsOfWord : elementsOfSmallWord).getOrDefault(key, NONE);
    }

    /** {@return whether a word is known, whatever its case} */
    boolean knows(String key) {
        return elementsOfWord.containsKey(key);
    }

    /** {@return a word's value as an element} */
    int value(String key, int element) {
        return valuesOfWord.getOrDefault(key, Map.of()).getOrDefault(element, 0);
    }

    /** {@return the names of all elements, by number} */
    List<String> names() {
        return new ArrayList<>(elements.keySet());
    }
}
