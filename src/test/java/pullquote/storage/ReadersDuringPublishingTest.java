package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Someone queries all tables again and again while snapshots are published and pruned. */
class ReadersDuringPublishingTest {
    private static final List<String> TABLES = List.of("credits", "kills", "stories");
    private static final int SNAPSHOTS_SEEN = 20;

    @TempDir
    Path output;

    @Test
    @Timeout(60)
    void seesTheTablesOfOneSnapshotTogether() throws Exception {
        Set<String> seen = new ConcurrentSkipListSet<>();
        AtomicBoolean done = new AtomicBoolean();
        publish(0);
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                seen.add(readAllTables());
            }
        });
        for (int number = 1; seen.size() < SNAPSHOTS_SEEN && !reader.isDone(); number++) {
            publish(number);
            new SnapshotStore(output).prune(2, Duration.ofMinutes(10));
        }
        done.set(true);
        reader.join();

        assertThat(seen).hasSizeGreaterThanOrEqualTo(SNAPSHOTS_SEEN);
    }

    /** {@return what stands in the tables' files: the id of their snapshot} */
    private String readAllTables() {
        Set<String> found = new TreeSet<>();
        try {
            Path resolved = output.resolve("current").toRealPath();
            for (String table : TABLES) {
                for (Path file : new Snapshot("resolved", resolved).files(table)) {
                    found.add(Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }

    private void publish(int number) throws IOException {
        String id = "20260101T020304Z-%05d".formatted(number);
        SnapshotStore store = new SnapshotStore(output);
        Draft draft = store.draft(id, Set.copyOf(TABLES));
        for (String table : TABLES) {
            Path staged = store.workspace("batch").resolve(table + "-" + id + ".parquet");
            draft.add(table, Files.writeString(staged, id));
        }
        draft.seal();
        store.switchTo(id);
        store.discard("batch");
    }
}
