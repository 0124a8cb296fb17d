package pullquote.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One state of all tables together. Its files never change.
 *
 * @param id names it; later ids sort after earlier ones
 * @param directory where it lies, not by way of {@code current}
 */
public record Snapshot(String id, Path directory) {
    private static final String SUFFIX = ".parquet";

    /** {@return the tables, by name} */
    public List<String> tables() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** {@return a table's files, by name; empty when there is no such table} */
    public List<Path> files(String table) throws IOException {
        return files(directory, table);
    }

    static List<Path> files(Path tables, String table) throws IOException {
        Path directory = tables.resolve(Names.table(table));
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
