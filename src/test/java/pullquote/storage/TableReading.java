package pullquote.storage;

import java.util.List;

/**
 * What a reader saw of a table.
 *
 * @param columns name and type of each column, the type in the reader's own words
 * @param rows the rows in {@link Canonical} text, sorted
 */
public record TableReading(List<String> columns, List<String> rows) {}
