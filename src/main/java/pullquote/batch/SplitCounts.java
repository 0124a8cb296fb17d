package pullquote.batch;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import pullquote.table.Table;

/**
 * What was counted in a split, or in all of them, as the step's context keeps it.
 *
 * @param counts by name: {@code accepted}, {@code rejected.binary}, {@code rows.quotations} …
 */
record SplitCounts(Map<String, Long> counts) {
    private static final String PREFIX = "count.";

    SplitCounts {
        counts = Map.copyOf(counts);
    }

    static SplitCounts of(Map<Result.Outcome, Long> outcomes, Map<String, Long> rejects, Map<Table, Long> rows) {
        Map<String, Long> counts = new TreeMap<>();
        outcomes.forEach((outcome, n) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), n));
        rejects.forEach((code, n) -> counts.put("rejected." + code, n));
        rows.forEach((table, n) -> counts.put("rows." + table.tableName(), n));
        return new SplitCounts(counts);
    }

    static SplitCounts sum(Collection<SplitCounts> all) {
        Map<String, Long> sum = new TreeMap<>();
        all.forEach(one -> one.counts.forEach((name, n) -> sum.merge(name, n, Long::sum)));
        return new SplitCounts(sum);
    }

    static SplitCounts load(ExecutionContext context) {
        Map<String, Long> counts = new TreeMap<>();
        context.toMap().forEach((key, value) -> {
            if (key.startsWith(PREFIX) && value instanceof Number n) {
                counts.put(key.substring(PREFIX.length()), n.longValue());
            }
        });
        return new SplitCounts(counts);
    }

    void store(ExecutionContext context) {
        context.toMap().keySet().stream().filter(key -> key.startsWith(PREFIX)).forEach(context::remove);
        counts.forEach((name, n) -> context.putLong(PREFIX + name, n));
    }

    long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** {@return how many records came to an end, whichever} */
    long read() {
        return get("accepted") + get("duplicate") + get("rejected");
    }

    long rows(Table table) {
        return get("rows." + table.tableName());
    }

    /** {@return rejected records by code} */
    Map<String, Long> rejects() {
        Map<String, Long> codes = new TreeMap<>();
        counts.forEach((name, n) -> {
            if (name.startsWith("rejected.")) {
                codes.put(name.substring("rejected.".length()), n);
            }
        });
        return codes;
    }
}
