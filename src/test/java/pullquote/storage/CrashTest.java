package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies before each single change on the disk; then everything is done again from the start. */
class CrashTest {
    private static final Set<String> TABLES = Set.of("credits", "kills");
    private static final String OLD = "20260101T020304Z-0001";
    private static final String NEW = "20260101T030304Z-0002";

    @TempDir
    Path folder;

    @Test
    void showsTheOldSnapshotOrTheNewWhereverPublishingDies() throws IOException {
        List<String> points = new ArrayList<>();
        publish(newStore(folder.resolve("trial"), new Disk()), OLD);
        publish(newStore(folder.resolve("trial"), recording(points)), NEW);

        for (int point = 0; point < points.size(); point++) {
            Path output = folder.resolve("publish-" + point);
            publish(newStore(output, new Disk()), OLD);
            SnapshotStore doomed = newStore(output, dyingAt(point));
            assertThatThrownBy(() -> publish(doomed, NEW)).as(points.get(point)).isInstanceOf(Died.class);
            assertWhole(output, points.get(point));

            SnapshotStore again = newStore(output, new Disk());
            publish(again, NEW);
            assertThat(again.current().orElseThrow().id()).isEqualTo(NEW);
            assertWhole(output, points.get(point));
            again.discard("batch");
            assertThat(output.resolve("staging")).as(points.get(point)).isEmptyDirectory();
        }
        assertThat(points).as("changes that publishing makes").hasSizeGreaterThan(8);
    }

    @Test
    void leavesOnlyWholeSnapshotsWhereverSealingAgainDies() throws IOException {
        List<String> points = new ArrayList<>();
        sealTwice(folder.resolve("trial"), recording(points));

        for (int point = 0; point < points.size(); point++) {
            Path output = folder.resolve("seal-" + point);
            Disk doomed = dyingAt(point);
            assertThatThrownBy(() -> sealTwice(output, doomed))
                    .as(points.get(point))
                    .isInstanceOf(Died.class);
            for (Snapshot left : new SnapshotStore(output).list()) {
                assertThat(left.tables()).as(points.get(point)).containsExactly("credits", "kills");
                assertThat(left.files("credits")).as(points.get(point)).hasSize(1);
                assertThat(left.files("kills")).as(points.get(point)).hasSize(1);
            }

            publish(newStore(output, new Disk()), NEW);
            assertWhole(output, points.get(point));
        }
        assertThat(points).as("changes that sealing twice makes").hasSizeGreaterThan(20);
    }

    private static void sealTwice(Path output, Disk disk) throws IOException {
        SnapshotStore store = newStore(output, disk);
        publish(store, OLD);
        draft(store, NEW).seal();
        draft(store, NEW).seal();
    }

    @Test
    void showsAWholeSnapshotWhereverPruningDies() throws IOException {
        List<String> points = new ArrayList<>();
        newOutputOfThree("trial");
        newStore(folder.resolve("trial"), recording(points)).prune(1, Duration.ZERO);

        for (int point = 0; point < points.size(); point++) {
            Path output = newOutputOfThree("prune-" + point);
            SnapshotStore doomed = newStore(output, dyingAt(point));
            assertThatThrownBy(() -> doomed.prune(1, Duration.ZERO)).isInstanceOf(Died.class);
            for (Snapshot left : newStore(output, new Disk()).list()) {
                assertThat(left.files("credits")).as(points.get(point)).isNotEmpty();
                assertThat(left.files("kills")).as(points.get(point)).isNotEmpty();
            }

            SnapshotStore again = newStore(output, new Disk());
            again.prune(1, Duration.ZERO);
            assertThat(again.list()).extracting(Snapshot::id).containsExactly("3");
            again.discard("batch");
            assertThat(output.resolve("staging")).as(points.get(point)).isEmptyDirectory();
        }
        assertThat(points).as("changes that pruning makes").hasSizeGreaterThan(8);
    }

    private Path newOutputOfThree(String name) throws IOException {
        Path output = folder.resolve(name);
        for (String id : List.of("1", "2", "3")) {
            publish(newStore(output, new Disk()), id);
        }
        return output;
    }

    private static void assertWhole(Path output, String point) throws IOException {
        Snapshot seen = new SnapshotStore(output).current().orElseThrow();
        assertThat(seen.id()).as(point).isIn(OLD, NEW);
        for (String table : TABLES) {
            assertThat(seen.files(table))
                    .as(point)
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent(seen.id()));
        }
    }

    private static SnapshotStore newStore(Path output, Disk disk) {
        return new SnapshotStore(output, disk, Clock.systemUTC());
    }

    private static void publish(SnapshotStore store, String id) throws IOException {
        draft(store, id).seal();
        store.switchTo(id);
    }

    private static Draft draft(SnapshotStore store, String id) throws IOException {
        Draft draft = store.draft(id, TABLES);
        for (String table : List.of("credits", "kills")) {
            Path staged = store.workspace("batch").resolve(table + "-" + id + ".parquet");
            draft.add(table, Files.writeString(staged, id));
        }
        return draft;
    }

    private static Disk recording(List<String> changes) {
        return new Disk() {
            @Override
            void before(String change) {
                changes.add(change);
            }
        };
    }

    private static Disk dyingAt(int point) {
        return new Disk() {
            private int changes;

            @Override
            void before(String change) {
                if (changes++ >= point) {
                    throw new Died(change);
                }
            }
        };
    }

    /** Stands for the end of the process: nothing more happens on the disk. */
    private static final class Died extends Error {
        Died(String change) {
            super("before: " + change);
        }
    }
}
