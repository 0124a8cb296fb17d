package pullquote.analysis;

import java.util.List;
import java.util.Optional;
import pullquote.text.Span;
import pullquote.time.Timex3;

/**
 * Time expressions in order of appearance, to be found by their place in the text.
 *
 * @param times the expressions
 */
record Timeline(List<Timex3> times) {
    Timeline {
        times = List.copyOf(times);
    }

    /** {@return the expressions that lie within a span} */
    List<Timex3> within(Span span) {
        int from = from(span.start());
        int to = from;
        while (to < times.size() && times.get(to).span().end() <= span.end()) {
            to++;
        }
        return times.subList(from, to);
    }

    /** {@return the last expression that ends at a place or before it, no farther back than a reach} */
    Optional<Timex3> last(int place, int reach) {
        for (int i = from(place) - 1; i >= 0 && times.get(i).span().start() > place - reach; i--) {
            if (times.get(i).span().end() <= place) {
                return Optional.of(times.get(i));
            }
        }
        return Optional.empty();
    }

    /** {@return the first expression from a place on, no farther than a reach} */
    Optional<Timex3> first(int place, int reach) {
        int at = from(place);
        return at < times.size() && times.get(at).span().start() < place + reach
                ? Optional.of(times.get(at))
                : Optional.empty();
    }

    /** {@return the number of the first expression that begins at a place or after it} */
    private int from(int place) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle).span().start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
