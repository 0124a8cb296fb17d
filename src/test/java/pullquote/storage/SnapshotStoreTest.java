package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
    @TempDir
    Path output;

    private SnapshotStore store;

    @BeforeEach
    void open() {
        store = new SnapshotStore(output);
    }

    @Test
    void nothingIsCurrentBeforeTheFirstPublication() throws IOException {
        assertThat(store.current()).isEmpty();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void switchesToWhatWasSealed() throws IOException {
        publish("1", "a");
        publish("2", "b");

        assertThat(store.current()).map(Snapshot::id).contains("2");
        assertThat(Files.readSymbolicLink(output.resolve("current"))).isEqualTo(Path.of("snapshots/2"));
        assertThat(store.current().orElseThrow().files("quotations"))
                .extracting(p -> p.getFileName().toString())
                .containsExactly("b.parquet");
    }

    @Test
    void aSealedSnapshotIsNotSeenBeforeTheSwitch() throws IOException {
        publish("1", "a");
        seal("2", "b");

        assertThat(store.current()).map(Snapshot::id).contains("1");
    }

    @Test
    void sealingAndSwitchingAgainComesToTheSameEnd() throws IOException {
        seal("1", "a");
        seal("1", "a");
        store.switchTo("1");
        store.switchTo("1");

        assertThat(store.current()).map(Snapshot::id).contains("1");
        assertThat(store.list()).extracting(Snapshot::id).containsExactly("1");
    }

    @Test
    void aHalfMadeDraftIsThrownAway() throws IOException {
        SnapshotDraft abandoned = store.draft("1");
        abandoned.link("quotations", file("old"));

        publish("1", "new");

        assertThat(store.current().orElseThrow().files("quotations"))
                .extracting(p -> p.getFileName().toString())
                .containsExactly("new.parquet");
    }

    @Test
    void unchangedFilesAreSharedNotCopied() throws IOException {
        publish("1", "a");
        Path first = store.current().orElseThrow().files("quotations").get(0);
        SnapshotDraft draft = store.draft("2");
        draft.link("quotations", first);
        draft.seal();
        store.switchTo("2");

        assertThat(Files.isSameFile(
                        first, store.current().orElseThrow().files("quotations").get(0)))
                .isTrue();
    }

    @Test
    void refusesToSwitchToWhatIsNotThere() {
        assertThatThrownBy(() -> store.switchTo("9")).isInstanceOf(IOException.class);
    }

    @Test
    void namesADanglingCurrent() throws IOException {
        Files.createSymbolicLink(output.resolve("current"), Path.of("snapshots/gone"));

        assertThatThrownBy(() -> store.current())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("snapshots/gone");
    }

    @Test
    void pruneKeepsTheNewestAndTheCurrentOne() throws IOException {
        for (String id : List.of("1", "2", "3", "4")) {
            publish(id, "f" + id);
        }
        seal("5", "f5");

        assertThat(store.prune(2, Duration.ZERO)).containsExactly("1", "2", "3");
        assertThat(store.list()).extracting(Snapshot::id).containsExactly("4", "5");
        assertThat(store.current()).map(Snapshot::id).contains("4");
        assertThat(output.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void pruneSparesWhatAReaderMayHaveOpen() throws IOException {
        for (String id : List.of("1", "2", "3")) {
            publish(id, "f" + id);
        }

        assertThat(store.prune(1, Duration.ofHours(1))).isEmpty();
    }

    private void publish(String id, String name) throws IOException {
        seal(id, name);
        store.switchTo(id);
    }

    private void seal(String id, String name) throws IOException {
        SnapshotDraft draft = store.draft(id);
        draft.link("quotations", file(name));
        draft.seal();
        Files.deleteIfExists(output.resolve("staging").resolve(id));
    }

    private Path file(String name) throws IOException {
        Files.createDirectories(output.resolve("files"));
        return Files.writeString(output.resolve("files").resolve(name + ".parquet"), name);
    }
}
