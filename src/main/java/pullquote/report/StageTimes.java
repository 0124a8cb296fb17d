package pullquote.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long a run's workers were at each stage, all of them added up.
 *
 * <p>Each thread is timed by itself, from one call to the next: a worker begins, and says at the end of each piece of work
 * what it was.
 */
public final class StageTimes {
    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);
    private final ThreadLocal<long[]> last = ThreadLocal.withInitial(() -> new long[] {System.nanoTime()});

    StageTimes() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
        }
    }

    /** What this thread did until now was no stage's work. */
    public void begin() {
        last.get()[0] = System.nanoTime();
    }

    /** What this thread did since its last call was this stage's work. */
    public void end(Stage stage) {
        long now = System.nanoTime();
        long[] before = last.get();
        nanos.getOrDefault(stage, new LongAdder()).add(now - before[0]);
        before[0] = now;
    }

    /** {@return milliseconds by stage} */
    public Map<Stage, Long> millis() {
        Map<Stage, Long> millis = new EnumMap<>(Stage.class);
        nanos.forEach((stage, spent) -> millis.put(stage, spent.sum() / 1_000_000));
        return millis;
    }
}
