package pullquote.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that a run leaves its report in: whoever reads it sees the whole of this one or of the one before. */
public final class SummaryFile {
    private final Path path;

    public SummaryFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** {@return whether it can be written, as far as can be seen} */
    public boolean isWritable() {
        return Files.exists(path)
                ? !Files.isDirectory(path) && Files.isWritable(path)
                : Files.isWritable(folder(path)) && Files.isDirectory(folder(path));
    }

    /**
     * Replaces what is in the file, in one step where the folder permits that. A link stays, and a device is written to.
     *
     * @throws IOException when it can't be written
     */
    public void write(String text) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        boolean isReplaceable = !Files.exists(target) || Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
        if (isReplaceable && Files.isWritable(folder(target))) {
            replace(target, text);
        } else {
            Files.writeString(target, text, StandardCharsets.UTF_8);
        }
    }

    private static void replace(Path target, String text) throws IOException {
        Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(fresh);
            throw failed;
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
