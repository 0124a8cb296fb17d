package pullquote.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The words that invented dispatches are made of, by kind. */
final class Vocabulary {
    private final Map<String, List<String>> kinds = new HashMap<>();

    static Vocabulary load() {
        Vocabulary words = new Vocabulary();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("words.txt")), StandardCharsets.UTF_8))) {
            String kind = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("[")) {
                    kind = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    words.kinds.put(
                            kind, Stream.of(line.split(";")).map(String::strip).toList());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    /** {@return a word of a kind} */
    String any(String kind, SplittableRandom random) {
        List<String> words =
                Objects.requireNonNull(kinds.get(kind), () -> "Expected a kind of word but found " + kind);
        return fill(words.get(random.nextInt(words.size())), random);
    }

    /** {@return the pattern with a word of the kind at each {@code %kind}} */
    String fill(String pattern, SplittableRandom random) {
        int slot = pattern.indexOf('%');
        if (slot < 0) {
            return pattern;
        }
        StringBuilder filled = new StringBuilder(pattern.length() * 2);
        int from = 0;
        while (slot >= 0) {
            int end = slot + 1;
            while (end < pattern.length() && pattern.charAt(end) >= 'a' && pattern.charAt(end) <= 'z') {
                end++;
            }
            filled.append(pattern, from, slot);
            String word = any(pattern.substring(slot + 1, end), random);
            if (endsInArticle(filled) && "aeiou".indexOf(word.charAt(0)) >= 0) {
                filled.insert(filled.length() - 1, 'n');
            }
            filled.append(word);
            from = end;
            slot = pattern.indexOf('%', from);
        }
        return filled.append(pattern, from, pattern.length()).toString();
    }

    private static boolean endsInArticle(StringBuilder text) {
        int end = text.length();
        return end > 1
                && text.charAt(end - 1) == ' '
                && (text.charAt(end - 2) == 'a' || text.charAt(end - 2) == 'A')
                && (end == 2 || !Character.isLetter(text.charAt(end - 3)));
    }
}
