package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pullquote.table.Table;

/**
 * The columns belong to their version: files published under an older one are written again by the next publish, which a
 * change of columns without a new version would leave out.
 */
class SchemasTest {
    private static final Path COLUMNS =
            Path.of("src/test/resources/pullquote/batch/columns-" + Table.SCHEMA_VERSION + ".txt");

    @Test
    void everyChangeOfColumnsRaisesTheVersion() throws IOException {
        List<String> columns = new ArrayList<>();
        for (Table table : Table.values()) {
            Schemas.of(table)
                    .columns()
                    .forEach(column -> columns.add(table.tableName() + " " + column.name() + " " + column.type()
                            + (column.required() ? " required" : "")));
        }
        if (Boolean.getBoolean("columns.new") && Files.notExists(COLUMNS)) {
            Files.write(COLUMNS, columns);
        }

        assertThat(COLUMNS)
                .as("columns of the version; after raising it, -Dcolumns.new=true writes them")
                .exists();
        assertThat(columns)
                .as("columns differ from those of version %d: raise Table.SCHEMA_VERSION", Table.SCHEMA_VERSION)
                .isEqualTo(Files.readAllLines(COLUMNS));
    }
}
