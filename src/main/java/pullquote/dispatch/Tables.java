package pullquote.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the package's tables from the class path: tab-separated columns, {@code #} begins a comment line. */
final class Tables {
    private Tables() {}

    /** {@return the rows of a table, each as its columns} */
    static List<List<String>> rows(String table) {
        try (InputStream in = Tables.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("Expected the table " + table + " beside " + Tables.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the names of a column that separates them by a bar; none where the row has no such column} */
    static List<String> names(List<String> row, int column) {
        return row.size() <= column
                ? List.of()
                : Arrays.stream(row.get(column).split("\\|"))
                        .filter(name -> !name.isBlank())
                        .toList();
    }
}
