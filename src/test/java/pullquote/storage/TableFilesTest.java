package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fileCredits() throws IOException {
        file = folder.resolve("credits.parquet");
        RoundTripTest.write(file, Wire.CREDITS, WriteOptions.standard(), new Wire(5).credits(200));
    }

    @Test
    void countsTheRowsOfAWholeFile() throws IOException {
        TableFile checked = TableFiles.check(file, Wire.CREDITS);

        assertThat(checked.rows()).isEqualTo(200);
        assertThat(checked.bytes()).isEqualTo(Files.size(file));
        assertThat(checked.metadata()).containsEntry("run_id", "run-1");
    }

    @Test
    void detectsACutAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += Math.max(1, Math.min(97, whole.length - length - 1))) {
            Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TableFiles.check(cut, Wire.CREDITS))
                    .isInstanceOf(UnreadableTableException.class)
                    .hasMessageStartingWith("Expected ")
                    .hasMessageContaining("but found")
                    .hasMessageContaining(cut.toString());
        }
    }

    @Test
    void detectsABrokenFooterBetweenSoundMagicNumbers() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 60, bytes.length - 8, (byte) 0x7F);
        assertDamaged(bytes);
        byte[] lengthBroken = Files.readAllBytes(file);
        lengthBroken[lengthBroken.length - 6] = (byte) 0x7F;
        assertDamaged(lengthBroken);
    }

    @Test
    void detectsASingleFlippedBitInAPage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[300] ^= 1;
        assertDamaged(bytes);
    }

    @Test
    void refusesAFileThatIsNoParquet() throws IOException {
        assertThatThrownBy(() -> TableFiles.check(
                        Files.writeString(folder.resolve("memo.parquet"), "The desk asks for a rewrite."),
                        Wire.CREDITS))
                .hasMessageContaining("PAR1 at byte 0 but found 'The ' in ")
                .hasMessageContaining("memo.parquet");
    }

    @Test
    void refusesAFileOfAnotherTable() {
        assertThatThrownBy(() -> TableFiles.check(file, Wire.KILLS))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("message kills")
                .hasMessageContaining("message credits")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> TableReader.open(file, Wire.KILLS)).isInstanceOf(UnreadableTableException.class);
    }

    private record ShortCredit(String storyId, int seq, String name) {}

    @Test
    void refusesAFileWithAColumnThatTheTableDoesNotKnow() {
        TableSchema<ShortCredit> older = TableSchema.of("credits", ShortCredit.class);

        assertThatThrownBy(() -> TableFiles.check(file, older)).hasMessageContaining("title");
        assertThatThrownBy(() -> TableReader.open(file, older)).hasMessageContaining("title");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> TableFiles.check(folder.resolve("none.parquet"), Wire.CREDITS))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.parquet");
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        Path damaged = Files.write(folder.resolve("damaged.parquet"), bytes);
        assertThatThrownBy(() -> TableFiles.check(damaged, Wire.CREDITS))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining(damaged.toString());
    }
}
