package pullquote.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A query engine that users point at the published folder. */
public interface ReaderEngine {
    /** {@return what it sees of each table below a directory} */
    Map<String, TableReading> read(Path directory, List<String> tables) throws Exception;

    /** {@return what it calls a type of {@link Column}} */
    String typeName(String columnType);
}
