package pullquote.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The steps on disk that publishing is made of. A crash can fall before or after each, never inside one. */
class Disk {

    /** Called before each change, by its name; does nothing. */
    void before(String change) {}

    void makeDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            before("make " + directory);
            Files.createDirectories(directory);
        }
    }

    /** Makes a directory that only its owner may enter. */
    void makePrivate(Path directory) throws IOException {
        makeDirectories(directory);
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Gives a file a second name; where links are not supported, a copy.
     *
     * @param scratch a path that no reader sees, for a copy while it is made
     */
    void link(Path existing, Path name, Path scratch) throws IOException {
        if (Files.exists(name)) {
            requireSame(existing, name);
            return;
        }
        before("link " + name);
        if (!tryLink(existing, name)) {
            Files.copy(existing, scratch, StandardCopyOption.REPLACE_EXISTING);
            before("rename the copy " + name);
            Files.move(scratch, name, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** {@return whether the file system made a link} */
    boolean tryLink(Path existing, Path name) throws IOException {
        try {
            Files.createLink(name, existing);
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            return false;
        }
    }

    private static void requireSame(Path existing, Path name) throws IOException {
        if (!Files.isSameFile(existing, name) && Files.mismatch(existing, name) >= 0) {
            throw new FileAlreadyExistsException(
                    name.toString(), existing.toString(), "Expected a name that was never used, found other content");
        }
    }

    void rename(Path from, Path to) throws IOException {
        before("rename " + from + " to " + to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes {@code link} point to a target by one atomic step; readers see the old target or the new one. */
    void point(Path link, Path target, Path scratch) throws IOException {
        delete(scratch);
        before("make link " + scratch);
        Files.createSymbolicLink(scratch, target);
        rename(scratch, link);
    }

    /** Sets when a snapshot was last in use: when it was made, or when readers were led to another one. */
    void touch(Path directory, Instant at) throws IOException {
        before("touch " + directory);
        Files.setLastModifiedTime(directory, FileTime.from(at));
    }

    /** Waits until a file's content, or a directory's entries, are on the disk. */
    void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes a file, a link or a directory with all that is in it; nothing there is no error. */
    void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                before("delete " + file);
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                before("delete " + directory);
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
