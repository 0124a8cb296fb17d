package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.storage.PackedRows;
import pullquote.storage.RowPacker;
import pullquote.storage.TableSchema;
import pullquote.table.BylineRow;
import pullquote.table.RejectRow;
import pullquote.table.Table;

class RowBufferTest {
    private static final RowPacker<BylineRow> PACKER =
            new RowPacker<>(TableSchema.of(Table.BYLINES.tableName(), BylineRow.class));

    private static final RowPacker<RejectRow> REJECTS =
            new RowPacker<>(TableSchema.of(Table.REJECTS.tableName(), RejectRow.class));

    @TempDir
    Path folder;

    private RowBuffer buffer;

    @BeforeEach
    void begin() {
        buffer = new RowBuffer(folder.resolve("scratch"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 1000})
    void rowsComeInOneOrderHoweverOftenTheyAreSetAside(int each) throws IOException {
        List<ResultRows> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at = i % 9 == 0 ? Instant.MAX : Instant.ofEpochSecond(i * 37 % 10, 5);
            ResultRows rows = rows(at, 1 + i % 3);
            expected.add(rows);
            buffer.add(rows);
            if (i % each == each - 1) {
                buffer.spill();
            }
        }
        expected.sort(java.util.Comparator.comparing(ResultRows::key));

        assertThat(drained())
                .isEqualTo(expected.stream().map(RowBufferTest::text).toList());
    }

    @Test
    void countsAndSizesAreOfAllRowsAndEndWithThem() throws IOException {
        buffer.add(rows(Instant.EPOCH, 2));
        buffer.spill();
        assertThat(buffer.sizeInMemory()).isZero();
        buffer.add(rows(Instant.MAX, 3));

        assertThat(buffer.counts()).containsOnly(Map.entry(Table.BYLINES, 5L), Map.entry(Table.REJECTS, 2L));
        assertThat(buffer.size()).isGreaterThan(buffer.sizeInMemory());
        drained();
        assertThat(buffer.isEmpty()).isTrue();
        assertThat(buffer.counts()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void canBeFilledAgain() throws IOException {
        buffer.add(rows(Instant.EPOCH, 2));
        buffer.spill();
        drained();
        ResultRows later = rows(Instant.MAX, 1);
        buffer.add(later);
        buffer.spill();

        assertThat(drained()).containsExactly(text(later));
    }

    @Test
    void whatCanNotBeSetAsideIsStillThere() throws IOException {
        Files.writeString(folder.resolve("scratch"), "in the way");
        ResultRows rows = rows(Instant.EPOCH, 2);
        buffer.add(rows);

        assertThatThrownBy(buffer::spill).isInstanceOf(IOException.class);

        Files.delete(folder.resolve("scratch"));
        assertThat(drained()).containsExactly(text(rows));
    }

    @Test
    void aStretchThatWasCutIsNamed() throws IOException {
        buffer.add(rows(Instant.EPOCH, 2));
        buffer.add(rows(Instant.EPOCH, 1));
        buffer.spill();
        Path stretch = folder.resolve("scratch/0.rows");
        byte[] bytes = Files.readAllBytes(stretch);
        Files.write(stretch, Arrays.copyOf(bytes, bytes.length - 9));

        assertThatThrownBy(this::drained)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Expected 1 more records")
                .hasMessageContaining(stretch.toString());
    }

    private List<String> drained() throws IOException {
        List<String> found = new ArrayList<>();
        buffer.each(Table.BYLINES, rows -> found.add(text(rows)));
        buffer.each(Table.TIMEXES, rows -> found.add("none was added"));
        buffer.clear();
        return found;
    }

    /** The bytes, as rows of a scratch file are other objects. */
    private static String text(ResultRows rows) {
        return text(Objects.requireNonNull(rows.tables().get(Table.BYLINES)));
    }

    private static String text(PackedRows rows) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try {
            rows.writeTo(new java.io.DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private int number;

    private ResultRows rows(Instant at, int count) {
        List<BylineRow> credits = IntStream.range(0, count)
                .mapToObj(i -> new BylineRow("d", number++, "Mara Quist", "author", null, null, "By Mara Quist"))
                .toList();
        PackedRows others = REJECTS.pack(
                List.of(new RejectRow("run", "d.txt", number, "intake", "empty", "nothing", null, Instant.EPOCH)));
        return new ResultRows(at, Map.of(Table.BYLINES, PACKER.pack(credits), Table.REJECTS, others));
    }
}
