package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pullquote.intake.InputFile;

/**
 * Lists the input folder in a fixed order: folder by folder, in each by name. Links to folders are not followed.
 *
 * <p>Hidden files and those that match an ignored pattern are passed over. A file that was changed a moment ago is waited
 * for; one that is still changing then is counted as unsettled, one that is gone is no file any more.
 */
final class InputScan {
    /** How often it waits in all; in a folder that is busy all the time, what is young then stays for a later run. */
    private static final int MOST_WAITS = 3;

    private final Path root;
    private final Set<Path> own;
    private final List<PathMatcher> ignore;
    private final Duration settle;
    private final Clock clock;
    private int waits;
    private long unsettled;

    /**
     * A scan.
     *
     * @param own folders of the job, which are passed over
     */
    InputScan(Path root, Set<Path> own, List<String> ignore, Duration settle, Clock clock) {
        this.root = root;
        this.own = own;
        this.ignore = ignore.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Hands over every file that is at rest.
     *
     * @return how many were still changing
     */
    long forEach(Consumer<InputFile> taker) {
        forEachWhile(file -> {
            taker.accept(file);
            return true;
        });
        return unsettled;
    }

    /** Hands over files that are at rest until no more are wanted. */
    void forEachWhile(Predicate<InputFile> wantsMore) {
        try {
            walk(root, wantsMore);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Expected a readable input folder but found " + unreadable + " at " + root, unreadable);
        }
    }

    private boolean walk(Path folder, Predicate<InputFile> wantsMore) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.sorted().toList();
        }
        for (Path entry : entries) {
            if (!isLeftAlone(entry) && !visit(entry, wantsMore)) {
                return false;
            }
        }
        return true;
    }

    /** A folder that can't be read becomes an entry that is rejected. */
    private boolean visit(Path entry, Predicate<InputFile> wantsMore) throws IOException {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return describe(root, entry)
                    .flatMap(this::atRest)
                    .map(wantsMore::test)
                    .orElse(true);
        }
        if (Files.isReadable(entry) && Files.isExecutable(entry)) {
            return walk(entry, wantsMore);
        }
        return describe(root, entry).map(wantsMore::test).orElse(true);
    }

    /** {@return the file as it is now, if it is there} */
    static Optional<InputFile> describe(Path root, Path path) {
        try {
            BasicFileAttributes entry =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // a link stands for its file; whether it leads out of the folder is decided when it is read
            BasicFileAttributes file = entry.isSymbolicLink() && Files.exists(path)
                    ? Files.readAttributes(path, BasicFileAttributes.class)
                    : entry;
            return Optional.of(new InputFile(
                    InputFile.uriOf(root.relativize(path)),
                    path,
                    file.isRegularFile() ? file.size() : 0,
                    file.lastModifiedTime().toMillis()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private boolean isLeftAlone(Path path) {
        Path name = path.getFileName();
        return own.contains(path)
                || name.toString().startsWith(".")
                || ignore.stream().anyMatch(glob -> glob.matches(name));
    }

    private Optional<InputFile> atRest(InputFile file) {
        if (!isYoung(file)) {
            return Optional.of(file);
        }
        if (waits < MOST_WAITS) {
            waits++;
            pause();
        }
        Optional<InputFile> now = describe(root, file.path());
        boolean isSettled = now.isPresent() && now.get().equals(file) && !isYoung(file);
        if (now.isPresent() && !isSettled) {
            unsettled++;
        }
        return isSettled ? now : Optional.empty();
    }

    /** A time of change in the future says nothing about now. */
    private boolean isYoung(InputFile file) {
        long now = clock.millis();
        return file.modified() > now - settle.toMillis() && file.modified() <= now;
    }

    private void pause() {
        try {
            Thread.sleep(settle.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
