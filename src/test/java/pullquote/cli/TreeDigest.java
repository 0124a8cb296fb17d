package pullquote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds, so that any change in it shows: each path with its kind, permissions, size, time and content. */
final class TreeDigest {
    private TreeDigest() {}

    /** {@return a line for each path below these folders, or for the folder's absence} */
    static Map<String, String> of(Path... folders) throws Exception {
        Map<String, String> lines = new TreeMap<>();
        for (Path folder : folders) {
            if (!Files.exists(folder)) {
                lines.put(folder.toString(), "absent");
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> paths = all.toList();
                for (Path path : paths) {
                    lines.put(path.toString(), line(path));
                }
            }
        }
        return lines;
    }

    private static String line(Path path) throws Exception {
        PosixFileAttributes a = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return PosixFilePermissions.toString(a.permissions()) + " " + a.size() + " " + a.lastModifiedTime() + " "
                + content(path, a);
    }

    private static String content(Path path, PosixFileAttributes a) throws Exception {
        if (a.isSymbolicLink()) {
            return "-> " + Files.readSymbolicLink(path);
        }
        return a.isRegularFile() ? sha256(path) : "folder";
    }

    private static String sha256(Path path) throws Exception {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
