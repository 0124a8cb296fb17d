package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what an engine reads from a snapshot with the rows that were written. */
public final class SnapshotReading {
    private SnapshotReading() {}

    /** Asserts that an engine sees every table with its columns, types and rows. */
    public static void assertReads(ReaderEngine engine, Path directory, List<TableSchema<?>> tables) throws Exception {
        Map<String, TableReading> expected = new LinkedHashMap<>();
        for (TableSchema<?> schema : tables) {
            List<String> columns = schema.columns().stream()
                    .map(column -> column.name() + " " + engine.typeName(column.type()))
                    .toList();
            expected.put(schema.table(), new TableReading(columns, rows(directory, schema)));
        }
        Map<String, TableReading> found =
                engine.read(directory, tables.stream().map(TableSchema::table).toList());

        expected.forEach((table, reading) -> {
            assertThat(found.get(table).columns()).as("columns of " + table).isEqualTo(reading.columns());
            assertThat(found.get(table).rows()).as("rows of " + table).isEqualTo(reading.rows());
        });
    }

    private static List<String> rows(Path directory, TableSchema<?> schema) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory.resolve(schema.table()))) {
            for (Path file : files.toList()) {
                try (TableReader<?> reader = TableReader.open(file, schema)) {
                    reader.forEachRemaining(row -> rows.add(Canonical.text(plain(row))));
                }
            }
        }
        return rows.stream().sorted().toList();
    }

    private static Object plain(Object value) {
        if (value instanceof Record struct) {
            return Arrays.stream(struct.getClass().getRecordComponents())
                    .map(component -> plain(StructField.of(component).value(struct)))
                    .toArray();
        }
        return value instanceof List<?> list
                ? list.stream().map(SnapshotReading::plain).toList()
                : value;
    }
}
