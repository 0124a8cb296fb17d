package pullquote.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * The published snapshots of an output folder.
 *
 * <p>{@code current} is a symbolic link to one of {@code snapshots/<id>}; it is switched by one atomic rename, so that a
 * reader that resolves it first sees one complete snapshot of all tables. Files in a snapshot never change.
 */
public final class SnapshotStore {
    private static final String CURRENT = "current";
    private static final String SNAPSHOTS = "snapshots";

    private final Path output;

    /**
     * The snapshots of a folder.
     *
     * @param output the output folder
     */
    public SnapshotStore(Path output) {
        this.output = output;
    }

    /** {@return the snapshot that readers see; empty when none was ever published} */
    public Optional<Snapshot> current() {
        Path link = output.resolve(CURRENT);
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        try {
            Path directory = output.resolve(Files.readSymbolicLink(link)).normalize();
            if (!Files.isDirectory(directory)) {
                throw new IOException("Expected " + link + " to lead to a snapshot but found nothing at " + directory);
            }
            return Optional.of(new Snapshot(directory.getFileName().toString(), directory));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** {@return all snapshots, oldest first} */
    public List<Snapshot> list() throws IOException {
        Path snapshots = output.resolve(SNAPSHOTS);
        if (!Files.isDirectory(snapshots)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(snapshots)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new Snapshot(folder.getFileName().toString(), folder))
                    .toList();
        }
    }

    /** {@return a new, empty draft of a snapshot; what an earlier attempt at it left is gone} */
    public SnapshotDraft draft(String id) throws IOException {
        return new SnapshotDraft(
                output.resolve("staging").resolve(id).resolve("snapshot"),
                output.resolve(SNAPSHOTS).resolve(id));
    }

    /** Makes a sealed snapshot the current one, in one step. */
    public void switchTo(String id) throws IOException {
        Path target = Path.of(SNAPSHOTS, id);
        if (!Files.isDirectory(output.resolve(target))) {
            throw new NoSuchFileException(output.resolve(target).toString());
        }
        Path link = output.resolve(CURRENT);
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Path fresh = output.resolve("staging").resolve(CURRENT + "-" + id);
        Files.createDirectories(output.resolve("staging"));
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target);
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        LocalFiles.sync(output);
    }

    /**
     * Drops old snapshots.
     *
     * @param keep how many of the newest stay; the current one stays in any case
     * @param grace a snapshot whose successor is younger than this stays, too: a reader may still have it open
     * @return the ids of those that were dropped
     */
    public List<String> prune(int keep, Duration grace) throws IOException {
        List<Snapshot> all = list();
        Optional<Snapshot> current = current();
        List<String> dropped = new ArrayList<>();
        Instant youngest = Instant.now().minus(grace);
        for (int i = 0; i < all.size() - keep; i++) {
            Snapshot old = all.get(i);
            FileTime succeeded = Files.getLastModifiedTime(all.get(i + 1).directory(), LinkOption.NOFOLLOW_LINKS);
            if (current.isPresent()
                    && old.id().compareTo(current.get().id()) < 0
                    && succeeded.toInstant().isBefore(youngest)) {
                drop(old);
                dropped.add(old.id());
            }
        }
        return dropped;
    }

    /** Out of the readers' sight first, then gone: a killed prune leaves no half snapshot. */
    private void drop(Snapshot old) throws IOException {
        Path trash = output.resolve("staging").resolve("trash-" + old.id());
        Files.createDirectories(output.resolve("staging"));
        Files.move(old.directory(), trash, StandardCopyOption.ATOMIC_MOVE);
        PathUtils.deleteDirectory(trash);
    }
}
