package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import pullquote.report.Counters;
import pullquote.report.Stage;
import pullquote.table.Table;

/**
 * Gathers the rows of a split and writes them as staged file sets, each sorted by time of publication.
 *
 * <p>The last set is written when the reader is exhausted, inside the last chunk's transaction: a split counts as done
 * only when its files are. A split that is run again starts with nothing staged.
 */
final class RowsWriter implements ItemStreamWriter<List<Result>> {
    private final JobSettings settings;
    private final Ledger ledger;
    private final StagingArea staging;
    private final Counters counters;
    private final long runNo;
    private final int split;

    private final TextIds accepted;
    private final RowBuffer buffer;
    private final Map<Result.Outcome, Long> outcomes = new EnumMap<>(Result.Outcome.class);
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Map<Table, Long> rows = new EnumMap<>(Table.class);
    private int part = 1;

    RowsWriter(
            JobSettings settings,
            Ledger ledger,
            StagingArea staging,
            Counters counters,
            TextIds accepted,
            long runNo,
            int split) {
        this.settings = settings;
        this.ledger = ledger;
        this.staging = staging;
        this.counters = counters;
        this.accepted = accepted;
        this.runNo = runNo;
        this.split = split;
        this.buffer = new RowBuffer(staging.scratch(split));
    }

    @Override
    public void open(ExecutionContext context) {
        ledger.clearSplit(runNo, split);
        try {
            staging.clearSplit(split);
        } catch (IOException stale) {
            throw new UncheckedIOException(stale);
        }
    }

    @Override
    public void write(Chunk<? extends List<Result>> chunk) throws IOException {
        List<Result> results = chunk.getItems().stream()
                .flatMap(List::stream)
                .map(this::firstOnly)
                .toList();
        ledger.record(runNo, part, results);
        for (Result result : results) {
            result.rows().ifPresent(buffer::add);
            outcomes.merge(result.outcome(), 1L, Long::sum);
            result.reject().ifPresent(reject -> {
                rejects.merge(reject.code(), 1L, Long::sum);
                counters.addRejected();
                if (counters.lines().admits("rejected " + reject.code())) {
                    RunLog.rejected(reject);
                }
            });
        }
        if (buffer.size() >= settings.fileSetBytes()) {
            flush();
        } else if (buffer.sizeInMemory() >= settings.bufferBytes()) {
            counters.times().end(Stage.BOOKKEEPING);
            buffer.spill();
            counters.times().end(Stage.WRITE);
        }
    }

    /** Of several records with the same text, the first that is accepted counts, whoever was done first. */
    private Result firstOnly(Result result) {
        Optional<String> textId = result.source().textId();
        if (textId.isPresent() && accepted.contains(textId.get())) {
            return Result.duplicate(result.source(), textId.get());
        }
        if (result.outcome() == Result.Outcome.ACCEPTED) {
            accepted.add(textId.orElseThrow());
        }
        return result;
    }

    @Override
    public void update(ExecutionContext context) {
        if (context.getString(SplitReader.EXHAUSTED, "").equals("true") && !buffer.isEmpty()) {
            try {
                flush();
            } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
        }
        SplitCounts.of(outcomes, rejects, rows).store(context);
        counters.times().end(Stage.BOOKKEEPING);
    }

    /** What was set aside goes at once, also where the split failed: the disk may be full. */
    @Override
    public void close() {
        try {
            buffer.clear();
        } catch (IOException left) {
            // goes with the split's folder when the split is run again or its run is given up
            RunLog.debug("rows set aside were not deleted: {}", left);
        }
    }

    private void flush() throws IOException {
        counters.times().end(Stage.BOOKKEEPING);
        Map<String, Long> counts = new TreeMap<>();
        buffer.counts().forEach((table, count) -> {
            rows.merge(table, count, Long::sum);
            counts.put(table.name().toLowerCase(Locale.ROOT), count);
        });
        StagingArea.Staged staged = staging.write(split, part, buffer);
        buffer.clear();
        counters.times().end(Stage.WRITE);
        ledger.addPart(runNo, split, part, staged, counts);
        part++;
    }
}
