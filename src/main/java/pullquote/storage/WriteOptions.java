package pullquote.storage;

import java.util.Map;
import java.util.Set;

/**
 * How a table's files are laid out.
 *
 * @param rowGroupBytes a row group ends when its buffered columns reach this size, in bytes
 * @param rowGroupRows a row group ends after so many rows
 * @param pageBytes a page ends when it reaches this size before compression, in bytes
 * @param pageRows a page ends after so many rows
 * @param zstdLevel zstd's level, 1 to 22
 * @param bloomFilters columns with a bloom filter, each with the number of distinct values that a row group is
 *     expected to hold; a column of a list is named by its path, {@code speakers.list.element}
 * @param plainColumns columns that never get a dictionary, by path
 */
public record WriteOptions(
        long rowGroupBytes,
        int rowGroupRows,
        int pageBytes,
        int pageRows,
        int zstdLevel,
        Map<String, Long> bloomFilters,
        Set<String> plainColumns) {

    public WriteOptions {
        if (rowGroupBytes < 1 || rowGroupRows < 1 || pageBytes < 1 || pageRows < 1) {
            throw new IllegalArgumentException("Row groups and pages need at least one byte and row, got "
                    + rowGroupBytes + " bytes, " + rowGroupRows + " rows, pages of " + pageBytes + " bytes, " + pageRows
                    + " rows");
        }
        if (zstdLevel < 1 || zstdLevel > 22) {
            throw new IllegalArgumentException("zstd has levels 1 to 22, got " + zstdLevel);
        }
        bloomFilters = Map.copyOf(bloomFilters);
        plainColumns = Set.copyOf(plainColumns);
    }

    /** {@return row groups of 122,880 rows, as DuckDB makes them, or 16 MiB; pages of 1 MiB or 20,000 rows; zstd 3} */
    public static WriteOptions standard() {
        return new WriteOptions(16L << 20, 122_880, 1 << 20, 20_000, 3, Map.of(), Set.of());
    }

    public WriteOptions withRowGroups(long bytes, int rows) {
        return new WriteOptions(bytes, rows, pageBytes, pageRows, zstdLevel, bloomFilters, plainColumns);
    }

    public WriteOptions withPages(int bytes, int rows) {
        return new WriteOptions(rowGroupBytes, rowGroupRows, bytes, rows, zstdLevel, bloomFilters, plainColumns);
    }

    public WriteOptions withZstdLevel(int level) {
        return new WriteOptions(rowGroupBytes, rowGroupRows, pageBytes, pageRows, level, bloomFilters, plainColumns);
    }

    public WriteOptions withBloomFilters(Map<String, Long> distinctValues) {
        return new WriteOptions(
                rowGroupBytes, rowGroupRows, pageBytes, pageRows, zstdLevel, distinctValues, plainColumns);
    }

    public WriteOptions withPlainColumns(Set<String> columns) {
        return new WriteOptions(rowGroupBytes, rowGroupRows, pageBytes, pageRows, zstdLevel, bloomFilters, columns);
    }
}
