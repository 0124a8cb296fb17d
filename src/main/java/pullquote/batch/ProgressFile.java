package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import pullquote.report.Counters;
import pullquote.report.Progress;

/**
 * Lets other processes see how far a run has come: while it is open, {@code progress.json} in the state folder is replaced
 * every second by one rename. It is for display alone; a run neither reads it nor fails when it can't be written. One that
 * a killed run left is told from that of a living one by the output's lock.
 */
final class ProgressFile implements AutoCloseable {
    private static final String NAME = "progress.json";
    private static final String NEW = "progress-new.json";
    private static final int RECENT_SECONDS = 10;
    private static final double NANOS = 1e9;
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private final Path state;
    private final String runId;
    private final Counters counters;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long startedNanos = System.nanoTime();
    private final long recordsBefore;
    private final Deque<Reading> recent = new ArrayDeque<>();
    private final ScheduledExecutorService timer;

    /** How many records had been read at a moment. */
    private record Reading(long nanos, long records) {}

    private ProgressFile(Path state, String runId, Counters counters) {
        this.state = state;
        this.runId = runId;
        this.counters = counters;
        this.recordsBefore = counters.records();
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress-file");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@return the file of a run that begins, written once before this returns} */
    static ProgressFile start(Path state, RunNumber run, Counters counters) {
        ProgressFile file = new ProgressFile(state, run.id(), counters);
        file.write();
        ScheduledFuture<?> unused = file.timer.scheduleWithFixedDelay(file::write, 1, 1, TimeUnit.SECONDS);
        return file;
    }

    /** {@return what the last run has written, unless it ended and took its file with it} */
    static Optional<Progress> read(Path state) {
        try {
            return Progress.parse(Files.readString(state.resolve(NAME)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private synchronized void write() {
        try {
            Path fresh = state.resolve(NEW);
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PRIVATE));
            Files.writeString(fresh, progress().json() + "\n");
            Files.move(fresh, state.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            RunLog.debug("progress not written: {}", unwritable);
        }
    }

    private Progress progress() {
        long now = System.nanoTime();
        long records = counters.records() - recordsBefore;
        recent.add(new Reading(now, records));
        while (recent.size() > 2 && now - recent.getFirst().nanos() > RECENT_SECONDS * NANOS) {
            recent.remove();
        }
        Reading first = recent.getFirst();
        return new Progress(
                ProcessHandle.current().pid(),
                runId,
                counters.step(),
                counters.files(),
                records,
                counters.rejected(),
                counters.plannedBytes(),
                counters.bytes(),
                rate(records - first.records(), now - first.nanos()),
                rate(records, now - startedNanos),
                startedAt,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** In tenths, as nobody needs more. */
    private static double rate(long records, long nanos) {
        return nanos <= 0 ? 0 : Math.round(10 * records * NANOS / nanos) / 10.0;
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        try {
            Files.deleteIfExists(state.resolve(NEW));
            Files.deleteIfExists(state.resolve(NAME));
        } catch (IOException undeletable) {
            RunLog.debug("progress not removed: {}", undeletable);
        }
    }
}
