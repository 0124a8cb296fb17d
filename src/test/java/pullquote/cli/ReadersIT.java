package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pullquote.storage.DuckDb;
import pullquote.storage.SnapshotReading;
import pullquote.storage.Spark;
import pullquote.storage.TableSchema;
import pullquote.table.Table;

/** Every table of the samples, through each engine that users read it with: the same rows, the contract's types. */
class ReadersIT {
    @TempDir
    static Path folder;

    private static Path current;

    @BeforeAll
    static void publish() {
        Path output = folder.resolve("out");
        assertThat(Main.execute("run", "--input", "input", "--output", output.toString()))
                .isEqualTo(ExitCode.OK);
        current = output.resolve("current");
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void holdsRowsInEachTable(Table table) throws Exception {
        assertThat(DuckDb.first()
                        .query("SELECT count(*) FROM read_parquet('" + current + "/" + table.tableName()
                                + "/*.parquet')"))
                .doesNotContain("0");
    }

    @Test
    void hasTheTypesOfTheContract() {
        assertColumns(
                Table.DISPATCHES, "published_at timestamp", "dateline_date date", "body_start int", "body string");
        assertColumns(
                Table.QUOTATIONS,
                "content_spans list<{start: int, end: int}>",
                "speakers list<string>",
                "speaker_confidence double",
                "speaker_basis string",
                "said_on date",
                "said_on_basis string",
                "said_on_confidence double",
                "continued boolean",
                "confidence double");
        assertColumns(Table.TIMEXES, "start int", "end int", "from_date date");
        assertColumns(Table.RUNS, "accepted long", "finished_at timestamp");
    }

    @Test
    void meansTheSameToDuckDb15() throws Exception {
        SnapshotReading.assertReads(DuckDb.first(), current, schemas());
    }

    @Test
    void meansTheSameToDuckDb20() throws Exception {
        SnapshotReading.assertReads(DuckDb.second(), current, schemas());
    }

    @Test
    @Tag("spark")
    void meansTheSameToSpark(@TempDir Path work) throws Exception {
        SnapshotReading.assertReads(new Spark(work), current, schemas());
    }

    private static List<TableSchema<?>> schemas() {
        return Stream.of(Table.values()).<TableSchema<?>>map(ReadersIT::schema).toList();
    }

    private static TableSchema<?> schema(Table table) {
        return TableSchema.of(table.tableName(), table.row());
    }

    private static void assertColumns(Table table, String... columns) {
        assertThat(schema(table).columns().stream().map(column -> column.name() + " " + column.type()))
                .contains(columns);
    }
}
