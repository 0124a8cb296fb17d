package pullquote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.batch.Batch;
import pullquote.batch.BatchFailedException;
import pullquote.batch.JobSettings;
import pullquote.batch.PlainSettings;
import pullquote.report.Counters;

/**
 * The disk takes no more from the Nth write on, for every N; {@code -Dfaults.write_step=M} tries every Mth alone.
 *
 * <p>Under Hadoop's file system, as that is what Parquet files are written through.
 */
class FailingWritesIT {
    private static final int STEP = Integer.getInteger("faults.write_step", 7);

    @TempDir
    Path folder;

    private final AtomicInteger writes = new AtomicInteger();
    private volatile int failAt = Integer.MAX_VALUE;

    @AfterEach
    void mend() {
        LocalHadoop.openWith(FileOutputStream::new);
    }

    @Test
    void leaveWhatIsPublishedAndAreFinishedByTheNextRun() throws Exception {
        LocalHadoop.openWith(FailingOutput::new);
        Path input = Files.createDirectory(folder.resolve("in"));
        deliver(input, "a.txt", "sailed");
        deliver(input, "b.txt", "came back");
        JobSettings first = PlainSettings.of(input, folder.resolve("out"));
        run(first);
        deliver(input, "a.txt", "did not sail");
        deliver(input, "c.txt", "was painted");
        deliver(input, "d.txt", "was painted");
        Map<String, FileTime> published = files(first.output());
        writes.set(0);
        int tried = 0;
        for (int n = 1; ; n += STEP) {
            JobSettings settings = PlainSettings.of(input, folder.resolve("out" + n));
            copy(first.output(), settings.output());
            writes.set(0);
            failAt = n;
            BatchFailedException failed = catchThrowableOfType(BatchFailedException.class, () -> run(settings));
            failAt = Integer.MAX_VALUE;
            if (failed == null) {
                assertThat(writes.get()).isLessThan(n);
                break;
            }
            tried++;
            assertThat(failed.getMessage())
                    .contains("No space left on device")
                    .contains("make room")
                    .endsWith("jobs/pullquote run")
                    .doesNotContain("\n");
            assertThat(files(settings.output())).as("write %d", n).isEqualTo(published);
            run(settings);
            assertThat(dispatches(settings.output())).as("write %d", n).isEqualTo(List.of("4"));
            assertThat(settings.output().resolve("staging")).isEmptyDirectory();
        }
        assertThat(tried).isGreaterThan(2);
    }

    /** Fails at the Nth write and at all after it, as a full disk does. */
    private final class FailingOutput extends FileOutputStream {
        FailingOutput(File file, boolean append) throws IOException {
            super(file, append);
        }

        @Override
        public void write(int b) throws IOException {
            count();
            super.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count();
            super.write(bytes, offset, length);
        }

        private void count() throws IOException {
            if (writes.incrementAndGet() >= failAt) {
                throw new IOException("No space left on device");
            }
        }
    }

    private static void run(JobSettings settings) {
        try (Batch batch = Batch.open(settings, new Counters())) {
            batch.run();
        }
    }

    /** {@return the files of the current snapshot, with the time of their last change} */
    private static Map<String, FileTime> files(Path output) throws IOException {
        Path current = output.resolve("current").toRealPath();
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> all = Files.walk(current)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                times.put(current.getFileName() + "/" + current.relativize(file), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static List<String> dispatches(Path output) throws Exception {
        return DuckDb.first()
                .query("SELECT count(DISTINCT dispatch_id) FROM read_parquet('" + output
                        + "/current/dispatches/*.parquet')");
    }

    private static void deliver(Path input, String name, String what) throws IOException {
        Path file = Files.writeString(
                input.resolve(name),
                "OBAN, May 3 (Ferro) -- The ferry " + name + " " + what
                        + ".\n\n“We sail,” said Ana Ruiz, the harbour master.\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L + System.nanoTime() / 1_000_000));
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(Files.exists(to.resolve("current"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }
}
