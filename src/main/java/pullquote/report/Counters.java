package pullquote.report;

import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

/** What a run has done so far, counted by all its workers, for display alone: the tables count for themselves. */
public final class Counters {
    private final LongAdder records = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LineLimit lines = new LineLimit();
    private final StageTimes times = new StageTimes();
    private final LongAdder files = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private volatile long plannedBytes;
    private volatile String step = "";
    private volatile String runId = "";

    /** Notes which run is being counted. */
    public void begin(String id) {
        runId = id;
        plannedBytes = 0;
    }

    /** {@return the run that is being counted; empty before the first} */
    public String runId() {
        return runId;
    }

    /** {@return how much of the planned input has been read, in percent; empty where nothing was planned} */
    public OptionalLong share() {
        long planned = plannedBytes;
        return planned == 0 ? OptionalLong.empty() : OptionalLong.of(Math.min(100, 100 * bytes() / planned));
    }

    /** Notes how many bytes of input the run is about to read; what it has read before counts as done. */
    public void plan(long inputBytes) {
        plannedBytes = bytes() + inputBytes;
    }

    /** Notes which step the run is at. */
    public void enter(String name) {
        step = name;
    }

    /** {@return the step that the run is at; empty before the first} */
    public String step() {
        return step;
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

    /** {@return what keeps lines of one kind from filling the log} */
    public LineLimit lines() {
        return lines;
    }

    public void addRejected() {
        rejected.increment();
    }

    public long rejected() {
        return rejected.sum();
    }

    public void addFiles(long n) {
        files.add(n);
    }

    public long files() {
        return files.sum();
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
}
