package pullquote.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures of findings against gold: relation, exact content, inner attributions, who relayed, who was addressed. */
final class FoldScore {
    private int gold;
    private int found;
    private int relations;
    private int exactFound;
    private int exactGold;
    private int innerGold;
    private int innerFound;
    private int innerSaid;
    private final int[] via = new int[3];
    private final int[] addressee = new int[3];
    private final double[][] sure = new double[10][3];

    /** One attribution as sets of tokens. */
    private record Side(BitSet content, BitSet source, BitSet cue, Set<String> via, Set<String> addressee, double sure) {}

    void add(Article a, List<Finding> findings) {
        List<Side> g = new ArrayList<>();
        for (Article.Marked m : a.marked) {
            g.add(new Side(bits(m.content()), bits(m.source()), bits(m.cue()), words(a, m.via()), words(a, m.addressee()), 1));
        }
        List<Side> f = new ArrayList<>();
        for (Finding x : findings) {
            Cue cue = x.cue();
            f.add(new Side(
                    bits(x.content().stream().map(r -> new int[] {r.from(), r.to()}).toList()),
                    bits(one(x.source())),
                    bits(cue == null ? List.of() : List.of(new int[] {cue.from(), cue.to()})),
                    words(a, one(x.via())),
                    words(a, one(x.addressee())),
                    x.confidence()));
        }
        gold += g.size();
        found += f.size();
        int[] partner = match(f, g, false);
        int[] related = match(f, g, true);
        boolean[] matched = new boolean[g.size()];
        for (int i = 0; i < f.size(); i++) {
            Side x = f.get(i);
            relations += related[i] >= 0 ? 1 : 0;
            exactFound += g.stream().anyMatch(y -> isExact(x, y)) ? 1 : 0;
            double[] bin = sure[(int) Math.min(9, x.sure() * 10)];
            bin[0]++;
            bin[1] += x.sure();
            bin[2] += related[i] >= 0 ? 1 : 0;
            if (partner[i] >= 0) {
                matched[partner[i]] = true;
                count(via, x.via(), g.get(partner[i]).via());
                count(addressee, x.addressee(), g.get(partner[i]).addressee());
            }
            innerSaid += f.stream().anyMatch(o -> isWithin(x.content(), o.content())) ? 1 : 0;
        }
        for (int j = 0; j < g.size(); j++) {
            Side y = g.get(j);
            exactGold += f.stream().anyMatch(x -> isExact(x, y)) ? 1 : 0;
            if (g.stream().anyMatch(o -> isWithin(y.content(), o.content()))) {
                innerGold++;
                innerFound += matched[j] ? 1 : 0;
            }
        }
    }

    private static boolean isExact(Side x, Side y) {
        return x.cue().intersects(y.cue()) && x.content().equals(y.content());
    }

    private static boolean isWithin(BitSet inner, BitSet outer) {
        BitSet rest = (BitSet) inner.clone();
        rest.andNot(outer);
        return rest.isEmpty() && inner.cardinality() < outer.cardinality();
    }

    /** Pairs that share half of their content, the closest first, each with one other. */
    private static int[] match(List<Side> f, List<Side> g, boolean sources) {
        record Pair(double shared, int i, int j) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < f.size(); i++) {
            for (int j = 0; j < g.size(); j++) {
                BitSet both = (BitSet) f.get(i).content().clone();
                both.and(g.get(j).content());
                int shared = both.cardinality();
                int all = f.get(i).content().cardinality() + g.get(j).content().cardinality() - shared;
                boolean same = f.get(i).source().intersects(g.get(j).source())
                        || (f.get(i).source().isEmpty() && g.get(j).source().isEmpty());
                if (shared * 2 >= all && shared > 0 && (same || !sources)) {
                    pairs.add(new Pair(shared / (double) all, i, j));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::shared).reversed());
        int[] partner = new int[f.size()];
        java.util.Arrays.fill(partner, -1);
        Set<Integer> used = new HashSet<>();
        for (Pair p : pairs) {
            if (partner[p.i()] < 0 && used.add(p.j())) {
                partner[p.i()] = p.j();
            }
        }
        return partner;
    }

    private static void count(int[] counts, Set<String> said, Set<String> right) {
        counts[0] += said.size();
        counts[1] += right.size();
        for (String r : right) {
            counts[2] += said.stream().anyMatch(s -> s.contains(r) || r.contains(s)) ? 1 : 0;
        }
    }

    private static List<int[]> one(Finding.@Nullable Range r) {
        return r == null ? List.of() : List.of(new int[] {r.from(), r.to()});
    }

    private static BitSet bits(List<int[]> ranges) {
        BitSet bits = new BitSet();
        ranges.forEach(r -> bits.set(r[0], r[1]));
        return bits;
    }

    private static Set<String> words(Article a, List<int[]> ranges) {
        Set<String> all = new HashSet<>();
        for (int[] r : ranges) {
            StringBuilder words = new StringBuilder();
            for (int i = r[0]; i < r[1]; i++) {
                String w = a.passage.tokens.word(i).toLowerCase(Locale.ROOT);
                if (!w.equals("the") && a.passage.shape(i) != Passage.MARK) {
                    words.append(words.isEmpty() ? "" : " ").append(w);
                }
            }
            all.add(words.toString());
        }
        all.remove("");
        return all;
    }

    void print(String name) {
        System.out.printf(
                "%s: %d gold, %d found%n  relation %s  content exact %s  inner found %.1f of %d (%d said)%n  via %s  addressee %s%n",
                name,
                gold,
                found,
                f1(relations, found, relations, gold),
                f1(exactFound, found, exactGold, gold),
                100.0 * innerFound / Math.max(1, innerGold),
                innerGold,
                innerSaid,
                f1(via[2], via[0], via[2], via[1]),
                f1(addressee[2], addressee[0], addressee[2], addressee[1]));
        System.out.print("  confidence, right, of");
        for (double[] bin : sure) {
            System.out.printf("  %.2f %.2f %.0f", bin[1] / Math.max(1, bin[0]), bin[2] / Math.max(1, bin[0]), bin[0]);
        }
        System.out.println();
    }

    private static String f1(int right, int said, int hit, int gold) {
        double p = said == 0 ? 0 : 100.0 * right / said;
        double r = gold == 0 ? 0 : 100.0 * hit / gold;
        return String.format(Locale.ROOT, "P %.1f R %.1f F1 %.1f", p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }
}
