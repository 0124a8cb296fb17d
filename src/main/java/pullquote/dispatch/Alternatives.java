package pullquote.dispatch;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A regular expression for any of many words, the longest first, that looks at each letter once: {@code ma(?:y|rch)}
 * where a list would be tried word by word.
 */
final class Alternatives {
    private final Map<Character, Alternatives> next = new TreeMap<>();
    private boolean ends;

    private Alternatives() {}

    /**
     * {@return the expression, without groups, in brackets}
     *
     * @param words in the letters that the expression is to match
     * @param space the expression for a space within a word
     */
    static String of(Collection<String> words, String space) {
        Alternatives root = new Alternatives();
        words.forEach(root::add);
        return "(?:" + root.expression(space) + ")";
    }

    private void add(String word) {
        Alternatives at = this;
        for (int i = 0; i < word.length(); i++) {
            at = at.next.computeIfAbsent(word.charAt(i), letter -> new Alternatives());
        }
        at.ends = true;
    }

    private String expression(String space) {
        StringBuilder out = new StringBuilder();
        next.forEach((letter, rest) -> out.append(out.isEmpty() ? "" : "|")
                .append(letter == ' ' ? space : escaped(letter))
                .append(rest.next.isEmpty() ? "" : rest.grouped(space)));
        return out.toString();
    }

    private String grouped(String space) {
        return next.size() == 1 && !ends ? expression(space) : "(?:" + expression(space) + (ends ? "|)" : ")");
    }

    private static String escaped(char letter) {
        return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : Pattern.quote(String.valueOf(letter));
    }
}
