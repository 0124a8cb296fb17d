package pullquote.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.batch.SupersessionLedger.Succession;
import pullquote.dispatch.Provenance;
import pullquote.intake.Incoming;
import pullquote.intake.Intake;
import pullquote.report.Counters;
import pullquote.report.Stage;

/**
 * Reads the records of one split, file by file, some at a time.
 *
 * <p>Keeps no state between runs: a split that is run again is read again from its first file.
 */
final class SplitReader implements ItemStreamReader<Sheaf> {
    /** In the step's context: whether the last record has been read. */
    static final String EXHAUSTED = "exhausted";

    private static final String VANISHED = "vanished";

    /** Most characters of text that are read ahead, but for the last record. */
    private static final long AHEAD = 1 << 20;

    private final JobSettings settings;
    private final Ledger ledger;
    private final SupersessionLedger supersessions;
    private final Counters counters;
    private final Helpers helpers;
    private final long runNo;
    private final int split;

    private final Deque<PlannedFile> files = new ArrayDeque<>();
    private final Deque<SourceItem> ahead = new ArrayDeque<>();
    private int sheafRecords;
    private boolean counted;
    private boolean hasSuccessions;
    private int nextPosition;
    private boolean exhausted;
    private @Nullable OpenFile open;

    SplitReader(JobSettings settings, Ledger ledger, Counters counters, Helpers helpers, long runNo, int split) {
        this.settings = settings;
        this.ledger = ledger;
        this.supersessions = new SupersessionLedger(ledger.jdbc());
        this.counters = counters;
        this.helpers = helpers;
        this.runNo = runNo;
        this.split = split;
    }

    /** A file in the middle of being read, with the record after the one handed out last. */
    private static final class OpenFile {
        final PlannedFile file;
        final Intake intake;
        int records;
        long counted;
        Optional<Incoming> next;

        OpenFile(PlannedFile file, Intake intake) {
            this.file = file;
            this.intake = intake;
            this.next = intake.next();
        }
    }

    @Override
    public void open(ExecutionContext context) {
        counters.times().begin();
        helpers.splitBegins();
        counted = true;
        hasSuccessions = supersessions.hasSuccessions(runNo);
        context.putString(EXHAUSTED, "false");
    }

    @Override
    public void update(ExecutionContext context) {
        // comes before the writer's update, which closes its files when nothing more will come
        context.putString(EXHAUSTED, Boolean.toString(exhausted));
    }

    @Override
    public @Nullable Sheaf read() throws IOException {
        counters.times().end(Stage.BOOKKEEPING);
        if (ahead.isEmpty()) {
            readAhead();
        }
        exhausted = ahead.isEmpty();
        return exhausted ? null : sheaf();
    }

    private Sheaf sheaf() {
        List<SourceItem> items = new ArrayList<>();
        while (!ahead.isEmpty() && items.size() < sheafRecords) {
            items.add(ahead.remove());
        }
        return new Sheaf(items);
    }

    /** Reads some records at once, so that the ledger is asked once for all their texts. */
    private void readAhead() throws IOException {
        List<SourceItem> items = new ArrayList<>();
        long chars = 0;
        while (items.size() < settings.chunkRecords() && chars < AHEAD) {
            SourceItem item = next();
            if (item == null) {
                break;
            }
            items.add(item);
            chars += item.chars();
        }
        counters.times().end(Stage.READ);
        List<String> texts =
                items.stream().flatMap(item -> item.textId().stream()).toList();
        Set<String> known = ledger.publishedTexts(texts, runNo);
        Map<Long, Map<String, Succession>> successions =
                hasSuccessions && !texts.isEmpty() ? supersessions.successions(texts, runNo) : Map.of();
        for (SourceItem item : items) {
            ahead.add(
                    item.textId().filter(known::contains).isPresent()
                            ? item.asKnown()
                            : succeeding(
                                    item, successions.getOrDefault(item.file().fileId(), Map.of())));
        }
        int sheaves = Sheaf.perChunk(settings.chunkRecords(), settings.threads());
        sheafRecords = (items.size() + sheaves - 1) / sheaves;
        counters.times().end(Stage.LOOK_UP);
    }

    private static SourceItem succeeding(SourceItem item, Map<String, Succession> successions) {
        return item.textId()
                .flatMap(text -> Optional.ofNullable(successions.get(text)))
                .map(item::after)
                .orElse(item);
    }

    private @Nullable SourceItem next() throws IOException {
        OpenFile current = open;
        if (current == null) {
            PlannedFile file = nextFile();
            if (file == null) {
                return null;
            }
            Intake intake = Intake.open(file.file(), ledger.inputRoot(runNo), settings.intake());
            if (intake.changed()) {
                intake.close();
                return unread(file, intake);
            }
            current = new OpenFile(file, intake);
            open = current;
            if (intake.changed()) {
                closeFile();
                return unread(file, intake);
            }
        }
        return nextRecord(current);
    }

    /** A file that is being written is read by a later run; one that was removed by none. */
    private SourceItem unread(PlannedFile file, Intake intake) {
        boolean vanished = intake.vanished();
        if (vanished) {
            // where the folder itself is gone, the others are not to count as removed
            InputCheck.requireFolder(ledger.inputRoot(runNo));
            if (counters.lines().admits(VANISHED)) {
                RunLog.info(
                        "{}: {} was removed after it was planned",
                        VANISHED,
                        file.file().uri());
            }
        }
        return SourceItem.unread(file, vanished);
    }

    private SourceItem nextRecord(OpenFile current) throws IOException {
        Incoming record = current.next.orElseGet(() -> noRecords(current));
        current.records++;
        current.next = current.next.isEmpty() ? Optional.empty() : current.intake.next();
        counters.addBytes(current.intake.position() - current.counted);
        current.counted = current.intake.position();
        counters.addRecords(1);
        if (current.next.isPresent()) {
            return SourceItem.of(current.file, current.records, record, Optional.empty());
        }
        if (current.intake.changed()) {
            closeFile();
            if (current.records == 1) {
                return unread(current.file, current.intake);
            }
            throw new InputChangedException(current.file.file().uri());
        }
        String sha256 = current.intake.sha256();
        closeFile();
        counters.addFiles(1);
        return SourceItem.of(current.file, current.records, record, Optional.of(sha256));
    }

    private static Incoming noRecords(OpenFile current) {
        String uri = current.file.file().uri();
        return new Incoming.Unreadable(new Rejected(
                new Provenance(uri, 0, current.intake.sha256(), "", "", ""),
                RejectCode.EMPTY,
                "Expected at least one record but found none in " + uri,
                Optional.empty()));
    }

    private @Nullable PlannedFile nextFile() {
        if (files.isEmpty()) {
            files.addAll(ledger.files(runNo, split, nextPosition));
            if (!files.isEmpty()) {
                nextPosition = files.getLast().position() + 1;
            }
        }
        return files.poll();
    }

    @Override
    public void close() {
        counters.times().end(Stage.BOOKKEEPING);
        if (counted) {
            helpers.splitEnds();
            counted = false;
        }
        closeFile();
    }

    private void closeFile() {
        OpenFile current = open;
        open = null;
        if (current != null) {
            try {
                current.intake.close();
            } catch (IOException unclosed) {
                throw new ItemStreamException(unclosed);
            }
        }
    }
}
