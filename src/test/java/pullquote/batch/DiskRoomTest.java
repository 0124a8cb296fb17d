package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {
    private static final String GERMAN = "Auf dem Gerät ist kein Speicherplatz mehr verfügbar";

    @TempDir
    Path folder;

    @Test
    void theWordsOfTheOperatingSystemCountInItsLanguage() {
        DiskRoom german = new DiskRoom(List.of(GERMAN), any -> true);

        assertThat(german.lack(causes("jobs.mv.db: " + GERMAN), folder)).contains("jobs.mv.db: " + GERMAN);
        assertThat(german.lack(causes("Datei oder Verzeichnis nicht gefunden"), folder))
                .isEmpty();
    }

    @Test
    void aFolderThatTakesNoMoreIsFullWhateverWasSaid() {
        DiskRoom full = new DiskRoom(List.of(), any -> false);

        assertThat(full.lack(causes("Límite de cuota del disco excedido"), folder))
                .contains("no room left in " + folder + " (Límite de cuota del disco excedido)");
        assertThat(full.lack(List.of(new IllegalStateException("not about files at all")), folder))
                .isEmpty();
        assertThat(full.lack(causes("Límite de cuota del disco excedido"))).isEmpty();
    }

    @Test
    void whatThisSystemSaysOfAFullDeviceIsKnown() {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "no device here that is always full");

        IOException said = null;
        try (OutputStream full = new FileOutputStream(device.toFile())) {
            full.write(0);
        } catch (IOException full) {
            said = full;
        }

        assertThat(said).isNotNull();
        Optional<String> words = DiskRoom.wordsOfAFullDevice();
        assertThat(words).contains(said.getMessage());
        assertThat(new DiskRoom(List.of(words.get()), any -> true).lack(List.of(new UncheckedIOException(said), said)))
                .contains(said.getMessage());
    }

    @Test
    void tryingAFolderLeavesNothingInIt() {
        assertThat(DiskRoom.takesMore(folder)).isTrue();
        assertThat(folder).isEmptyDirectory();
        assertThat(DiskRoom.takesMore(folder.resolve("none")))
                .as("nothing is known")
                .isTrue();
    }

    private static List<Throwable> causes(String said) {
        IOException cause = new IOException(said);
        return List.of(new IllegalStateException("can't write", cause), cause);
    }
}
