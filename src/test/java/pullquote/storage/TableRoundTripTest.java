package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRoundTripTest {
    record Piece(int start, int end) {}

    record Row(
            String id,
            @Nullable String note,
            int count,
            long total,
            double share,
            boolean open,
            @Nullable Instant at,
            @Nullable LocalDate dayOnly,
            List<String> names,
            List<Piece> pieces) {}

    private static final TableSchema<Row> SCHEMA = TableSchema.of(Row.class);

    @TempDir
    Path folder;

    @Test
    void columnsAreTheRecordsComponents() {
        assertThat(SCHEMA).hasToString("""
                message row {
                  required binary id (STRING);
                  optional binary note (STRING);
                  required int32 count;
                  required int64 total;
                  required double share;
                  required boolean open;
                  optional int64 at (TIMESTAMP(MICROS,true));
                  optional int32 day_only (DATE);
                  required group names (LIST) {
                    repeated group list {
                      required binary element (STRING);
                    }
                  }
                  required group pieces (LIST) {
                    repeated group list {
                      required group element {
                        required int32 start;
                        required int32 end;
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void everyRowComesBackAsItWas() throws IOException {
        Random random = new Random(7);
        String[] words = {"plain", "", "emoji 😀", "e\u0301", "字", "\u0000", "line\nbreak"};
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(new Row(
                    "id" + i,
                    random.nextBoolean() ? null : words[random.nextInt(words.length)],
                    random.nextInt(),
                    random.nextLong(),
                    random.nextGaussian(),
                    random.nextBoolean(),
                    random.nextBoolean()
                            ? null
                            : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L),
                    random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000),
                    random.nextBoolean() ? List.of() : List.of(words[random.nextInt(words.length)], "b"),
                    random.nextBoolean() ? List.of() : List.of(new Piece(0, 1), new Piece(random.nextInt(9), 9))));
        }

        Path file = write(rows);

        assertThat(TableFiles.check(file, SCHEMA)).isEqualTo(3000);
        assertThat(read(file)).isEqualTo(rows);
        assertThat(file.resolveSibling("." + file.getFileName() + ".crc")).doesNotExist();
    }

    @Test
    void aLoneSurrogateBecomesAReplacementCharacter() throws IOException {
        assertThat(read(write(List.of(row("a\uD83Db")))).get(0).id()).isEqualTo("a\uFFFDb");
    }

    @Test
    void aTableWithoutRowsIsReadable() throws IOException {
        Path file = write(List.of());

        assertThat(TableFiles.check(file, SCHEMA)).isZero();
        assertThat(read(file)).isEmpty();
    }

    @Test
    void aCutFileIsNamed() throws IOException {
        Path file = write(List.of(row("a"), row("b")));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 20));

        assertThatThrownBy(() -> TableFiles.check(file, SCHEMA))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aMissingRequiredValueIsNamed() throws IOException {
        try (TableWriter<Row> out = TableWriter.open(folder.resolve("x.parquet"), SCHEMA, Map.of())) {
            assertThatThrownBy(() -> out.write(new Row(null, null, 0, 0, 0, false, null, null, List.of(), List.of())))
                    .hasMessageContaining("column id of row");
        } catch (IOException | RuntimeException brokenFile) {
            assertThat(brokenFile).isNotNull();
        }
    }

    private static Row row(String id) {
        return new Row(id, null, 0, 0, 0, false, null, null, List.of(), List.of());
    }

    private Path write(List<Row> rows) throws IOException {
        Path file = folder.resolve("t").resolve("rows.parquet");
        try (TableWriter<Row> out = TableWriter.open(file, SCHEMA, Map.of("k", "v"))) {
            for (Row row : rows) {
                out.write(row);
            }
        }
        return file;
    }

    private List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (TableReader<Row> in = TableReader.open(file, SCHEMA)) {
            while (in.hasNext()) {
                rows.add(in.next());
            }
        }
        return rows;
    }
}
