package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import pullquote.storage.PackedRows;
import pullquote.table.Table;

/**
 * The rows that a worker has gathered for its next file set. What is more than memory should hold lies in a scratch
 * folder, in stretches each sorted by time of publication, which are merged when the files are written.
 */
final class RowBuffer {
    private static final Comparator<ResultRows> BY_PUBLICATION = Comparator.comparing(ResultRows::key);

    private final Path scratch;
    private final List<Path> stretches = new ArrayList<>();
    private final List<ResultRows> latest = new ArrayList<>();
    private final Map<Table, Long> counts = new EnumMap<>(Table.class);
    private long size;
    private long sizeInMemory;

    /**
     * @param scratch a folder that holds nothing else
     */
    RowBuffer(Path scratch) {
        this.scratch = scratch;
    }

    void add(ResultRows rows) {
        latest.add(rows);
        rows.tables().forEach((table, packed) -> counts.merge(table, (long) packed.count(), Long::sum));
        size += rows.size();
        sizeInMemory += rows.size();
    }

    /** {@return about how many bytes all rows take} */
    long size() {
        return size;
    }

    /** {@return about how many bytes of memory the rows take} */
    long sizeInMemory() {
        return sizeInMemory;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** {@return how many rows there are, by table, without the tables that have none} */
    Map<Table, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** Sets the rows in memory aside on the disk. */
    void spill() throws IOException {
        sortLatest();
        Path file = scratch.resolve(stretches.size() + ".rows");
        SortedStretch.write(file, latest);
        stretches.add(file);
        latest.clear();
        sizeInMemory = 0;
    }

    /** All rows are there: where some are on the disk the last join them, so that memory is free for writing. */
    private void complete() throws IOException {
        if (!stretches.isEmpty() && !latest.isEmpty()) {
            spill();
        }
        sortLatest();
    }

    /** Hands on all rows of a table, sorted by time of publication, then in the order of the input. */
    void each(Table table, Taker taker) throws IOException {
        complete();
        try (SortedStretches sources = new SortedStretches()) {
            for (Path file : stretches) {
                sources.add(SortedStretch.open(file, table));
            }
            sources.add(SortedStretch.of(latest, table));
            for (ResultRows next = sources.next(); next != null; next = sources.next()) {
                PackedRows rows = next.tables().get(table);
                if (rows != null) {
                    taker.take(rows);
                }
            }
        }
    }

    /** Takes rows in order. */
    interface Taker {
        void take(PackedRows rows) throws IOException;
    }

    private void sortLatest() {
        // a stable sort: what was published at the same time keeps the order of the input
        latest.sort(BY_PUBLICATION);
    }

    /** Forgets all rows. */
    void clear() throws IOException {
        latest.clear();
        counts.clear();
        size = 0;
        sizeInMemory = 0;
        stretches.clear();
        if (Files.exists(scratch)) {
            PathUtils.delete(scratch);
        }
    }
}
