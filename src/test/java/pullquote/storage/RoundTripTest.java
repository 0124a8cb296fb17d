package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void readsEveryRowBackAsItWasFiled(long seed) throws IOException {
        List<Wire.Story> stories = new Wire(seed).stories(500);

        assertThat(roundTrip(Wire.STORIES, stories)).isEqualTo(stories);
    }

    @Test
    void drawsNullsEmptyListsEmojiAndDatesBefore1970() {
        List<Wire.Story> stories = new Wire(1).stories(500);

        assertThat(stories).filteredOn(story -> story.slug() == null).hasSizeGreaterThan(50);
        assertThat(stories).filteredOn(story -> story.speakers().isEmpty()).hasSizeGreaterThan(50);
        assertThat(stories)
                .filteredOn(story -> story.cities() != null && story.cities().isEmpty())
                .hasSizeGreaterThan(50);
        assertThat(stories)
                .filteredOn(story -> String.join("", story.speakers()).contains("🗞️"))
                .hasSizeGreaterThan(20);
        assertThat(stories)
                .filteredOn(story -> story.day().isBefore(LocalDate.EPOCH)
                        && story.receivedAt().isBefore(Instant.EPOCH))
                .hasSizeGreaterThan(50);
    }

    @Test
    void keepsRowsInOrderAcrossRowGroupsAndPages() throws IOException {
        List<Wire.Credit> credits = new Wire(7).credits(10_000);
        Path file = folder.resolve("credits.parquet");
        WriteOptions small =
                WriteOptions.standard().withRowGroups(1 << 20, 3_000).withPages(4_096, 500);
        write(file, Wire.CREDITS, small, credits);

        assertThat(TableFiles.check(file, Wire.CREDITS).rowGroups()).isEqualTo(4);
        assertThat(read(file, Wire.CREDITS)).isEqualTo(credits);
    }

    @Test
    void cutsInstantsToMicroseconds() throws IOException {
        Wire.Kill late = kill(Instant.parse("2017-09-27T10:00:00.123456789Z"));
        Wire.Kill early = kill(Instant.parse("1899-12-31T23:59:59.999999999Z"));

        assertThat(roundTrip(Wire.KILLS, List.of(late, early)))
                .containsExactly(
                        kill(Instant.parse("2017-09-27T10:00:00.123456Z")),
                        kill(Instant.parse("1899-12-31T23:59:59.999999Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uD83D", "\uDE00", "a\uD83D", "\uDE00b", "\uD83D\uD83D", "\uDE00\uD83D", "\uDE00\uD83D\uDE00"})
    void replacesHalvesOfBrokenSurrogatePairs(String broken) throws IOException {
        String read = roundTrip(Wire.KILLS, List.of(new Wire.Kill("run-1", broken, null)))
                .get(0)
                .detail();

        assertThat(read).contains("\uFFFD").hasSameSizeAs(broken);
        assertThat(read.replace("\uD83D\uDE00", "")).doesNotContainPattern("[\uD800-\uDFFF]");
    }

    @Test
    void readsATableOfNoRows() throws IOException {
        Path file = folder.resolve("kills.parquet");
        write(file, Wire.KILLS, WriteOptions.standard(), List.of());

        assertThat(TableFiles.check(file, Wire.KILLS).rows()).isZero();
        try (TableReader<Wire.Kill> reader = TableReader.open(file, Wire.KILLS)) {
            assertThat(reader.hasNext()).isFalse();
            Assertions.assertThatThrownBy(reader::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("kills.parquet");
        }
    }

    private record OldCredit(String storyId, int seq, String name) {}

    @Test
    void readsAnOlderFileThatLacksAColumnWhichMayBeNull() throws IOException {
        Path file = folder.resolve("credits.parquet");
        TableSchema<OldCredit> old = TableSchema.of("credits", OldCredit.class);
        write(file, old, WriteOptions.standard(), List.of(new OldCredit("story-1", 0, "Dana Ortiz")));

        assertThat(read(file, Wire.CREDITS)).containsExactly(new Wire.Credit("story-1", 0, "Dana Ortiz", null));
    }

    private record NewCredit(
            int words,
            String storyId,
            int seq,
            String name,
            @Nullable String title,
            List<String> places) {}

    @Test
    void fillsColumnsThatAreNeverNullAndYoungerThanTheFile() throws IOException {
        Path file = folder.resolve("credits.parquet");
        write(
                file,
                Wire.CREDITS,
                WriteOptions.standard(),
                List.of(
                        new Wire.Credit("story-1", 0, "Dana Ortiz", null),
                        new Wire.Credit("s", 1, "Ana Ruiz", "mayor")));
        TableSchema<NewCredit> later =
                TableSchema.of("credits", NewCredit.class, Map.of("words", 7, "places", List.of()));

        assertThat(read(file, later))
                .containsExactly(
                        new NewCredit(7, "story-1", 0, "Dana Ortiz", null, List.of()),
                        new NewCredit(7, "s", 1, "Ana Ruiz", "mayor", List.of()));
        assertThat(TableFiles.checkOlder(file, later).rows()).isEqualTo(2);
        assertThat(TableFiles.isCurrent(file, later)).isFalse();
        assertThatThrownBy(() -> TableFiles.check(file, later)).isInstanceOf(UnreadableTableException.class);
    }

    private record NameOfCredit(String name) {}

    private record StrangeCredit(int name) {}

    @Test
    void readsSomeColumnsOfAFileAlone() throws IOException {
        Path file = folder.resolve("credits.parquet");
        write(
                file,
                Wire.CREDITS,
                WriteOptions.standard(),
                List.of(
                        new Wire.Credit("story-1", 0, "Dana Ortiz", null),
                        new Wire.Credit("s", 1, "Ana Ruiz", "mayor")));

        try (TableReader<NameOfCredit> names =
                TableReader.select(file, TableSchema.of("credits", NameOfCredit.class))) {
            assertThat(names.next().name()).isEqualTo("Dana Ortiz");
            assertThat(names.next().name()).isEqualTo("Ana Ruiz");
            assertThat(names.hasNext()).isFalse();
        }
        assertThatThrownBy(() -> TableReader.select(file, TableSchema.of("credits", StrangeCredit.class)))
                .isInstanceOf(UnreadableTableException.class);
    }

    private static Wire.Kill kill(@Nullable Instant at) {
        return new Wire.Kill("run-1", "withdrawn", at);
    }

    private <R extends Record> List<R> roundTrip(TableSchema<R> schema, List<R> rows) throws IOException {
        Path file = folder.resolve(schema.table() + ".parquet");
        write(file, schema, WriteOptions.standard(), rows);
        List<R> read = read(file, schema);
        Path packed = folder.resolve(schema.table() + "-packed.parquet");
        writePacked(packed, schema, rows);
        assertThat(read(packed, schema)).isEqualTo(read);
        return read;
    }

    /** By way of a scratch file, some rows at a time. */
    private static <R extends Record> void writePacked(Path file, TableSchema<R> schema, List<R> rows)
            throws IOException {
        RowPacker<R> packer = new RowPacker<>(schema);
        ByteArrayOutputStream scratch = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(scratch);
        for (int from = 0; from < rows.size(); from += 7) {
            packer.pack(rows.subList(from, Math.min(rows.size(), from + 7))).writeTo(out);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(scratch.toByteArray()));
        try (TableWriter<R> writer = TableWriter.open(file, schema, WriteOptions.standard(), Map.of())) {
            while (in.available() > 0) {
                writer.write(PackedRows.readFrom(in));
            }
            assertThat(writer.rows()).isEqualTo(rows.size());
        }
    }

    static <R extends Record> void write(Path file, TableSchema<R> schema, WriteOptions options, List<R> rows)
            throws IOException {
        try (TableWriter<R> writer = TableWriter.open(file, schema, options, Map.of("run_id", "run-1"))) {
            for (R row : rows) {
                writer.write(row);
            }
        }
    }

    static <R extends Record> List<R> read(Path file, TableSchema<R> schema) throws IOException {
        List<R> rows = new ArrayList<>();
        try (TableReader<R> reader = TableReader.open(file, schema)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }
}
