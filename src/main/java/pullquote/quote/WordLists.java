package pullquote.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The closed word lists of a language: a resource of sections, each a name in brackets on a line of its own and then
 * words in lower case; {@code #} begins a comment.
 */
final class WordLists {
    private final Map<String, Set<String>> sections = new HashMap<>();

    private WordLists() {}

    static WordLists read(String resource) {
        WordLists lists = new WordLists();
        try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Expected word lists " + resource + " on the class path but found none");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Set<String> words = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    words = new HashSet<>();
                    lists.sections.put(line.substring(1, line.indexOf(']')), words);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    words.addAll(java.util.Arrays.asList(line.trim().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the word lists " + resource, e);
        }
        return lists;
    }

    Set<String> section(String name) {
        Set<String> words = sections.get(name);
        if (words == null) {
            throw new IllegalStateException("Expected a section [" + name + "] among " + sections.keySet());
        }
        return words;
    }
}
