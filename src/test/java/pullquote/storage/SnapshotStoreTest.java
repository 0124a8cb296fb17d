package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
    private static final Set<String> TABLES = Set.of("credits", "kills");
    private static final String FIRST = "20260101T020304Z-0001";
    private static final String SECOND = "20260101T030304Z-0002";
    private static final String THIRD = "20260102T020304Z-0003";

    @TempDir
    Path folder;

    private Path output;
    private final SettableClock clock = new SettableClock();
    private SnapshotStore store;

    @BeforeEach
    void open() {
        output = folder.resolve("output");
        store = new SnapshotStore(output, new Disk(), clock);
    }

    @Test
    void hasNoSnapshotBeforeTheFirstIsPublished() throws IOException {
        assertThat(store.current()).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.workspaces()).isEmpty();
    }

    @Test
    void publishesAllTablesUnderOneLink() throws IOException {
        Snapshot published = publish(FIRST);

        assertThat(store.current()).contains(published);
        assertThat(published.tables()).containsExactly("credits", "kills");
        assertThat(published.files("credits"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName("credits-" + FIRST + ".parquet"));
        assertThat(Files.readSymbolicLink(output.resolve("current"))).hasToString("snapshots/" + FIRST);
        assertThat(output.resolve("current/kills/kills-" + FIRST + ".parquet")).hasContent(FIRST);
    }

    @Test
    void sharesUnchangedFilesWithTheOlderSnapshot() throws IOException {
        Path old = publish(FIRST).files("kills").get(0);
        Draft draft = store.draft(SECOND, TABLES);
        draft.add("kills", old);
        draft.add("credits", staged("credits", SECOND));
        draft.seal();
        Snapshot second = store.switchTo(SECOND);

        assertThat(Files.isSameFile(second.files("kills").get(0), old)).isTrue();
        assertThat(second.files("credits")).hasSize(1);
        assertThat(store.list()).extracting(Snapshot::id).containsExactly(FIRST, SECOND);
    }

    @Test
    void keepsAnOlderSnapshotReadableForWhoeverResolvedItsLink() throws IOException {
        Snapshot seen = publish(FIRST);
        publish(SECOND);

        assertThat(seen.files("credits").get(0)).hasContent(FIRST);
    }

    @Test
    void copiesWhereTheFileSystemKnowsNoLinks() throws IOException {
        Disk withoutLinks = new Disk() {
            @Override
            boolean tryLink(Path existing, Path name) {
                return false;
            }
        };
        store = new SnapshotStore(output, withoutLinks, clock);
        Snapshot published = publish(FIRST);

        assertThat(published.files("credits").get(0)).hasContent(FIRST);
        assertThat(store.workspaces()).containsExactly("batch");
    }

    @Test
    void refusesASnapshotThatLacksATable() throws IOException {
        Draft draft = store.draft(FIRST, TABLES);
        draft.add("credits", staged("credits", FIRST));

        assertThatThrownBy(draft::seal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kills");
        assertThat(store.current()).isEmpty();
    }

    @Test
    void refusesATableThatTheSnapshotDoesNotHave() throws IOException {
        Draft draft = store.draft(FIRST, TABLES);

        assertThatThrownBy(() -> draft.add("photos", staged("photos", FIRST))).hasMessageContaining("photos");
    }

    @Test
    void refusesFilesThatReadersWouldTripOver() throws IOException {
        Draft draft = store.draft(FIRST, TABLES);
        for (String name : List.of(".credits.parquet", "_credits.parquet", "credits.parquet.crc", "credits")) {
            Path file = Files.writeString(folder.resolve(name), "");
            assertThatThrownBy(() -> draft.add("credits", file)).hasMessageContaining(name);
        }
    }

    @Test
    void refusesAFileNameThatWasUsedForOtherRows() throws IOException {
        Draft draft = store.draft(FIRST, TABLES);
        draft.add("credits", staged("credits", FIRST));
        Path other = Files.writeString(folder.resolve("credits-" + FIRST + ".parquet"), "other rows");

        assertThatThrownBy(() -> draft.add("credits", other)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void addsTheSameFileTwiceWithoutHarm() throws IOException {
        Draft draft = store.draft(FIRST, TABLES);
        draft.add("credits", staged("credits", FIRST));
        draft.add("credits", staged("credits", FIRST));
        draft.add("kills", staged("kills", FIRST));

        draft.seal();
        assertThat(store.switchTo(FIRST).files("credits")).hasSize(1);
    }

    @Test
    void publishesTheCurrentSnapshotAgainWithoutAnyChange() throws IOException {
        Snapshot first = publish(FIRST);
        Path file = first.files("credits").get(0);
        Draft again = store.draft(FIRST, TABLES);

        again.seal();
        assertThat(store.switchTo(FIRST)).isEqualTo(first);
        assertThat(store.current()).contains(first);
        assertThat(file).hasContent(FIRST);
        assertThat(store.workspaces()).containsExactly("batch");
    }

    @Test
    void switchesToASnapshotThatIsThereButNotCurrent() throws IOException {
        Snapshot first = publish(FIRST);
        publish(SECOND);

        assertThat(store.switchTo(FIRST)).isEqualTo(first);
        assertThat(store.current()).contains(first);
    }

    @Test
    void startsADraftAfreshAfterACrash() throws IOException {
        store.draft(FIRST, TABLES).add("credits", staged("credits", "of-a-crashed-attempt"));

        assertThat(publish(FIRST).files("credits")).hasSize(1);
    }

    @Test
    void saysSoWhenCurrentIsNoLinkToASnapshot() throws IOException {
        publish(FIRST);
        Files.delete(output.resolve("current"));
        Files.createSymbolicLink(output.resolve("current"), Path.of("snapshots", SECOND));
        assertThatThrownBy(() -> store.current())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(SECOND);

        Files.delete(output.resolve("current"));
        Files.createDirectory(output.resolve("current"));
        assertThatThrownBy(() -> store.current()).isInstanceOf(IOException.class);
    }

    @Test
    void refusesIdsThatEscapeTheFolder() {
        for (String id : List.of("", "..", "a/b", ".hidden", "_x", "a b")) {
            assertThatThrownBy(() -> store.draft(id, TABLES)).hasMessageContaining("'" + id + "'");
            assertThatThrownBy(() -> store.workspace(id)).hasMessageContaining("'" + id + "'");
            assertThatThrownBy(() -> store.discard(id)).hasMessageContaining("'" + id + "'");
        }
    }

    @Test
    void letsOnlyItsOwnerIntoStagingAndEveryoneIntoSnapshots() throws IOException {
        Snapshot first = publish(FIRST);
        Path plain = Files.createDirectory(folder.resolve("plain"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("staging"))))
                .isEqualTo("rwx------");
        for (Path directory : List.of(first.directory(), first.directory().resolve("kills"))) {
            assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    @Test
    void discardsAWorkspaceWithAllThatIsInIt() throws IOException {
        staged("credits", FIRST);
        assertThat(store.workspaces()).containsExactly("batch");

        store.discard("batch");
        store.discard("batch");

        assertThat(store.workspaces()).isEmpty();
    }

    @Test
    void prunesAllButTheNewest() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);

        assertThat(store.prune(2, Duration.ZERO)).extracting(Snapshot::id).containsExactly(FIRST);
        assertThat(store.list()).extracting(Snapshot::id).containsExactly(SECOND, THIRD);
        assertThat(store.prune(2, Duration.ZERO)).isEmpty();
    }

    @Test
    void keepsFilesThatANewerSnapshotShares() throws IOException {
        Path old = publish(FIRST).files("kills").get(0);
        Draft draft = store.draft(SECOND, TABLES);
        draft.add("kills", old);
        draft.add("credits", staged("credits", SECOND));
        draft.seal();
        Snapshot second = store.switchTo(SECOND);

        store.prune(1, Duration.ZERO);

        assertThat(old).doesNotExist();
        assertThat(second.files("kills").get(0)).hasContent(FIRST);
    }

    @Test
    void keepsASnapshotThatSomeoneMayStillBeReading() throws IOException {
        publish(FIRST);
        clock.pass(Duration.ofHours(1));
        publish(SECOND);
        clock.pass(Duration.ofMinutes(10));
        publish(THIRD);
        clock.pass(Duration.ofMinutes(5));

        assertThat(store.prune(1, Duration.ofMinutes(12)))
                .extracting(Snapshot::id)
                .containsExactly(FIRST);
        clock.pass(Duration.ofMinutes(7));
        assertThat(store.prune(1, Duration.ofMinutes(12)))
                .extracting(Snapshot::id)
                .containsExactly(SECOND);
    }

    @Test
    void countsTheGraceFromWhenReadersWereLedElsewhere() throws IOException {
        publish(FIRST);
        draft(SECOND).seal();
        clock.pass(Duration.ofHours(1));
        publish(THIRD);

        assertThat(store.prune(1, Duration.ofMinutes(10)))
                .as("never shown to a reader")
                .extracting(Snapshot::id)
                .containsExactly(SECOND);
        assertThat(store.list()).extracting(Snapshot::id).containsExactly(FIRST, THIRD);
    }

    @Test
    void neverPrunesTheCurrentSnapshotOrANewerOne() throws IOException {
        publish(FIRST);
        publish(SECOND);
        publish(THIRD);
        store.switchTo(SECOND);

        assertThat(store.prune(1, Duration.ZERO)).extracting(Snapshot::id).containsExactly(FIRST);
        assertThat(store.list()).extracting(Snapshot::id).containsExactly(SECOND, THIRD);
        assertThatThrownBy(() -> store.prune(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private Snapshot publish(String id) throws IOException {
        draft(id).seal();
        return store.switchTo(id);
    }

    private Draft draft(String id) throws IOException {
        Draft draft = store.draft(id, TABLES);
        for (String table : TABLES) {
            draft.add(table, staged(table, id));
        }
        return draft;
    }

    private Path staged(String table, String id) throws IOException {
        return Files.writeString(store.workspace("batch").resolve(table + "-" + id + ".parquet"), id);
    }

    /** A clock that stands still until told. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
