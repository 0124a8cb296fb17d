package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * One way to read what a cue attributes, and to whom.
 *
 * @param content token ranges of the content, in order, never empty
 * @param source tokens of the source, or null where there is none
 * @param behind by how much the role model scores it below the likeliest reading
 */
record Reading(List<Range> content, @Nullable Range source, float behind) {
    private static final int MOST = 6;

    /** Quotations of fewer tokens, marks included, may be mere words in quotation marks. */
    private static final int PHRASE = 7;

    /** No speech is longer; marks that far apart do not belong together. */
    private static final int LONGEST = 1500;

    /** {@return the different readings of a cue that have content, likeliest first; none where the likeliest has none} */
    static List<Reading> of(Passage p, Cue cue, RoleFinder.Roles roles) {
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < roles.labels().size() && readings.size() < MOST; k++) {
            byte[] labels = roles.labels().get(k);
            int base = roles.window().from();
            List<Range> content = ranges(p, labels, base, RoleFinder.CONTENT);
            if (content.isEmpty()) {
                if (k == 0) {
                    return readings;
                }
                continue;
            }
            List<Range> sources = ranges(p, labels, base, RoleFinder.SOURCE);
            Range source = sources.isEmpty() ? null : sources.get(sources.size() - 1);
            Reading reading = new Reading(snapped(p, content, cue, source, roles.window()), source, roles.behind()[k]);
            if (!holds(readings, reading)) {
                readings.add(reading);
            }
        }
        return readings;
    }

    /** Pieces that begin or end within a quotation reach to its marks; cue and source are outside of what is quoted. */
    private static List<Range> snapped(Passage p, List<Range> content, Cue cue, @Nullable Range source, Window window) {
        List<Range> whole = new ArrayList<>();
        for (Range r : content) {
            int from = r.from();
            int to = r.to();
            int first = p.quotes.quoteOf(from);
            if (first >= 0 && speech(p, first, cue, source)) {
                from = Math.min(
                        from, p.quotes.open(first) + (p.state(p.quotes.open(first), 0) == Passage.OPENS ? 1 : 0));
            }
            int last = p.quotes.quoteOf(to - 1);
            if (last >= 0 && speech(p, last, cue, source)) {
                to = Math.max(to, p.quotes.close(last) + 1);
            }
            Range trimmed = trim(p, Math.max(from, window.from()), Math.min(to, window.to()));
            Range before = whole.isEmpty() ? null : whole.get(whole.size() - 1);
            if (trimmed == null) {
                continue;
            }
            if (before != null && (trimmed.from() <= before.to() || onlyMarks(p, before.to(), trimmed.from()))) {
                whole.set(whole.size() - 1, new Range(before.from(), Math.max(before.to(), trimmed.to())));
            } else {
                whole.add(trimmed);
            }
        }
        return whole;
    }

    /** Whether a quotation is long enough to be more than words in quotation marks and holds neither cue nor source. */
    private static boolean speech(Passage p, int quote, Cue cue, @Nullable Range source) {
        int length = p.quotes.close(quote) - p.quotes.open(quote);
        return length >= PHRASE
                && length <= LONGEST
                && p.quotes.quoteOf(cue.from()) != quote
                && (source == null || p.quotes.quoteOf(source.from()) != quote);
    }

    private static boolean holds(List<Reading> readings, Reading reading) {
        for (Reading other : readings) {
            if (reading.isSame(other)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the same without a source before the cue} */
    Reading turned(Cue cue) {
        return source != null && source.from() < cue.from() ? new Reading(content, null, behind) : this;
    }

    /** {@return whether two readings share half of their content and part of their source} */
    boolean resembles(Reading other) {
        Range who = other.source;
        boolean same = source == null ? who == null : (who != null && source.overlaps(who));
        return same && 2 * shared(other) >= size() + other.size() - shared(other);
    }

    private int shared(Reading other) {
        int shared = 0;
        for (Range r : content) {
            for (Range s : other.content) {
                shared += Math.max(0, Math.min(r.to(), s.to()) - Math.max(r.from(), s.from()));
            }
        }
        return shared;
    }

    private int size() {
        int size = 0;
        for (Range r : content) {
            size += r.to() - r.from();
        }
        return size;
    }

    private boolean isSame(Reading other) {
        return content.equals(other.content) && java.util.Objects.equals(source, other.source);
    }

    /** The runs of a label, punctuation trimmed off, runs with only punctuation between them joined. */
    private static List<Range> ranges(Passage p, byte[] labels, int base, int label) {
        List<Range> ranges = new ArrayList<>();
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

    /** {@return whether there is nothing but such punctuation from one token to before another} */
    static boolean onlyMarks(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!trims(p, i)) {
                return false;
            }
        }
        return true;
    }
}
