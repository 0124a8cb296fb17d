package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed with SIGKILL at random moments, recoveries included, on an output that holds a first day already.
 *
 * <p>{@code -Dfaults.kills=N} tells how many, {@code -Dfaults.seed=N} when.
 */
class AbruptEndsIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 6);
    private static final long SEED = Long.getLong("faults.seed", 5);
    private static final int WORKERS = 2;
    /** One round in so many is finished by a process of its own, and ends with a prune that is killed. */
    private static final int LAUNCHED = 4;

    /** Where the machine is busy with other work, a calm run tells how slow it is. */
    private static final long RECOVERY_MILLIS = 10_000;

    @TempDir
    Path folder;

    private final AtomicInteger killed = new AtomicInteger();
    private Path firstDay;
    private Path input;
    private Map<String, String> expected;
    /** How long a run takes, as the machine is now. */
    private volatile long calmMillis;

    @Test
    void endWithTheRowsOfAnUndisturbedRun() throws Exception {
        publishTheFirstDay();
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            Path own = Files.createDirectory(folder.resolve("worker" + i));
            Random random = new Random(SEED + i);
            workers.add(CompletableFuture.runAsync(() -> work(own, random)));
        }
        workers.forEach(CompletableFuture::join);

        assertThat(killed.get()).isGreaterThanOrEqualTo(KILLS);
    }

    private void publishTheFirstDay() throws Exception {
        Newsroom calm = newsroom(folder.resolve("in"), folder.resolve("calm"));
        Files.createDirectory(calm.input);
        calm.deliverADay("monday");
        Launched.prepare(calm);
        assertThat(calm.output.resolve("current")).exists();
        firstDay = folder.resolve("first-day");
        Newsroom.copy(calm.output, firstDay);
        calm.deliverADay("tuesday");
        calm.deliver("monday/d3.txt", Newsroom.dispatch("corrected", 3));
        calm.deliver("monday/empty.txt", Newsroom.dispatch("late", 40));
        // a name that is used again, and a file of many of which one record is corrected
        calm.deliver("monday/d6.txt", Newsroom.NOTICE);
        calm.deliver(
                "monday/many.multi.txt",
                Newsroom.dispatch("corrected", 20) + "=====\n" + Newsroom.dispatch("other", 22));
        // more than one split, at little work: most of the line is passed over
        calm.deliver(
                "tuesday/long.jsonl",
                "{\"pad\": \"" + "x".repeat(1_200_000) + "\", \"text\": \"A ship came, said Ana Ruiz.\"}\n");
        input = calm.input;
        Instant start = Instant.now();
        Path log = folder.resolve("calm.log");
        assertThat(Launched.end(Launched.start(log, calm.arguments("run")), log))
                .isZero();
        calmMillis = Duration.between(start, Instant.now()).toMillis();
        expected = calm.rows();
        assertThat(
                        Duck.rows(
                                calm.output,
                                "SELECT superseded, name_reused FROM read_parquet('output/current/runs/*.parquet') ORDER BY run_id"))
                .last()
                .isEqualTo(List.of("1", "3"));
    }

    private Newsroom newsroom(Path in, Path out) throws Exception {
        return new Newsroom(in, out)
                .job(
                        folder.resolve("job.yaml"),
                        "extract: {split_mb: 1}\nlimits: {max_rejected_share: 1.0}\nretention: {grace_minutes: 0}\ninput: {settle_ms: 0}\n");
    }

    private void work(Path own, Random random) {
        try {
            for (int round = 0; killed.get() < KILLS; round++) {
                Path output = own.resolve("out" + round);
                Newsroom.copy(firstDay, output);
                Newsroom room = newsroom(input, output);
                Path log = own.resolve("log");
                do {
                    kill(room, "run", random, log);
                } while (random.nextInt(6) > 0);
                if (round % LAUNCHED == 0) {
                    finish(room, log);
                } else {
                    finishHere(room, "run");
                }
                assertWhole(room);
                if (round % LAUNCHED == 0) {
                    kill(room, "prune", random, log);
                    finishHere(room, "prune", "--keep", "1");
                    assertThat(room.snapshots()).hasSize(1);
                    assertThat(room.rows()).isEqualTo(expected);
                }
                PathUtils.deleteDirectory(output);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void kill(Newsroom room, String command, Random random, Path log) throws Exception {
        List<String> arguments =
                command.equals("prune") ? room.arguments("prune", "--keep", "1") : room.arguments(command);
        Process process = Launched.start(log, arguments);
        Thread.sleep((long) (calmMillis * (0.15 + 0.85 * random.nextDouble())));
        process.destroyForcibly().waitFor();
        killed.incrementAndGet();
    }

    private void finish(Newsroom room, Path log) throws Exception {
        Instant start = Instant.now();
        Process process = Launched.start(log, room.arguments("run"));
        Duration recovery = Duration.ZERO;
        while (process.isAlive()) {
            Thread.sleep(50);
            if (recovery.isZero() && Files.readString(log).contains("did not finish")) {
                recovery = Duration.between(start, Instant.now());
            }
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(3));
        }

        calmMillis = (calmMillis + Duration.between(start, Instant.now()).toMillis()) / 2;
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(recovery.toMillis()).isLessThan(Math.max(RECOVERY_MILLIS, 2 * calmMillis));
    }

    /** Finishes within this process, which is warm: another start would only take time. */
    private static void finishHere(Newsroom room, String command, String... more) {
        // what the program prints is caught by exchanging the process's streams
        synchronized (AbruptEndsIT.class) {
            Newsroom.Told told = room.tell(command, more);
            assertThat(told.exitCode()).as(told.errors()).isZero();
        }
    }

    private void assertWhole(Newsroom room) throws Exception {
        assertThat(room.rows()).as("after kill %d", killed.get()).isEqualTo(expected);
        assertThat(room.staged()).isEmpty();
        assertThat(room.snapshots()).hasSize(2);
    }
}
