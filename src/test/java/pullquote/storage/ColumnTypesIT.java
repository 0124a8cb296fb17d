package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of column, with its odd values, means the same to DuckDB and Spark as it does to us. */
class ColumnTypesIT {
    private static final List<TableSchema<?>> TABLES = List.of(Wire.STORIES, Wire.CREDITS, Wire.KILLS);
    private static final WriteOptions SEVERAL_ROW_GROUPS = WriteOptions.standard()
            .withRowGroups(1 << 20, 400)
            .withPages(4_096, 100)
            .withBloomFilters(Map.of("story_id", 1_000L))
            .withPlainColumns(Set.of("story_id"));

    @TempDir
    static Path folder;

    private static final List<Wire.Story> stories = new Wire(11).stories(1_000);
    private static Path current;

    static Stream<DuckDb> duckDbs() throws Exception {
        return Stream.of(DuckDb.first(), DuckDb.second());
    }

    @BeforeAll
    static void publish() throws Exception {
        SnapshotStore store = new SnapshotStore(folder.resolve("output"));
        Path batch = store.workspace("batch");
        RoundTripTest.write(
                batch.resolve("stories-1.parquet"), Wire.STORIES, SEVERAL_ROW_GROUPS, stories.subList(0, 900));
        RoundTripTest.write(
                batch.resolve("stories-2.parquet"), Wire.STORIES, WriteOptions.standard(), stories.subList(900, 1_000));
        RoundTripTest.write(
                batch.resolve("credits-1.parquet"), Wire.CREDITS, SEVERAL_ROW_GROUPS, new Wire(12).credits(5_000));
        RoundTripTest.write(batch.resolve("kills-1.parquet"), Wire.KILLS, WriteOptions.standard(), List.of());
        Draft draft = store.draft("20260101T020304Z-0001", Set.of("stories", "credits", "kills"));
        draft.add("stories", batch.resolve("stories-1.parquet"));
        draft.add("stories", batch.resolve("stories-2.parquet"));
        draft.add("credits", batch.resolve("credits-1.parquet"));
        draft.add("kills", batch.resolve("kills-1.parquet"));
        draft.seal();
        store.switchTo(draft.id());
        current = folder.resolve("output/current");
    }

    @Test
    void meetsTwoDifferentDuckDbs() throws Exception {
        List<String> versions = duckDbs().map(ColumnTypesIT::version).toList();

        assertThat(versions.get(0)).startsWith("v1.5");
        assertThat(versions.get(1)).startsWith("v2.0");
    }

    @ParameterizedTest
    @MethodSource("duckDbs")
    void meansTheSameToDuckDb(DuckDb duckDb) throws Exception {
        SnapshotReading.assertReads(duckDb, current, TABLES);
    }

    @ParameterizedTest
    @MethodSource("duckDbs")
    void findsRowsByStatisticsAndBloomFilters(DuckDb duckDb) throws Exception {
        String from = "SELECT count(*) FROM read_parquet('" + current.resolve("stories") + "/*.parquet') WHERE ";

        assertThat(duckDb.query(from + "story_id = 'story-7'")).containsExactly("1");
        assertThat(duckDb.query(from + "story_id = 'story-none'")).containsExactly("0");
        assertThat(duckDb.query(from + "received_at < TIMESTAMPTZ '1900-01-01 00:00:00+00'"))
                .containsExactly(count(stories.stream()
                        .filter(story -> story.receivedAt().isBefore(Instant.parse("1900-01-01T00:00:00Z")))));
        assertThat(duckDb.query(from + "day >= DATE '2200-01-01'"))
                .containsExactly(count(
                        stories.stream().filter(story -> !story.day().isBefore(LocalDate.of(2200, 1, 1)))));
        assertThat(duckDb.query(from + "slug IS NULL"))
                .containsExactly(count(stories.stream().filter(story -> story.slug() == null)));
        assertThat(duckDb.query(from + "slug >= '北'"))
                .containsExactly(count(stories.stream()
                        .filter(story -> story.slug() != null && compareCodePoints(story.slug(), "北") >= 0)));
    }

    @Test
    @Tag("spark")
    void meansTheSameToSpark(@TempDir Path work) throws Exception {
        SnapshotReading.assertReads(new Spark(work), current, TABLES);
    }

    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private static String count(Stream<?> found) {
        return Long.toString(found.count());
    }

    private static String version(DuckDb duckDb) {
        try {
            return duckDb.query("SELECT version()").get(0);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
