package pullquote.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The output folder: published snapshots of all tables, and a link {@code current} to the newest.
 *
 * <pre>
 * output/
 *   current -&gt; snapshots/20260101T020304Z-0007
 *   snapshots/20260101T020304Z-0007/quotations/….parquet
 *   staging/…
 * </pre>
 *
 * <p>A reader that resolves {@code current} first sees one complete snapshot, whatever is published meanwhile. One
 * process at a time may write; the caller holds the lock. After a crash at any point {@code current} is the old
 * snapshot or the new one, and doing the same again finishes the work.
 */
public final class SnapshotStore {
    private static final String TRASH = "trash-";
    private static final String DRAFT = "draft-";

    private final Path output;
    private final Disk disk;
    private final Clock clock;

    public SnapshotStore(Path output) {
        this(output, new Disk(), Clock.systemUTC());
    }

    SnapshotStore(Path output, Disk disk, Clock clock) {
        this.output = output.toAbsolutePath().normalize();
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * {@return the snapshot that readers see; empty before the first is published}
     *
     * @throws IOException if {@code current} is no link to a snapshot
     */
    public Optional<Snapshot> current() throws IOException {
        Path current = output.resolve("current");
        if (!Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path target = Files.isSymbolicLink(current) ? output.resolve(Files.readSymbolicLink(current)) : current;
        Path directory = target.normalize();
        if (!snapshots().equals(directory.getParent()) || !Files.isDirectory(directory)) {
            throw new IOException("Expected a link to a directory in " + snapshots() + " but found " + directory
                    + " behind " + current);
        }
        return Optional.of(new Snapshot(directory.getFileName().toString(), directory));
    }

    /** {@return all published snapshots, oldest first} */
    public List<Snapshot> list() throws IOException {
        return entries(snapshots()).stream()
                .filter(Files::isDirectory)
                .map(directory -> new Snapshot(directory.getFileName().toString(), directory))
                .toList();
    }

    /**
     * Begins a snapshot; what a crashed attempt left under the same id is removed.
     *
     * @param id sorts after all published ids; a crashed batch is to use its id again
     * @param tables the tables that the snapshot must have
     */
    public Draft draft(String id, Set<String> tables) throws IOException {
        tables.forEach(Names::table);
        disk.makeDirectories(snapshots());
        Path directory = workspace(DRAFT + Names.snapshot(id));
        disk.delete(directory);
        disk.makeDirectories(directory);
        return new Draft(this, id, tables, directory);
    }

    /** {@return a directory for unfinished files, which is made if missing; no reader sees it} */
    public Path workspace(String name) throws IOException {
        disk.makeDirectories(output);
        disk.makePrivate(staging());
        Path workspace = staging().resolve(Names.workspace(name));
        disk.makeDirectories(workspace);
        return workspace;
    }

    /** {@return the names of what lies in staging: workspaces, and drafts that were never published} */
    public List<String> workspaces() throws IOException {
        return entries(staging()).stream()
                .map(entry -> entry.getFileName().toString())
                .filter(name -> !name.startsWith(TRASH))
                .toList();
    }

    /** Removes a workspace with all that is in it; one that is not there is no error. */
    public void discard(String workspace) throws IOException {
        disk.delete(staging().resolve(Names.workspace(workspace)));
    }

    /**
     * Removes old snapshots. The current one and any newer one stay, and so does one that was current within the
     * grace, as someone may still be reading it.
     *
     * @param keep how many of the newest stay, the current one included, at least 1
     * @param grace how long a snapshot stays after readers were led to another one
     * @return what was removed, oldest first
     */
    public List<Snapshot> prune(int keep, Duration grace) throws IOException {
        if (keep < 1) {
            throw new IllegalArgumentException("Expected to keep at least 1 snapshot, got " + keep);
        }
        emptyTrash();
        Optional<Snapshot> current = current();
        if (current.isEmpty()) {
            return List.of();
        }
        String currentId = current.get().id();
        List<Snapshot> upToCurrent = list().stream()
                .filter(snapshot -> snapshot.id().compareTo(currentId) <= 0)
                .toList();
        Instant leftBefore = clock.instant().minus(grace);
        List<Snapshot> removed = new ArrayList<>();
        for (Snapshot old : upToCurrent.subList(0, Math.max(0, upToCurrent.size() - keep))) {
            if (Files.getLastModifiedTime(old.directory()).toInstant().isAfter(leftBefore)) {
                continue;
            }
            retire(old.directory());
            removed.add(old);
        }
        return removed;
    }

    /** Removes a snapshot that is not current: out of sight first, by one step, so that it is never seen in part. */
    void retire(Path snapshot) throws IOException {
        emptyTrash();
        if (Files.isDirectory(snapshot)) {
            disk.makePrivate(staging());
            disk.rename(snapshot, staging().resolve(TRASH + snapshot.getFileName()));
            emptyTrash();
        }
    }

    private void emptyTrash() throws IOException {
        for (Path entry : entries(staging())) {
            if (entry.getFileName().toString().startsWith(TRASH)) {
                disk.delete(entry);
            }
        }
    }

    /**
     * Makes a sealed snapshot the current one, all tables in one step. Switching to the current one is no error.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such snapshot
     */
    public Snapshot switchTo(String id) throws IOException {
        Snapshot snapshot = new Snapshot(id, directory(id));
        if (!Files.isDirectory(snapshot.directory())) {
            throw new NoSuchFileException(snapshot.directory().toString());
        }
        Optional<Snapshot> left = current();
        if (!left.equals(Optional.of(snapshot))) {
            if (left.isPresent()) {
                disk.touch(left.get().directory(), clock.instant());
            }
            point(id);
        }
        disk.delete(staging().resolve(DRAFT + id));
        disk.delete(scratch("copy-" + id));
        return snapshot;
    }

    /** Makes a snapshot the current one in place of a link that leads nowhere. */
    public void mendLink(Snapshot snapshot) throws IOException {
        disk.makePrivate(staging());
        point(snapshot.id());
    }

    private void point(String id) throws IOException {
        disk.point(output.resolve("current"), Path.of("snapshots", id), scratch("current"));
        disk.sync(output);
    }

    Path directory(String id) {
        return snapshots().resolve(id);
    }

    Path scratch(String name) {
        return staging().resolve("scratch-" + name);
    }

    Disk disk() {
        return disk;
    }

    Instant now() {
        return clock.instant();
    }

    private Path snapshots() {
        return output.resolve("snapshots");
    }

    private Path staging() {
        return output.resolve("staging");
    }

    private static List<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }
}
