package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFileTest {
    @TempDir
    Path folder;

    @Test
    void theNewSummaryReplacesTheOldOneAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("last.json"), "the night before, a longer text");
        // whoever has the old one open reads it to its end
        try (Stream<String> reader = Files.lines(file)) {
            new SummaryFile(file).write("tonight");
            assertThat(reader).containsExactly("the night before, a longer text");
        }

        assertThat(file).hasContent("tonight");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Path link = Files.createSymbolicLink(folder.resolve("last.json"), logs.resolve("pullquote.json"));
        Files.writeString(logs.resolve("pullquote.json"), "old");

        new SummaryFile(link).write("new");

        assertThat(link).isSymbolicLink();
        assertThat(logs.resolve("pullquote.json")).hasContent("new");
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path none = Path.of("/dev/null");

        new SummaryFile(none).write("tonight");

        assertThat(Files.isRegularFile(none)).isFalse();
        assertThat(new SummaryFile(none).isWritable()).isTrue();
    }

    @Test
    void aFolderOrAFileWithoutAFolderIsNoPlaceForASummary() throws IOException {
        assertThat(new SummaryFile(folder).isWritable()).isFalse();
        assertThat(new SummaryFile(folder.resolve("none/last.json")).isWritable())
                .isFalse();
        assertThat(new SummaryFile(folder.resolve("last.json")).isWritable()).isTrue();
        assertThatThrownBy(() -> new SummaryFile(folder.resolve("none/last.json")).write("x"))
                .isInstanceOf(IOException.class);
    }
}
