package pullquote.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the tokens that rules fit: the earliest, of these the longest, of these the first rule's. */
final class TimexMatcher {
    private static final int LONGEST = 20;
    private static final int[] NONE = {};
    private static final Comparator<TimexMatch> BEST = Comparator.comparingInt(TimexMatch::from)
            .thenComparing(TimexMatch::to, Comparator.reverseOrder())
            .thenComparing(match -> match.path().length, Comparator.reverseOrder())
            .thenComparingInt(match -> match.rule().order());

    private final PatternGraph graph;

    TimexMatcher(PatternGraph graph) {
        this.graph = graph;
    }

    /** {@return the matches in order, without overlap} */
    List<TimexMatch> matches(Tokens tokens) {
        List<TimexMatch> all = new ArrayList<>();
        Walk walk = new Walk(tokens, all);
        for (int i = 0; i < tokens.size; i++) {
            for (int element : tokens.elements[i]) {
                if (graph.mayBegin(element, i + 1 < tokens.size ? tokens.elements[i + 1] : NONE)) {
                    for (int position : graph.first(element)) {
                        walk.from(i, position);
                    }
                }
            }
        }
        all.sort(BEST);
        List<TimexMatch> chosen = new ArrayList<>();
        int covered = 0;
        for (TimexMatch match : all) {
            if (match.from() >= covered) {
                chosen.add(match);
                covered = match.to();
            }
        }
        return chosen;
    }

    /** Follows the graph from one token. */
    private final class Walk {
        private final Tokens tokens;
        private final List<TimexMatch> found;
        private final int[] path = new int[LONGEST];
        private int first;

        Walk(Tokens tokens, List<TimexMatch> found) {
            this.tokens = tokens;
            this.found = found;
        }

        void from(int token, int position) {
            first = token;
            path[0] = position;
            at(position, 1);
        }

        private void at(int position, int length) {
            if (graph.accepts(position)) {
                accept(graph.rule(position), length);
            }
            int next = first + length;
            if (length == LONGEST || next >= tokens.size || tokens.has(next, Tokens.SENTENCE_START)) {
                return;
            }
            for (int element : tokens.elements[next]) {
                for (int following : graph.next(position, element)) {
                    path[length] = following;
                    at(following, length + 1);
                }
            }
        }

        private void accept(TimexRule rule, int length) {
            int lead = 0;
            while (lead < length && graph.context(path[lead])) {
                lead++;
            }
            int end = length;
            while (end > lead && graph.context(path[end - 1])) {
                end--;
            }
            int[] elements = new int[length];
            for (int i = 0; i < length; i++) {
                elements[i] = graph.element(path[i]);
            }
            if (lead < end) {
                found.add(new TimexMatch(rule, first, elements, lead, length - end));
            }
        }
    }
}
