package pullquote.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a run has done so far, counted by all its workers, for display alone: the tables count for themselves. */
public final class Counters {
    private final LongAdder records = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final Map<String, LongAdder> rejects = new ConcurrentHashMap<>();
    private final StageTimes times = new StageTimes();
    private volatile long plannedBytes;

    /** Tells how many bytes of input the run has before it. */
    public void plan(long inputBytes) {
        plannedBytes = inputBytes;
    }

    /** {@return the watch that the run's workers are timed by} */
    public StageTimes times() {
        return times;
    }

    public void addRecords(long n) {
        records.add(n);
    }

    public void addBytes(long n) {
        bytes.add(n);
    }

    /** {@return how often this code was met, this time included} */
    public long addReject(String code) {
        LongAdder count = rejects.computeIfAbsent(code, c -> new LongAdder());
        count.increment();
        return count.sum();
    }

    public long records() {
        return records.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public long plannedBytes() {
        return plannedBytes;
    }

    /** {@return rejected records by code} */
    public Map<String, Long> rejects() {
        Map<String, Long> counts = new TreeMap<>();
        rejects.forEach((code, n) -> counts.put(code, n.sum()));
        return counts;
    }
}
