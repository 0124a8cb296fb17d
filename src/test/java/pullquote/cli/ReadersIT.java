package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pullquote.table.Table;

/** Every table of the samples, through each engine that users read it with: the same rows, the contract's types. */
class ReadersIT {
    private static final Path DUCKDB_2 = Path.of("target/duckdb2/duckdb_jdbc.jar");

    @TempDir
    static Path folder;

    private static Path current;

    @BeforeAll
    static void publish() throws Exception {
        Path output = folder.resolve("out");
        assertThat(Main.execute("run", "--input", "input", "--output", output.toString()))
                .isEqualTo(ExitCode.OK);
        current = output.resolve("current").toRealPath();
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void bothDuckDbsReadTheSame(Table table) throws Exception {
        List<String> older = Readers.duckDb(current, table.tableName());

        assertThat(older).hasSizeGreaterThan(1);
        assertThat(Readers.duckDb(DUCKDB_2, current, table.tableName())).isEqualTo(older);
    }

    @Test
    void typesAreTheContracts() throws Exception {
        Map<Table, List<String>> expected = Map.of(
                Table.DISPATCHES,
                List.of(
                        "published_at TIMESTAMP WITH TIME ZONE",
                        "dateline_date DATE",
                        "body_start INTEGER",
                        "body VARCHAR"),
                Table.QUOTATIONS,
                List.of(
                        "content_spans STRUCT(\"start\" INTEGER, \"end\" INTEGER)[]",
                        "speakers VARCHAR[]",
                        "said_on DATE",
                        "continued BOOLEAN",
                        "confidence DOUBLE"),
                Table.TIMEXES,
                List.of("start INTEGER", "end INTEGER", "from_date DATE"),
                Table.RUNS,
                List.of("accepted BIGINT", "finished_at TIMESTAMP WITH TIME ZONE"));
        for (Map.Entry<Table, List<String>> table : expected.entrySet()) {
            assertThat(Readers.duckDb(current, table.getKey().tableName())
                            .get(0)
                            .split(", (?=[a-z_]+ [A-Z])"))
                    .contains(table.getValue().toArray(String[]::new));
        }
    }

    @Test
    @Tag("spark")
    void sparkReadsTheSame() throws Exception {
        List<String> tables = Stream.of(Table.values()).map(Table::tableName).toList();
        Readers.spark(current, folder, tables);

        for (String table : tables) {
            List<String> duck = Readers.duckDb(current, table);
            List<String> spark = Readers.sparkLines(folder, table);
            assertThat(spark.subList(1, spark.size())).as(table).isEqualTo(duck.subList(1, duck.size()));
        }
        assertThat(Readers.sparkLines(folder, "quotations").get(0))
                .contains("content_spans:array<struct<start:int,end:int>>", "published_at:timestamp", "said_on:date");
    }
}
