package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.report.Counters;
import pullquote.storage.DuckDb;
import pullquote.storage.Spark;

/**
 * Readers loop over all tables while runs publish, supersede and prune; {@code -Dfaults.publishes=N} tells how many.
 * Two versions of DuckDB read, and Spark where the profile has made its class path.
 *
 * <p>A reader resolves {@code current} first, as the README says.
 */
class ReadersDuringRunsIT {
    private static final int PUBLISHES = Integer.getInteger("faults.publishes", 8);
    private static final boolean SPARK = Boolean.getBoolean("faults.spark");
    /** A reader that never rests would only slow the runs down. */
    private static final int REST_MILLIS = 400;

    private static final int SPARK_RESTS_MILLIS = 1_500;

    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final String SEEN = """
            SELECT (SELECT count(*) FROM read_parquet('%1$s/dispatches/*.parquet')) || ' '
                || (SELECT count(*) FROM read_parquet('%1$s/quotations/*.parquet')) || ' '
                || (SELECT count(*) FROM read_parquet('%1$s/quotations/*.parquet')
                     WHERE dispatch_id NOT IN (SELECT dispatch_id FROM read_parquet('%1$s/dispatches/*.parquet'))) || ' '
                || (SELECT max(snapshot_id) FROM read_parquet('%1$s/runs/*.parquet'))
            """;

    @TempDir
    Path folder;

    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger sparkReadings = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> published = new ConcurrentHashMap<>();
    private JobSettings settings;

    @BeforeEach
    void prepare() throws IOException {
        settings = PlainSettings.of(Files.createDirectory(folder.resolve("in")), folder.resolve("out"));
    }

    @Test
    void seeOneSnapshotAndNoError() throws Exception {
        publish(0);
        List<CompletableFuture<List<String>>> readers = new ArrayList<>();
        for (DuckDb duck : List.of(DuckDb.first(), DuckDb.second())) {
            readers.add(CompletableFuture.supplyAsync(() -> readUntilDone(duck), threads));
        }
        if (SPARK) {
            readers.add(CompletableFuture.supplyAsync(this::readWithSpark, threads));
            while (sparkReadings.get() == 0 && !readers.get(2).isDone()) {
                Thread.sleep(100);
            }
        }
        publishAll(readers);
        done.set(true);
        Files.createFile(folder.resolve("stop"));

        for (CompletableFuture<List<String>> reader : readers) {
            List<String> seen = reader.join();
            assertThat(seen).hasSizeGreaterThan(2);
            seen.forEach(this::assertOneSnapshot);
        }
        threads.shutdown();
    }

    private List<String> readWithSpark() {
        try {
            Path work = Files.createDirectory(folder.resolve("spark"));
            return new Spark(work)
                    .loop(
                            settings.output(),
                            folder.resolve("stop"),
                            SPARK_RESTS_MILLIS,
                            sparkReadings::incrementAndGet);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void publishAll(List<CompletableFuture<List<String>>> readers) throws Exception {
        for (int number = 1; number <= PUBLISHES; number++) {
            // a reader that failed is told of at once
            assertThat(readers).noneMatch(CompletableFuture::isDone);
            publish(number);
        }
    }

    /** A new file, one that is changed, and the old snapshots dropped. */
    private void publish(int number) throws Exception {
        deliver("n" + number + ".txt", "new " + number);
        if (number > 0) {
            deliver("n" + number / 2 + ".txt", "changed by " + number);
        }
        try (Batch batch = Batch.open(settings, new Counters())) {
            assertThat(batch.run())
                    .last()
                    .satisfies(run -> assertThat(run.status()).isEqualTo("published"));
            batch.prune(2, GRACE);
        }
        String current = settings.output().resolve("current").toRealPath().toString();
        published.put(
                settings.output().resolve("current").toRealPath().getFileName().toString(),
                ask(DuckDb.first(), current));
    }

    private void deliver(String name, String what) throws IOException {
        Path file = settings.input().resolve(name);
        Files.writeString(
                file,
                "OBAN, May 3 (Ferro) -- The ferry was " + what
                        + ".\n\n“We sail,” said Ana Ruiz, the harbour master.\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L + System.nanoTime() / 1_000_000));
    }

    private List<String> readUntilDone(DuckDb duck) {
        List<String> seen = new ArrayList<>();
        while (!done.get()) {
            try {
                seen.add(ask(
                        duck, settings.output().resolve("current").toRealPath().toString()));
                Thread.sleep(REST_MILLIS);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
        return seen;
    }

    private static String ask(DuckDb duck, String snapshot) throws Exception {
        return duck.query(SEEN.formatted(snapshot)).get(0);
    }

    /** Dispatches, quotations, quotations without their dispatch, snapshot. */
    private void assertOneSnapshot(String seen) {
        String[] counts = seen.split(" ", -1);
        assertThat(counts[2]).as(seen).isEqualTo("0");
        assertThat(seen).isEqualTo(published.get(counts[3]));
    }
}
