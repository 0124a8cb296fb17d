package pullquote.batch;

import java.util.Collection;
import java.util.StringJoiner;
import java.util.TreeSet;

/** There is no execution of that number; the message names those that there are. */
public final class NoSuchExecutionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchExecutionException(long asked, Collection<Long> there) {
        super(
                there.isEmpty()
                        ? "expected an execution's number but found " + asked
                                + ", and there are none yet; begin with: jobs/pullquote run"
                        : "expected an execution's number, " + ranges(there) + ", but found " + asked
                                + "; see them with: jobs/pullquote status --last " + there.size());
    }

    /** {@code 1 to 7}, or {@code 1, 3 to 5, 9} where some were pruned. */
    static String ranges(Collection<Long> numbers) {
        StringJoiner text = new StringJoiner(", ");
        Long first = null;
        Long last = null;
        for (Long number : new TreeSet<>(numbers)) {
            if (first == null || last == null || number != last + 1) {
                add(text, first, last);
                first = number;
            }
            last = number;
        }
        add(text, first, last);
        return text.toString();
    }

    private static void add(
            StringJoiner text,
            @org.jspecify.annotations.Nullable Long first,
            @org.jspecify.annotations.Nullable Long last) {
        if (first != null && last != null) {
            text.add(first.equals(last) ? first.toString() : first + " to " + last);
        }
    }
}
