package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files arrive, grow, are renamed and deleted while runs read; {@code -Dfaults.busy_runs=N} tells how many. */
class ChangingInputIT {
    private static final int RUNS = Integer.getInteger("faults.busy_runs", 4);

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void everyFileIsReadOnceAndAsItCameToRest() throws Exception {
        String yaml = "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 200}\n";
        Newsroom busy = new Newsroom(folder).job(folder.resolve("job.yaml"), yaml);
        busy.deliverADay("monday");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> wire = CompletableFuture.runAsync(() -> {
            Random random = new Random(7);
            for (int i = 0; !done.get(); i++) {
                change(busy.input, i, random);
            }
        });
        for (int i = 0; i < RUNS; i++) {
            Newsroom.Told told = busy.tell("run");
            assertThat(told.exitCode()).as(told.errors()).isZero();
            assertThat(wire.isDone()).isFalse();
        }
        done.set(true);
        wire.join();
        Thread.sleep(300);
        assertThat(busy.tell("run").printed()).contains("+ 0 deferred");

        // each text once, and no row that no file holds any more as it was read last
        assertThat(
                        Duck.number(
                                busy.output,
                                "SELECT count(*) - count(DISTINCT dispatch_id) FROM read_parquet('output/current/dispatches/*.parquet')"))
                .isZero();
        Newsroom calm = new Newsroom(busy.input, folder.resolve("calm")).job(folder.resolve("job.yaml"), yaml);
        assertThat(calm.tell("run").exitCode()).isZero();
        assertThat(texts(busy)).containsAllEntriesOf(texts(calm));
    }

    /** {@return digest of the body of every dispatch whose file is still there} */
    private static Map<String, String> texts(Newsroom room) throws Exception {
        Map<String, String> texts = new java.util.TreeMap<>();
        Duck.rows(room.output, "SELECT dispatch_id, md5(body) FROM read_parquet('output/current/dispatches/*.parquet')")
                .forEach(row -> texts.put(row.get(0), row.get(1)));
        return texts;
    }

    private static void change(Path input, int i, Random random) {
        try {
            Path file = input.resolve("live" + random.nextInt(30) + ".jsonl");
            String line = "{\"text\": \"OBAN, May 3 (Ferro) -- Boat " + i + " came, said Ana Ruiz.\"}\n";
            switch (random.nextInt(4)) {
                case 0, 1 ->
                    Files.writeString(file, line.repeat(1), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                case 2 -> {
                    Path part = Files.writeString(input.resolve("new.part"), line);
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                }
                default -> Files.deleteIfExists(file);
            }
            Thread.sleep(random.nextInt(4));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aFileThatIsYoungerThanTheSettingIsCountedAndLeftAlone() throws Exception {
        Newsroom room = new Newsroom(folder).job(folder.resolve("job.yaml"), "input: {settle_ms: 1500}\n");
        room.deliver("old.txt", Newsroom.dispatch("old", 1));
        AtomicBoolean done = new AtomicBoolean();
        Path growing = room.input.resolve("growing.txt");
        Files.writeString(growing, "OBAN");
        CompletableFuture<Void> wire = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                try {
                    Files.writeString(growing, ".", StandardOpenOption.APPEND);
                    Thread.sleep(20);
                } catch (IOException | InterruptedException failed) {
                    throw new AssertionError(failed);
                }
            }
        });

        Newsroom.Told told = room.tell("run");
        done.set(true);
        wire.join();

        assertThat(told.exitCode()).isZero();
        assertThat(told.printed()).contains("1 accepted").contains("+ 1 deferred");
    }
}
