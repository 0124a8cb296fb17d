package pullquote.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a rule's patterns into the graph. In a pattern {@code [x]} may be left out, {@code (x|y)} is one of several,
 * {@code {x}} must stand there without belonging to the expression, {@code @NAME} is a pattern defined before, {@code
 * $CLASS} is any word of a class, anything else is a word.
 */
final class PatternParser {
    /** A part of a pattern: where it begins, where it ends, and whether it may be empty. */
    private record Part(List<Integer> first, List<Integer> last, boolean empty) {
        static final Part NOTHING = new Part(List.of(), List.of(), true);
    }

    private final TimexLexicon lexicon;
    private final PatternGraph graph;
    private final Map<String, String> macros = new HashMap<>();
    private String[] words = {};
    private int at;

    PatternParser(TimexLexicon lexicon, PatternGraph graph) {
        this.lexicon = lexicon;
        this.graph = graph;
    }

    void define(String name, String pattern) {
        macros.put(name, substitute(pattern));
    }

    /** Adds a rule's pattern. */
    void add(TimexRule rule, String pattern) {
        words = substitute(pattern).strip().split("\\s+");
        at = 0;
        Part whole = alternatives(false);
        if (at < words.length || whole.empty()) {
            throw new IllegalArgumentException(
                    "Expected a pattern that closes its brackets and is not empty, found " + pattern);
        }
        whole.first().forEach(graph::begin);
        whole.last().forEach(position -> graph.end(position, rule));
    }

    private String substitute(String pattern) {
        StringBuilder out = new StringBuilder();
        for (String word : pattern.replaceAll("([\\[\\](){}|])", " $1 ").strip().split("\\s+")) {
            if (word.startsWith("@")) {
                String macro = macros.get(word.substring(1));
                if (macro == null) {
                    throw new IllegalArgumentException("Expected a pattern of the name " + word + " before " + pattern);
                }
                out.append(" ( ").append(macro).append(" ) ");
            } else {
                out.append(' ').append(word);
            }
        }
        return out.toString();
    }

    private Part alternatives(boolean context) {
        Part all = sequence(context);
        while (at < words.length && words[at].equals("|")) {
            at++;
            Part other = sequence(context);
            all = new Part(
                    both(all.first(), other.first()), both(all.last(), other.last()), all.empty() || other.empty());
        }
        return all;
    }

    private Part sequence(boolean context) {
        Part all = Part.NOTHING;
        while (at < words.length && !"|)]}".contains(words[at])) {
            all = joined(all, part(words[at++], context));
        }
        return all;
    }

    private Part part(String word, boolean context) {
        if (word.equals("[") || word.equals("(") || word.equals("{")) {
            Part inner = alternatives(context || word.equals("{"));
            at++;
            return word.equals("[") ? new Part(inner.first(), inner.last(), true) : inner;
        }
        int element = word.startsWith("$") ? lexicon.element(word) : lexicon.word(word);
        List<Integer> position = List.of(graph.position(element, context));
        return new Part(position, position, false);
    }

    private Part joined(Part left, Part right) {
        for (int from : left.last()) {
            for (int to : right.first()) {
                graph.edge(from, to);
            }
        }
        return new Part(
                left.empty() ? both(left.first(), right.first()) : left.first(),
                right.empty() ? both(left.last(), right.last()) : right.last(),
                left.empty() && right.empty());
    }

    private static List<Integer> both(List<Integer> a, List<Integer> b) {
        List<Integer> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
