package pullquote.storage;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file of a table that was checked.
 *
 * @param path where it lies
 * @param rows how many rows it holds
 * @param bytes its size
 * @param rowGroups how many row groups it has
 * @param metadata the footer's key-value pairs
 */
public record TableFile(Path path, long rows, long bytes, int rowGroups, Map<String, String> metadata) {
    public TableFile {
        metadata = Map.copyOf(metadata);
    }
}
