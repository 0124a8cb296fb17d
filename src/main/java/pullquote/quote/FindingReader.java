package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/** Reads the attributions out of a passage: cues, then each cue's source and content, then the choice among them. */
final class FindingReader {
    private final CueFinder cueFinder;
    private final RoleFinder roleFinder;
    private final double threshold;

    FindingReader(CueFinder cueFinder, RoleFinder roleFinder, double threshold) {
        this.cueFinder = cueFinder;
        this.roleFinder = roleFinder;
        this.threshold = threshold;
    }

    List<Finding> read(Passage p) {
        float[] cueness = cueFinder.cueness(p);
        RoleFeatures features = new RoleFeatures(p, cueness);
        Between between = new Between(p, cueness);
        List<Finding> all = new ArrayList<>();
        for (Cue cue : cueFinder.cues(p, cueness)) {
            RoleFinder.Roles roles = roleFinder.find(p, cue, features, between);
            Finding finding = finding(p, cue, roles);
            if (finding != null && finding.confidence() >= threshold) {
                all.add(finding);
            }
        }
        return new FindingChoice(p).choose(all);
    }

    private static @Nullable Finding finding(Passage p, Cue cue, RoleFinder.Roles roles) {
        List<Range> content = ranges(p, roles, RoleFinder.CONTENT);
        if (content.isEmpty()) {
            return null;
        }
        List<Range> sources = ranges(p, roles, RoleFinder.SOURCE);
        Range source = sources.isEmpty() ? null : sources.get(sources.size() - 1);
        int base = roles.window().from();
        double sure = cue.probability() * mean(roles.contentSureness(), content, base);
        if (source != null) {
            sure *= Math.sqrt(mean(roles.sourceSureness(), List.of(source), base));
        }
        return new Finding(cue, source, content, null, Math.min(1, sure), false, "cue");
    }

    private static double mean(float[] sureness, List<Range> ranges, int base) {
        double sum = 0;
        int tokens = 0;
        for (Range r : ranges) {
            for (int i = r.from(); i < r.to(); i++) {
                sum += sureness[i - base];
                tokens++;
            }
        }
        return sum / tokens;
    }

    /** The runs of a label, punctuation trimmed off, runs with only punctuation between them joined. */
    private static List<Range> ranges(Passage p, RoleFinder.Roles roles, int label) {
        List<Range> ranges = new ArrayList<>();
        int[] labels = roles.labels();
        int base = roles.window().from();
        int i = 0;
        while (i < labels.length) {
            int from = i;
            while (i < labels.length && labels[i] == label) {
                i++;
            }
            Range range = trim(p, base + from, base + i);
            if (range != null) {
                Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                if (last != null && onlyMarks(p, last.to(), range.from())) {
                    ranges.set(ranges.size() - 1, new Range(last.from(), range.to()));
                } else {
                    ranges.add(range);
                }
            }
            i = Math.max(i, from + 1);
        }
        return ranges;
    }

    private static @Nullable Range trim(Passage p, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && trims(p, from)) {
            from++;
        }
        while (to > from && trims(p, to - 1)) {
            to--;
        }
        return from < to ? new Range(from, to) : null;
    }

    /** {@return whether a token is punctuation that no part of an attribution begins or ends with} */
    static boolean trims(Passage p, int i) {
        return p.shape(i) == Passage.MARK && "$%#@&+=£€¥°".indexOf(p.tokens.first(i)) < 0;
    }

    static boolean onlyMarks(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!trims(p, i)) {
                return false;
            }
        }
        return true;
    }
}
