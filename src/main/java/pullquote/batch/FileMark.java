package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Length and time of a file's last change: equal marks before and after reading mean that nothing was written meanwhile.
 *
 * @param size length in bytes
 * @param modified when it was written to
 */
record FileMark(long size, FileTime modified) {
    static final FileMark NONE = new FileMark(0, FileTime.fromMillis(0));

    /** Several writes within one tick of the system's clock bear the same time. */
    private static final long TICK_MILLIS = 20;

    static FileMark of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileMark(attributes.size(), attributes.lastModifiedTime());
    }

    /** {@return whether another write now would show in the mark} */
    boolean isSettled(long nowMillis) {
        return Math.abs(nowMillis - modified.toMillis()) > TICK_MILLIS;
    }
}
