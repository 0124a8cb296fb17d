package pullquote.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All patterns of all rules as one graph of positions: each position is an element of a pattern, with an edge to each
 * position that may follow it (Glushkov's construction). Walked token by token.
 */
final class PatternGraph {
    private static final int[] NONE = {};

    private final List<Integer> elements = new ArrayList<>();
    private final List<Boolean> contexts = new ArrayList<>();
    private final List<Map<Integer, List<Integer>>> following = new ArrayList<>();
    private final List<TimexRule> accepting = new ArrayList<>();
    private final Map<Integer, List<Integer>> beginning = new TreeMap<>();

    private int[] element = {};
    private boolean[] context = {};
    private TimexRule[] accept = {};
    private int[][] keys = {};
    /** For each position a bit for every element that may follow, by the element's number modulo 64: most may not. */
    private long[] may = {};

    private int[][][] next = {};
    private int[][] first = {};

    private static final TimexRule NO_RULE =
            new TimexRule("", Integer.MAX_VALUE, java.util.Optional.empty(), "", "", List.of(), List.of());

    /** {@return a new position} */
    int position(int ofElement, boolean isContext) {
        elements.add(ofElement);
        contexts.add(isContext);
        following.add(new TreeMap<>());
        accepting.add(NO_RULE);
        return elements.size() - 1;
    }

    /** Lets one position follow another. */
    void edge(int from, int to) {
        List<Integer> known = following.get(from).computeIfAbsent(elements.get(to), unused -> new ArrayList<>());
        if (!known.contains(to)) {
            known.add(to);
        }
    }

    /** Lets a pattern begin at a position. */
    void begin(int position) {
        beginning
                .computeIfAbsent(elements.get(position), unused -> new ArrayList<>())
                .add(position);
    }

    /** Lets a rule's pattern end at a position. */
    void end(int position, TimexRule rule) {
        accepting.set(position, rule);
    }

    /** Fixes the graph for matching. */
    void close(int howManyElements) {
        int size = elements.size();
        element = elements.stream().mapToInt(Integer::intValue).toArray();
        context = new boolean[size];
        accept = accepting.toArray(TimexRule[]::new);
        keys = new int[size][];
        may = new long[size];
        next = new int[size][][];
        for (int i = 0; i < size; i++) {
            context[i] = contexts.get(i);
            keys[i] = following.get(i).keySet().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int follower : keys[i]) {
                may[i] |= 1L << follower;
            }
            next[i] =
                    following.get(i).values().stream().map(PatternGraph::array).toArray(int[][]::new);
        }
        first = new int[howManyElements][];
        Arrays.fill(first, NONE);
        beginning.forEach((key, positions) -> first[key] = array(positions));
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@return the positions at which patterns begin with an element} */
    int[] first(int ofElement) {
        return first[ofElement];
    }

    /** {@return the positions of an element that may follow a position} */
    int[] next(int position, int ofElement) {
        if ((may[position] >>> ofElement & 1) == 0) {
            return NONE;
        }
        int found = Arrays.binarySearch(keys[position], ofElement);
        return found < 0 ? NONE : next[position][found];
    }

    int element(int position) {
        return element[position];
    }

    boolean context(int position) {
        return context[position];
    }

    boolean accepts(int position) {
        return !accept[position].name().isEmpty();
    }

    TimexRule rule(int position) {
        return accept[position];
    }
}
