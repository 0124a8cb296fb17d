package pullquote.batch;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A run's counts, as its row and its summary show them.
 *
 * @param published whether a snapshot came of it
 * @param files files read
 * @param accepted dispatches published
 * @param duplicates records whose text was known
 * @param rejected rejected records by code
 * @param deferred files left for a later run
 * @param vanished files removed before they could be read
 * @param quotations attributions published
 * @param superseded dispatches that newer versions replaced
 * @param nameReused dispatches that came under a name used before for another
 */
record RunCounts(
        boolean published,
        long files,
        long accepted,
        long duplicates,
        Map<String, Long> rejected,
        long deferred,
        long vanished,
        long quotations,
        long superseded,
        long nameReused) {
    private static final String PREFIX = "run.";

    RunCounts {
        rejected = Map.copyOf(rejected);
    }

    static RunCounts nothing(long deferred, long vanished) {
        return new RunCounts(false, 0, 0, 0, Map.of(), deferred, vanished, 0, 0, 0);
    }

    long rejects() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    long read() {
        return accepted + duplicates + rejects() + deferred;
    }

    void store(ExecutionContext context) {
        context.putString(PREFIX + "published", Boolean.toString(published));
        context.putLong(PREFIX + "files", files);
        context.putLong(PREFIX + "accepted", accepted);
        context.putLong(PREFIX + "duplicates", duplicates);
        context.putLong(PREFIX + "deferred", deferred);
        context.putLong(PREFIX + "vanished", vanished);
        context.putLong(PREFIX + "quotations", quotations);
        context.putLong(PREFIX + "superseded", superseded);
        context.putLong(PREFIX + "name_reused", nameReused);
        rejected.forEach((code, n) -> context.putLong(PREFIX + "rejected." + code, n));
    }

    /** {@return the counts that a run's execution left, if it came so far} */
    static Optional<RunCounts> load(ExecutionContext context) {
        if (!context.containsKey(PREFIX + "published")) {
            return Optional.empty();
        }
        Map<String, Long> rejected = new TreeMap<>();
        String prefix = PREFIX + "rejected.";
        context.toMap().forEach((key, value) -> {
            if (key.startsWith(prefix) && value instanceof Number n) {
                rejected.put(key.substring(prefix.length()), n.longValue());
            }
        });
        return Optional.of(new RunCounts(
                Boolean.parseBoolean(context.getString(PREFIX + "published")),
                context.getLong(PREFIX + "files"),
                context.getLong(PREFIX + "accepted"),
                context.getLong(PREFIX + "duplicates"),
                rejected,
                context.getLong(PREFIX + "deferred"),
                context.getLong(PREFIX + "vanished", 0L),
                context.getLong(PREFIX + "quotations"),
                // absent where an older version of the program built the snapshot
                context.getLong(PREFIX + "superseded", 0L),
                context.getLong(PREFIX + "name_reused", 0L)));
    }
}
