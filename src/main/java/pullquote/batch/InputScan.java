package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pullquote.intake.InputFile;

/**
 * Lists the input folder in a fixed order.
 *
 * <p>Hidden files and those that match an ignored pattern are passed over. A file that was changed a moment ago is waited
 * for; one that is still changing then is reported as unsettled.
 */
final class InputScan {
    private final Path root;
    private final List<PathMatcher> ignore;
    private final Duration settle;
    private final Clock clock;

    InputScan(Path root, List<String> ignore, Duration settle, Clock clock) {
        this.root = root;
        this.ignore = ignore.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * What lies in the input folder.
     *
     * @param settled files to read, by name
     * @param unsettled names of files that are still being written
     */
    record Listing(List<InputFile> settled, List<String> unsettled) {}

    Listing list() {
        List<InputFile> found = walk();
        long youngest = clock.millis() - settle.toMillis();
        List<InputFile> settled = new ArrayList<>();
        List<InputFile> young = new ArrayList<>();
        for (InputFile file : found) {
            // a time of change in the future says nothing about now
            boolean isYoung = file.modified() > youngest && file.modified() <= clock.millis();
            (isYoung ? young : settled).add(file);
        }
        List<String> unsettled = new ArrayList<>();
        if (!young.isEmpty()) {
            pause();
            for (InputFile file : young) {
                if (unchanged(file)) {
                    settled.add(file);
                } else {
                    unsettled.add(file.uri());
                }
            }
        }
        settled.sort(Comparator.comparing(InputFile::uri));
        return new Listing(settled, unsettled);
    }

    private List<InputFile> walk() {
        List<InputFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            boolean skip = !folder.equals(root) && isLeftAlone(folder);
                            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                            if (!isLeftAlone(path)) {
                                found.add(describe(root, path, attributes));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException unreadable) throws IOException {
                            if (path.equals(root)) {
                                throw unreadable;
                            }
                            // an unreadable folder or a vanished file: the folder becomes a rejected entry
                            if (Files.exists(path)) {
                                found.add(new InputFile(InputFile.uriOf(root.relativize(path)), path, 0, 0));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** {@return the file as it is now, if it is there} */
    static Optional<InputFile> describe(Path root, Path path) {
        try {
            return Optional.of(describe(
                    root, path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A link to a file stands for the file; whether it leads out of the folder is decided when it is read. */
    private static InputFile describe(Path root, Path path, BasicFileAttributes attributes) {
        BasicFileAttributes target = attributes;
        if (attributes.isSymbolicLink()) {
            try {
                target = Files.readAttributes(path, BasicFileAttributes.class);
            } catch (IOException dangling) {
                target = attributes;
            }
        }
        return new InputFile(
                InputFile.uriOf(root.relativize(path)),
                path,
                target.isRegularFile() ? target.size() : 0,
                target.lastModifiedTime().toMillis());
    }

    private boolean isLeftAlone(Path path) {
        Path name = path.getFileName();
        return name.toString().startsWith(".") || ignore.stream().anyMatch(glob -> glob.matches(name));
    }

    private boolean unchanged(InputFile file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return now.size() == file.size() && now.lastModifiedTime().toMillis() == file.modified();
        } catch (IOException gone) {
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(settle.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
