package pullquote.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import pullquote.analysis.RejectCode;

/**
 * Why a folder entry may not be opened: opening a FIFO would wait for ever.
 *
 * @param code the reason's name
 * @param what the reason in words
 */
record NotAFile(RejectCode code, String what) {
    private static final int TYPE = 0xF000;
    private static final int SOCKET = 0xC000;
    private static final int BLOCK_DEVICE = 0x6000;
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final int FIFO = 0x1000;

    /**
     * {@return what the entry is, if it is no regular file or a link that leads out of the input folder}
     *
     * @param path the entry
     * @param root the input folder
     */
    static Optional<NotAFile> describe(Path path, Path root) {
        try {
            if (Files.isSymbolicLink(path)) {
                Optional<NotAFile> link = describeLink(path, root);
                if (link.isPresent()) {
                    return link;
                }
            }
            if (Files.isRegularFile(path) || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (Files.isDirectory(path)) {
                return Optional.of(
                        Files.isReadable(path) && Files.isExecutable(path)
                                ? new NotAFile(RejectCode.NOT_A_FILE, "a link to a folder")
                                : new NotAFile(RejectCode.UNREADABLE, "a folder that may not be read"));
            }
            return Optional.of(special((int) Files.getAttribute(path, "unix:mode") & TYPE));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.of(new NotAFile(RejectCode.NOT_A_FILE, "an entry of unknown kind"));
        }
    }

    private static Optional<NotAFile> describeLink(Path path, Path root) throws IOException {
        Path realRoot = root.toRealPath();
        Path target;
        try {
            target = path.toRealPath();
        } catch (IOException nowhere) {
            return Optional.of(new NotAFile(RejectCode.BROKEN_LINK, "a link that leads nowhere or to itself"));
        }
        if (!target.startsWith(realRoot)) {
            return Optional.of(new NotAFile(RejectCode.LINK_OUTSIDE, "a link that leads out of the input folder"));
        }
        Path folder = Optional.ofNullable(path.getParent()).orElse(path).toRealPath();
        return folder.startsWith(target)
                ? Optional.of(new NotAFile(RejectCode.BROKEN_LINK, "a link to a folder around it"))
                : Optional.empty();
    }

    private static NotAFile special(int type) {
        return switch (type) {
            case FIFO -> new NotAFile(RejectCode.FIFO, "a FIFO");
            case SOCKET -> new NotAFile(RejectCode.SOCKET, "a socket");
            case BLOCK_DEVICE, CHARACTER_DEVICE -> new NotAFile(RejectCode.DEVICE, "a device");
            default -> new NotAFile(RejectCode.NOT_A_FILE, "an entry of unknown kind");
        };
    }
}
