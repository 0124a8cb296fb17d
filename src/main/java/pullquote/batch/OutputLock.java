package pullquote.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pullquote.text.Printable;

/**
 * Keeps a second run off an output.
 *
 * <p>The operating system holds the lock for the process and drops it when the process ends, however it ends; what is
 * written in the file is for people alone.
 */
final class OutputLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 20;
    /**
     * The locks of this process, by their files. Where the operating system's locks are a process's, as POSIX has it,
     * closing any channel to such a file would drop its lock: it must not be opened a second time.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OutputLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * {@return the lock on an output}
     *
     * @throws OutputBusyException when another process holds it
     */
    static OutputLock acquire(Path output) {
        FileChannel channel = null;
        try {
            Files.createDirectories(output);
            Path file = file(output);
            if (!HELD_HERE.add(file)) {
                throw busy(output, holder());
            }
            try {
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
                if (!isLocked(channel)) {
                    throw busy(output, read(channel));
                }
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((holder() + ", since " + Instant.now()).getBytes(StandardCharsets.UTF_8)), 0);
                return new OutputLock(file, channel);
            } catch (IOException | RuntimeException notLocked) {
                HELD_HERE.remove(file);
                if (channel != null) {
                    channel.close();
                }
                throw notLocked;
            }
        } catch (IOException unusable) {
            throw Failures.isNoRoom(unusable, output)
                    ? Failures.of("can't lock " + output, unusable, output)
                    : new BatchFailedException(
                            "expected a writable output folder at " + output + " but found " + Failures.reason(unusable)
                                    + "; fix the folder, then run again",
                            unusable);
        }
    }

    private static OutputBusyException busy(Path output, String holder) {
        return new OutputBusyException(
                "another run holds " + output + (holder.isEmpty() ? "" : ": " + holder) + "; wait for it to end");
    }

    /** A look at who holds the lock may be in its way for a moment. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                if (channel.tryLock() != null) {
                    return true;
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (OverlappingFileLockException heldByThisProcess) {
                return false;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /**
     * {@return who holds an output now, {@code process 123, since …}; empty when nobody does}
     *
     * <p>Nothing is written, and whatever a killed process left in the file is nobody.
     */
    static Optional<String> holder(Path output) {
        try {
            Path file = file(output);
            if (HELD_HERE.contains(file)) {
                return Optional.of(holder());
            }
            // a holder that ends leaves nothing in it: mostly there is no need to try the lock
            if (!Files.exists(file) || Files.size(file) == 0) {
                return Optional.empty();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return isHeld(channel) ? Optional.of(read(channel)) : Optional.empty();
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    /** {@return whether a holder is this process} */
    static boolean isProcess(String holder, long pid) {
        return holder.startsWith("process " + pid + ",") || holder.equals("process " + pid);
    }

    private static String holder() {
        return "process " + ProcessHandle.current().pid();
    }

    private static Path file(Path output) throws IOException {
        return output.toRealPath().resolve("run.lock");
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        channel.read(buffer, 0);
        return Printable.line(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException unclosed) {
            // the lock goes with the process
            RunLog.info("lock not closed: {}", unclosed.toString());
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
