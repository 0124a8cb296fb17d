package pullquote.batch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells whether a write failed because there is no room for more.
 *
 * <p>Java hands on what the operating system says, in the system's language. So beside the English words it compares with
 * what this system says of a device that is always full, and at last tries whether the folder takes more.
 */
final class DiskRoom {
    private static final List<String> ENGLISH = List.of("No space left", "File too large", "quota exceeded");
    private static final Path FULL_DEVICE = Path.of("/dev/full");
    private static final int PROBE_BYTES = 1 << 20;

    private final List<String> words;
    private final Predicate<Path> hasRoom;

    DiskRoom(List<String> words, Predicate<Path> hasRoom) {
        this.words = words;
        this.hasRoom = hasRoom;
    }

    /** {@return what is known on this machine} */
    static DiskRoom here() {
        List<String> words = new ArrayList<>(ENGLISH);
        wordsOfAFullDevice().ifPresent(words::add);
        return new DiskRoom(words, DiskRoom::takesMore);
    }

    /**
     * {@return what was said of a lack of room; empty when that was not what failed}
     *
     * @param causes the failure and all that led to it
     * @param written the folders that were written to
     */
    Optional<String> lack(Iterable<Throwable> causes, Path... written) {
        String last = "";
        for (Throwable cause : causes) {
            if (cause instanceof IOException) {
                last = String.valueOf(cause.getMessage());
                if (words.stream().anyMatch(last::contains)) {
                    return Optional.of(last);
                }
            }
        }
        if (!last.isEmpty()) {
            for (Path folder : written) {
                if (!hasRoom.test(folder)) {
                    return Optional.of("no room left in " + folder + " (" + last + ")");
                }
            }
        }
        return Optional.empty();
    }

    /** {@return the operating system's words for a device without room, in its language} */
    static Optional<String> wordsOfAFullDevice() {
        if (!Files.isWritable(FULL_DEVICE)) {
            return Optional.empty();
        }
        try (OutputStream full = new FileOutputStream(FULL_DEVICE.toFile())) {
            full.write(0);
            return Optional.empty();
        } catch (IOException said) {
            return Optional.ofNullable(said.getMessage()).filter(message -> !message.isBlank());
        }
    }

    /** Quotas show in no figure of a file system, so a file is written. A folder that can't be tried counts as roomy. */
    static boolean takesMore(Path folder) {
        Path probe;
        try {
            probe = Files.createTempFile(folder, ".room-", ".tmp");
        } catch (IOException other) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            return true;
        } catch (IOException full) {
            return false;
        } finally {
            delete(probe);
        }
    }

    private static void delete(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException left) {
            RunLog.debug("probe not deleted: {}", left);
        }
    }
}
