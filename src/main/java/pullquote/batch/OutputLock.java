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
import org.jspecify.annotations.Nullable;
import pullquote.text.Printable;

/**
 * Keeps a second run off an output.
 *
 * <p>The operating system holds the lock for the process and drops it when the process ends, however it ends; what is
 * written in the file is for people alone.
 */
final class OutputLock implements AutoCloseable {
    private final FileChannel channel;

    private OutputLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * {@return the lock on an output}
     *
     * @throws OutputBusyException when another process holds it
     */
    static OutputLock acquire(Path output) {
        Path file = output.resolve("run.lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(output);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw new OutputBusyException("another run holds " + output + (holder.isEmpty() ? "" : ": " + holder)
                        + "; wait for it to end");
            }
            String holder = "process " + ProcessHandle.current().pid() + ", since " + Instant.now();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return new OutputLock(channel);
        } catch (IOException unusable) {
            throw new BatchFailedException(
                    "expected a writable output folder at " + output + " but found " + unusable
                            + "; mend the folder, then run again",
                    unusable);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
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
        }
    }
}
