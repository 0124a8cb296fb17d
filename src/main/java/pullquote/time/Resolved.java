package pullquote.time;

import java.util.Optional;

/**
 * What an expression's words come to.
 *
 * @param value the TIMEX3 value
 * @param mod TIMEX3's mod
 * @param anchor what it was counted from
 * @param type another type than the rule's
 */
record Resolved(String value, Optional<String> mod, Optional<String> anchor, Optional<Timex3.Type> type) {
    static Resolved of(String value) {
        return new Resolved(value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Resolved from(String anchor) {
        return new Resolved(value, mod, Optional.of(anchor), type);
    }

    Resolved mod(Optional<String> mod) {
        return new Resolved(value, mod, anchor, type);
    }

    Resolved as(Timex3.Type type) {
        return new Resolved(value, mod, anchor, Optional.of(type));
    }
}
