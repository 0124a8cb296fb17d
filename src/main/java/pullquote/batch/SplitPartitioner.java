package pullquote.batch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Makes one partition of each split of the frozen manifest; the same ones, under the same names, on every restart. */
final class SplitPartitioner implements Partitioner {
    private final Ledger ledger;
    private final long runNo;

    SplitPartitioner(Ledger ledger, long runNo) {
        this.ledger = ledger;
        this.runNo = runNo;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int split = 1; split <= ledger.splitCount(runNo); split++) {
            partitions.put(name(split), new ExecutionContext());
        }
        return partitions;
    }

    /**
     * {@return the split that a step is for}
     *
     * <p>Its name tells, not its context: a step is saved before its context is, and a process can die in between.
     */
    static int split(String stepName) {
        return Integer.parseInt(stepName.substring(stepName.lastIndexOf('-') + 1));
    }

    /** {@return the name of the step that extracts a split} */
    static String stepName(int split) {
        return BatchConfiguration.EXTRACT_SPLIT + ":" + name(split);
    }

    /** {@return whether a step extracts one split} */
    static boolean isSplit(String stepName) {
        return stepName.startsWith(BatchConfiguration.EXTRACT_SPLIT + ":");
    }

    static String name(int split) {
        return String.format(Locale.ROOT, "split-%04d", split);
    }
}
