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
    /** How many longs hold a bit for every element. */
    private int words;
    /** For each position a bit for every element that may follow: most may not. */
    private long[] may = {};
    /** For each long of these bits how many are set in the longs before it, which is the place of its first in next. */
    private int[] before = {};

    private int[][][] next = {};
    private int[][] first = {};
    /** For each element whether a pattern consists of it alone. */
    private boolean[] alone = {};
    /** For each element the bits of all elements that may follow it where it begins a pattern. */
    private long[] second = {};

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
        words = (howManyElements + Long.SIZE - 1) / Long.SIZE;
        may = new long[size * words];
        before = new int[size * words];
        next = new int[size][][];
        for (int i = 0; i < size; i++) {
            context[i] = contexts.get(i);
            int found = 0;
            for (int follower : following.get(i).keySet()) {
                may[i * words + follower / Long.SIZE] |= 1L << follower;
            }
            for (int word = i * words; word < (i + 1) * words; word++) {
                before[word] = found;
                found += Long.bitCount(may[word]);
            }
            next[i] =
                    following.get(i).values().stream().map(PatternGraph::array).toArray(int[][]::new);
        }
        first = new int[howManyElements][];
        Arrays.fill(first, NONE);
        beginning.forEach((key, positions) -> first[key] = array(positions));
        alone = new boolean[howManyElements];
        second = new long[howManyElements * words];
        beginning.forEach((key, positions) -> positions.forEach(position -> {
            alone[key] |= accepts(position);
            for (int word = 0; word < words; word++) {
                second[key * words + word] |= may[position * words + word];
            }
        }));
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@return the positions at which patterns begin with an element} */
    int[] first(int ofElement) {
        return first[ofElement];
    }

    /** {@return whether a pattern can begin with an element that is followed by a token of these elements} */
    boolean mayBegin(int ofElement, int[] followedBy) {
        if (alone[ofElement]) {
            return true;
        }
        for (int follower : followedBy) {
            if ((second[ofElement * words + follower / Long.SIZE] >>> follower & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the positions of an element that may follow a position} */
    int[] next(int position, int ofElement) {
        int word = position * words + ofElement / Long.SIZE;
        long bits = may[word];
        if ((bits >>> ofElement & 1) == 0) {
            return NONE;
        }
        return next[position][before[word] + Long.bitCount(bits & (1L << ofElement) - 1)];
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
