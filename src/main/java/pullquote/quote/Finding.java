package pullquote.quote;

import java.util.List;

/**
 * An attribution as token ranges, before its speaker is looked for.
 *
 * @param cue the words that attribute it, or null for a continued quotation
 * @param source tokens of the source, or null where there is none
 * @param content token ranges of the content, in order, never empty
 * @param addressee the tokens that name whom it was said to, or null
 * @param via the tokens of the outlet that relayed it, or null
 * @param confidence 0 to 1
 * @param expressed whether it is a statement, not a thought, a plan or an attitude
 * @param continued whether it has no cue of its own
 * @param rule what decided
 */
record Finding(
        @org.jspecify.annotations.Nullable Cue cue,
        @org.jspecify.annotations.Nullable Range source,
        List<Range> content,
        @org.jspecify.annotations.Nullable Range addressee,
        @org.jspecify.annotations.Nullable Range via,
        double confidence,
        boolean expressed,
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

        boolean contains(Range other) {
            return from <= other.from && other.to <= to;
        }

        private boolean holds(Finding inner) {
            Cue said = inner.cue;
            Range who = inner.source;
            boolean holds = said != null && from <= said.from() && said.to() <= to && (who == null || contains(who));
            for (int k = 0; holds && k < inner.content.size(); k++) {
                holds = contains(inner.content.get(k));
            }
            return holds;
        }
    }

    Finding with(@org.jspecify.annotations.Nullable Range audience, @org.jspecify.annotations.Nullable Range outlet) {
        return new Finding(cue, source, content, audience, outlet, confidence, expressed, continued, rule);
    }

    Finding from(@org.jspecify.annotations.Nullable Range speaker) {
        return new Finding(cue, speaker, content, addressee, via, confidence, expressed, continued, rule);
    }

    Finding with(List<Range> whole) {
        return new Finding(cue, source, whole, addressee, via, confidence, expressed, continued, rule);
    }

    Finding sure(double probability) {
        return new Finding(cue, source, content, addressee, via, probability, expressed, continued, rule);
    }

    /** {@return whether one piece of this one's content holds all of another finding} */
    boolean holds(Finding inner) {
        for (Range r : content) {
            if (r.holds(inner)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the two get in each other's way, as neither holds all of the other} */
    boolean clashes(Finding other) {
        for (Range r : content) {
            for (Range s : other.content) {
                if (r.overlaps(s)) {
                    return true;
                }
            }
            if (other.cue != null && r.contains(other.cue.from())) {
                return true;
            }
        }
        for (Range s : other.content) {
            if (cue != null && s.contains(cue.from())) {
                return true;
            }
        }
        return false;
    }

    /** {@return the same, with the bracket closed that its source opens: "the Port Authority (PA)"} */
    Finding closed(Passage p) {
        if (source == null || source.to() == p.size || !p.tokens.is(source.to(), ')')) {
            return this;
        }
        for (int i = source.to() - 1; i >= source.from() && !p.tokens.is(i, ')'); i--) {
            if (p.tokens.is(i, '(')) {
                Range whole = new Range(source.from(), source.to() + 1);
                return new Finding(cue, whole, content, addressee, via, confidence, expressed, continued, rule);
            }
        }
        return this;
    }

    /** {@return how many tokens content, cue and source have} */
    int size() {
        int size = 0;
        for (Range r : content) {
            size += r.to() - r.from();
        }
        size += cue == null ? 0 : cue.to() - cue.from();
        return size + (source == null ? 0 : source.to() - source.from());
    }

    /** {@return the same as a thought, a plan or an attitude} */
    Finding unexpressed() {
        return new Finding(cue, source, content, addressee, via, confidence, false, continued, rule);
    }

    /** {@return the token after the last of content, cue and source} */
    int end() {
        int end = content.get(content.size() - 1).to();
        if (cue != null) {
            end = Math.max(end, cue.to());
        }
        return source == null || continued ? end : Math.max(end, source.to());
    }

    int contentEnd() {
        return content.get(content.size() - 1).to();
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
