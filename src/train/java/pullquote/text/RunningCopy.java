package pullquote.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Dispatches without marks: a file each, or many in one, parted by form feeds; packed with gzip or plain. */
public final class RunningCopy {
    private RunningCopy() {}

    /** {@return the dispatches of a file, in its order} */
    public static List<String> dispatches(Path file) throws IOException {
        byte[] bytes;
        if (file.toString().endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = in.readAllBytes();
            }
        } else {
            bytes = Files.readAllBytes(file);
        }
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\f"));
    }
}
