package pullquote.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;

/** A snapshot in the making: a folder under {@code staging} that no reader sees. */
public final class SnapshotDraft {
    private final Path draft;
    private final Path target;
    private final Set<Path> folders = new HashSet<>();

    SnapshotDraft(Path draft, Path target) throws IOException {
        this.draft = draft;
        this.target = target;
        if (Files.exists(draft)) {
            PathUtils.deleteDirectory(draft);
        }
        Files.createDirectories(draft);
    }

    /**
     * Puts a finished file into a table of the snapshot; the file itself stays where it is, and both share their bytes.
     *
     * @param table the table's name
     * @param file the file
     * @throws IOException when the table has a file of that name already, or the disk refuses
     */
    public void link(String table, Path file) throws IOException {
        Path folder = draft.resolve(table);
        if (folders.add(folder)) {
            Files.createDirectories(folder);
        }
        Path link = folder.resolve(file.getFileName());
        try {
            Files.createLink(link, file);
        } catch (FileAlreadyExistsException twice) {
            throw twice;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // another file system, or one without hard links
            Files.copy(file, link, StandardCopyOption.COPY_ATTRIBUTES);
            LocalFiles.sync(link);
        }
    }

    /** Moves the snapshot to its place among the others; {@code current} still points to the old one. */
    public void seal() throws IOException {
        for (Path folder : folders) {
            LocalFiles.sync(folder);
        }
        LocalFiles.sync(draft);
        Path snapshots = target.resolveSibling(".");
        Files.createDirectories(snapshots);
        if (Files.exists(target)) {
            // sealed by an attempt that ended before it was switched to: no reader has seen it
            PathUtils.deleteDirectory(target);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        LocalFiles.sync(snapshots);
    }
}
