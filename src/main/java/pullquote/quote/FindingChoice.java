package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Chooses among findings that compete for the same words. Content belongs to one attribution; only one that lies whole
 * within what someone else is reported to have said stands with that, as an inner one.
 */
final class FindingChoice {
    /** A finding that holds another's cue in its content wins unless it is this much less sure. */
    private static final double OUTER = 0.6;

    /** What another finding next to it must be worth. */
    private static final double WORTH = 0.35;

    /** The two layers: what is said, and what is said within that. */
    private static final int OUT = 0, IN = 1;

    private final List<@Nullable Finding> kept = new ArrayList<>();
    private final List<Integer> layers = new ArrayList<>();
    private final List<Option> owners = new ArrayList<>();
    private final List<Option> left = new ArrayList<>();
    private final int[][] contentOwner;
    private final int[][] cueOwner;

    FindingChoice(Passage p) {
        contentOwner = new int[2][p.size];
        cueOwner = new int[2][p.size];
        for (int layer = OUT; layer <= IN; layer++) {
            Arrays.fill(contentOwner[layer], -1);
            Arrays.fill(cueOwner[layer], -1);
        }
    }

    /**
     * A finding and other ways to read the same cue, each with its own sureness.
     *
     * @param finding the surest reading
     * @param others the other readings, likeliest first
     */
    record Option(Finding finding, List<Finding> others) {}

    /**
     * The findings that stand together.
     *
     * @param outer those that lie in no other, in order of their content
     * @param inner those that lay within the content of one of these when they were chosen
     */
    record Chosen(List<Finding> outer, List<Finding> inner) {}

    /** {@return the surest findings that can stand together} */
    Chosen choose(List<Option> all) {
        List<Option> bySureness = new ArrayList<>(all);
        // statements first: a thought or an attitude only has what they leave
        bySureness.sort(Comparator.<Option, Boolean>comparing(o -> !o.finding().expressed())
                .thenComparing(o -> -o.finding().confidence()));
        for (Option o : bySureness) {
            if (!consider(o)) {
                left.add(o);
            }
        }
        List.copyOf(left).stream().filter(o -> o.finding().expressed()).forEach(this::makeRoom);
        Chosen chosen = new Chosen(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < kept.size(); i++) {
            Finding f = kept.get(i);
            if (f != null && layers.get(i) == OUT) {
                chosen.outer().add(f);
            } else if (f != null && isHeld(f)) {
                chosen.inner().add(f);
            }
        }
        chosen.outer().sort(Comparator.comparingInt(Finding::first));
        return chosen;
    }

    /**
     * Lets a finding in that another stands in the way of, where one of the two can be read otherwise and both together
     * are worth more.
     */
    private void makeRoom(Option option) {
        Finding f = option.finding();
        Set<Integer> rivals = rivals(f, OUT);
        if (rivals.size() != 1) {
            return;
        }
        int rival = rivals.iterator().next();
        Finding held = kept.get(rival);
        if (held == null) {
            return;
        }
        Finding better = null;
        Finding beside = null;
        double most = 0;
        for (Finding other : owners.get(rival).others()) {
            double gain = f.confidence() - WORTH + other.confidence() - held.confidence();
            if (gain > most && isFree(other, rival) && !other.clashes(f)) {
                most = gain;
                better = other;
                beside = f;
            }
        }
        for (Finding other : option.others()) {
            double gain = other.confidence() - WORTH;
            if (gain > most && (isFree(other, -2) || isFreeWithin(held, other))) {
                most = gain;
                better = held;
                beside = other;
            }
        }
        if (better != null && beside != null) {
            put(rival, null);
            put(rival, better);
            add(option, beside, better.holds(beside) ? IN : OUT);
        }
    }

    private boolean isFree(Finding f, int but) {
        Set<Integer> rivals = rivals(f, OUT);
        rivals.remove(but);
        return rivals.isEmpty();
    }

    private boolean isFreeWithin(Finding outer, Finding f) {
        return outer.holds(f) && rivals(f, IN).isEmpty();
    }

    /** Whether what an inner finding was found in is still there. */
    private boolean isHeld(Finding f) {
        int owner = contentOwner[OUT][f.first()];
        Finding outer = owner < 0 ? null : kept.get(owner);
        return outer != null && outer.holds(f);
    }

    private boolean consider(Option option) {
        Finding f = option.finding();
        Set<Integer> rivals = rivals(f, OUT);
        if (rivals.isEmpty()) {
            add(option, f, OUT);
            return true;
        }
        if (!f.expressed()) {
            return false;
        }
        List<Integer> within = new ArrayList<>();
        List<Integer> beaten = new ArrayList<>();
        for (int rival : rivals) {
            Finding k = kept.get(rival);
            if (k == null) {
                continue;
            }
            if (isFreeWithin(k, f) && rivals.size() == 1) {
                add(option, f, IN);
                return true;
            }
            if (f.holds(k) && rivals(k, IN).isEmpty()) {
                within.add(rival);
            } else if (f.confidence() >= OUTER * k.confidence() && reaches(f, k) && !reaches(k, f)) {
                beaten.add(rival);
            } else {
                return false;
            }
        }
        for (int rival : beaten) {
            left.add(owners.get(rival));
            put(rival, null);
        }
        for (int rival : within) {
            Finding inner = kept.get(rival);
            put(rival, null);
            layers.set(rival, IN);
            put(rival, inner);
        }
        add(option, f, OUT);
        return true;
    }

    private void add(Option option, Finding f, int layer) {
        kept.add(null);
        layers.add(layer);
        owners.add(option);
        put(kept.size() - 1, f);
    }

    private Set<Integer> rivals(Finding f, int layer) {
        Set<Integer> rivals = new TreeSet<>();
        for (Range r : f.content()) {
            for (int i = r.from(); i < r.to(); i++) {
                rivals.add(contentOwner[layer][i]);
                rivals.add(cueOwner[layer][i]);
            }
        }
        Cue cue = f.cue();
        if (cue != null) {
            rivals.add(contentOwner[layer][cue.from()]);
        }
        rivals.remove(-1);
        return rivals;
    }

    /** Takes a finding's tokens into possession, or with null gives those of a beaten one back. */
    private void put(int number, @Nullable Finding f) {
        Finding held = f == null ? kept.get(number) : f;
        int owner = f == null ? -1 : number;
        if (held == null) {
            return;
        }
        int layer = layers.get(number);
        for (Range r : held.content()) {
            Arrays.fill(contentOwner[layer], r.from(), r.to(), owner);
        }
        Cue cue = held.cue();
        if (cue != null) {
            cueOwner[layer][cue.from()] = owner;
        }
        kept.set(number, f);
    }

    /** Whether the cue of one finding is part of what another reports. */
    private static boolean reaches(Finding outer, Finding inner) {
        Cue cue = inner.cue();
        return cue != null && outer.content().stream().anyMatch(r -> r.contains(cue.from()));
    }
}
