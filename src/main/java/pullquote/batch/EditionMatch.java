package pullquote.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import pullquote.dispatch.Edition;
import pullquote.dispatch.TextSketch;

/**
 * Finds for dispatches that a file no longer holds the newer editions among those that it holds now: each old one has at
 * most one, each new one is that of at most one, and the likeliest pair comes first. The same dispatches give the same
 * pairs.
 */
final class EditionMatch {
    /** A shingle that more old dispatches share is part of a template and points to none of them. */
    private static final int MOST_SHARING = 64;

    /** How many of the old dispatches that share most with a new one are looked at closely. */
    private static final int CLOSEST = 8;

    private final List<Edition> olds;
    private final Map<String, List<Integer>> byGuid = new HashMap<>();
    /** A shingle in the upper half and the number of an old dispatch in the lower, ascending. */
    private final long[] byShingle;

    private final int[] shared;
    private final List<Pair> pairs = new ArrayList<>();
    private int offered;

    private record Pair(double likelihood, int old, int order, String newText) {}

    EditionMatch(List<Edition> olds) {
        this.olds = List.copyOf(olds);
        this.shared = new int[olds.size()];
        long shingles = 0;
        for (int i = 0; i < olds.size(); i++) {
            int number = i;
            olds.get(i)
                    .guid()
                    .ifPresent(guid ->
                            byGuid.computeIfAbsent(guid, g -> new ArrayList<>()).add(number));
            shingles += olds.get(i).text().map(TextSketch::size).orElse(0);
        }
        byShingle = new long[Math.toIntExact(shingles)];
        int next = 0;
        for (int i = 0; i < olds.size(); i++) {
            Optional<TextSketch> text = olds.get(i).text();
            if (text.isPresent()) {
                PrimitiveIterator.OfInt each = text.get().shingles().iterator();
                while (each.hasNext()) {
                    byShingle[next++] = ((long) each.nextInt() << Integer.SIZE) | i;
                }
            }
        }
        Arrays.sort(byShingle);
    }

    /** Offers a dispatch that the file did not hold before. */
    void offer(String text, Edition edition) {
        TreeSet<Integer> candidates = new TreeSet<>();
        edition.guid().ifPresent(guid -> candidates.addAll(byGuid.getOrDefault(guid, List.of())));
        edition.text().ifPresent(sketch -> candidates.addAll(closest(sketch)));
        for (int old : candidates) {
            double likelihood = edition.replaces(olds.get(old));
            if (likelihood > 0) {
                pairs.add(new Pair(likelihood, old, offered, text));
            }
        }
        offered++;
    }

    private List<Integer> closest(TextSketch sketch) {
        List<Integer> touched = new ArrayList<>();
        PrimitiveIterator.OfInt each = sketch.shingles().iterator();
        while (each.hasNext()) {
            int shingle = each.nextInt();
            int from = lowerBound((long) shingle << Integer.SIZE);
            int to = from;
            while (to < byShingle.length
                    && (int) (byShingle[to] >> Integer.SIZE) == shingle
                    && to - from <= MOST_SHARING) {
                to++;
            }
            for (int i = from; i < to && to - from <= MOST_SHARING; i++) {
                int old = (int) byShingle[i];
                if (shared[old]++ == 0) {
                    touched.add(old);
                }
            }
        }
        List<Integer> best = touched.stream()
                .sorted(Comparator.comparing((Integer old) -> -shared[old]).thenComparing(old -> old))
                .limit(CLOSEST)
                .toList();
        touched.forEach(old -> shared[old] = 0);
        return best;
    }

    private int lowerBound(long key) {
        int found = Arrays.binarySearch(byShingle, key);
        return found >= 0 ? found : -found - 1;
    }

    /** {@return the text that comes instead of an old dispatch, by the old one's number} */
    Map<Integer, String> best() {
        pairs.sort(Comparator.comparingDouble(Pair::likelihood)
                .reversed()
                .thenComparingInt(Pair::old)
                .thenComparingInt(Pair::order));
        Map<Integer, String> best = new HashMap<>();
        boolean[] isTaken = new boolean[offered];
        for (Pair pair : pairs) {
            if (!isTaken[pair.order()] && !best.containsKey(pair.old())) {
                best.put(pair.old(), pair.newText());
                isTaken[pair.order()] = true;
            }
        }
        return best;
    }
}
