package pullquote.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out whether a folder entry may be opened at all: opening a FIFO would wait for ever. */
final class NotAFile {
    private NotAFile() {}

    /**
     * {@return what the entry is, if it is no regular file or a link that leads out of the input folder}
     *
     * @param path the entry
     * @param root the input folder
     */
    static Optional<String> describe(Path path, Path root) {
        if (Files.isSymbolicLink(path)) {
            try {
                Path target = path.toRealPath();
                if (!target.startsWith(root.toRealPath())) {
                    return Optional.of("a link that leads out of the input folder");
                }
            } catch (IOException dangling) {
                return Optional.of("a link that leads nowhere");
            }
        }
        if (Files.isRegularFile(path)) {
            return Optional.empty();
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(Files.isDirectory(path) ? "a folder" : "a FIFO, socket or device");
    }
}
