package pullquote.quote;

import java.util.List;

/**
 * An attribution as token ranges, before its speaker is looked for.
 *
 * @param cue the words that attribute it, or null for a continued quotation
 * @param source tokens of the source, or null where there is none
 * @param content token ranges of the content, in order, never empty
 * @param via the tokens of the outlet that relayed it, or null
 * @param confidence 0 to 1
 * @param continued whether it has no cue of its own
 * @param rule what decided
 */
record Finding(
        @org.jspecify.annotations.Nullable Cue cue,
        @org.jspecify.annotations.Nullable Range source,
        List<Range> content,
        @org.jspecify.annotations.Nullable Range via,
        double confidence,
        boolean continued,
        String rule) {

    /** Tokens from one to before another. */
    record Range(int from, int to) {
        boolean overlaps(Range other) {
            return from < other.to && other.from < to;
        }

        boolean contains(int token) {
            return from <= token && token < to;
        }
    }

    Finding relayedBy(@org.jspecify.annotations.Nullable Range outlet) {
        return new Finding(cue, source, content, outlet, confidence, continued, rule);
    }

    Finding with(List<Range> whole) {
        return new Finding(cue, source, whole, via, confidence, continued, rule);
    }

    Finding sure(double probability) {
        return new Finding(cue, source, content, via, probability, continued, rule);
    }

    /** {@return the token after the last of content, cue and source} */
    int end() {
        int end = content.get(content.size() - 1).to();
        if (cue != null) {
            end = Math.max(end, cue.to());
        }
        return source == null || continued ? end : Math.max(end, source.to());
    }

    /** Marks the tokens of content and cue. */
    void mark(boolean[] tokens) {
        for (Range r : content) {
            java.util.Arrays.fill(tokens, r.from(), r.to(), true);
        }
        if (cue != null) {
            java.util.Arrays.fill(tokens, cue.from(), cue.to(), true);
        }
    }

    int first() {
        return content.get(0).from();
    }
}
