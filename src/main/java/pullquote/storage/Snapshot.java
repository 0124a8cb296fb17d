package pullquote.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A published state of all tables together; it never changes.
 *
 * @param id its name, which sorts by time
 * @param directory where it lies
 */
public record Snapshot(String id, Path directory) {

    /** {@return the files of a table, by name} */
    public List<Path> files(String table) throws IOException {
        Path folder = directory.resolve(table);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }
}
