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
 * Chooses among findings that compete for the same words. Content belongs to one attribution; what is said within what
 * someone else is reported to have said is part of that; "according to" an outlet relays the speaker's own statement.
 */
final class FindingChoice {
    /** A finding that holds another's cue in its content wins unless it is this much less sure. */
    private static final double OUTER = 0.6;

    /** What another finding beside it must be worth. */
    private static final double WORTH = 0.35;

    private final Passage p;
    private final List<@Nullable Finding> kept = new ArrayList<>();
    private final List<Option> owners = new ArrayList<>();
    private final List<Option> left = new ArrayList<>();
    private final int[] contentOwner;
    private final int[] cueOwner;

    FindingChoice(Passage p) {
        this.p = p;
        contentOwner = new int[p.size];
        cueOwner = new int[p.size];
        Arrays.fill(contentOwner, -1);
        Arrays.fill(cueOwner, -1);
    }

    /**
     * A finding and other ways to read the same cue, each with its own sureness.
     *
     * @param finding the surest reading
     * @param others the other readings, likeliest first
     */
    record Option(Finding finding, List<Finding> others) {}

    /** {@return the surest findings that can stand together, in order of their content} */
    List<Finding> choose(List<Option> all) {
        List<Option> bySureness = new ArrayList<>(all);
        bySureness.sort(Comparator.<Option>comparingDouble(o -> o.finding().confidence())
                .reversed());
        for (Option o : bySureness) {
            if (consider(o.finding())) {
                owners.add(o);
            } else {
                left.add(o);
            }
        }
        left.forEach(this::makeRoom);
        List<Finding> chosen = new ArrayList<>();
        for (Finding f : kept) {
            if (f != null) {
                chosen.add(f);
            }
        }
        chosen.sort(Comparator.comparingInt(Finding::first));
        return chosen;
    }

    /**
     * Lets a finding in that another stands in the way of, where one of the two can be read otherwise and both together
     * are worth more.
     */
    private void makeRoom(Option option) {
        Finding f = option.finding();
        Set<Integer> rivals = rivals(f);
        rivals.removeIf(r -> kept.get(r) == null);
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
            if (gain > most && isFree(other, rival) && !clash(other, f)) {
                most = gain;
                better = other;
                beside = f;
            }
        }
        for (Finding other : option.others()) {
            double gain = other.confidence() - WORTH;
            if (gain > most && isFree(other, -2)) {
                most = gain;
                better = held;
                beside = other;
            }
        }
        if (better != null && beside != null) {
            own(rival, null);
            own(rival, better.relayedBy(held.via()));
            kept.add(beside);
            owners.add(option);
            own(kept.size() - 1, beside);
        }
    }

    private boolean isFree(Finding f, int but) {
        for (int rival : rivals(f)) {
            if (rival != but && kept.get(rival) != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean clash(Finding a, Finding b) {
        for (Range r : a.content()) {
            for (Range s : b.content()) {
                if (r.overlaps(s)) {
                    return true;
                }
            }
        }
        return holds(a, b) || holds(b, a);
    }

    private boolean consider(Finding finding) {
        Finding f = finding;
        boolean free = true;
        Set<Integer> rivals = rivals(f);
        List<Integer> beaten = new ArrayList<>();
        List<Option> outdone = new ArrayList<>();
        for (int rival : rivals) {
            Finding k = kept.get(rival);
            if (k == null) {
                continue;
            }
            if (relays(f, k)) {
                kept.set(rival, k.relayedBy(f.source()));
                free = false;
            } else if (relays(k, f)) {
                f = f.relayedBy(k.source());
                beaten.add(rival);
            } else if (f.confidence() >= OUTER * k.confidence() && holds(f, k) && !holds(k, f)) {
                beaten.add(rival);
                outdone.add(owners.get(rival));
            } else {
                free = false;
            }
        }
        if (free) {
            beaten.forEach(rival -> own(rival, null));
            left.addAll(outdone);
            kept.add(f);
            own(kept.size() - 1, f);
        }
        return free;
    }

    private Set<Integer> rivals(Finding f) {
        Set<Integer> rivals = new TreeSet<>();
        for (Range r : f.content()) {
            for (int i = r.from(); i < r.to(); i++) {
                rivals.add(contentOwner[i]);
                rivals.add(cueOwner[i]);
            }
        }
        Cue cue = f.cue();
        if (cue != null) {
            rivals.add(contentOwner[cue.from()]);
        }
        rivals.remove(-1);
        return rivals;
    }

    /** Takes a finding's tokens into possession, or gives those of a beaten one back. */
    private void own(int number, @Nullable Finding f) {
        Finding held = f == null ? kept.get(number) : f;
        int owner = f == null ? -1 : number;
        if (held == null) {
            return;
        }
        for (Range r : held.content()) {
            Arrays.fill(contentOwner, r.from(), r.to(), owner);
        }
        Cue cue = held.cue();
        if (cue != null) {
            cueOwner[cue.from()] = owner;
        }
        kept.set(number, f);
    }

    /** Whether the cue of one finding is part of what another reports. */
    private static boolean holds(Finding outer, Finding inner) {
        Cue cue = inner.cue();
        if (cue != null) {
            for (Range r : outer.content()) {
                if (r.contains(cue.from())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one finding is "according to" an outlet, of what another, named speaker is found to have said. */
    private boolean relays(Finding outlet, Finding speaker) {
        Cue cue = outlet.cue();
        Cue said = speaker.cue();
        Range source = outlet.source();
        Range who = speaker.source();
        if (cue == null || said == null || source == null || who == null || !holds(outlet, speaker)) {
            return false;
        }
        boolean accords = p.tokens.is(cue.from(), "according") || p.tokens.is(cue.head(), "reported");
        if (!accords || source.overlaps(who)) {
            return false;
        }
        for (Range r : outlet.content()) {
            // "..., Lopez said, according to": speaker and cue are within what the outlet relays
            if (r.contains(who.from()) && r.contains(said.from())) {
                return speaker.content().stream().allMatch(c -> c.to() <= r.to() + 2);
            }
        }
        return false;
    }
}
