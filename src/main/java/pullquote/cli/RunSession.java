package pullquote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.batch.JobSettings;
import pullquote.report.Counters;
import pullquote.report.Ending;
import pullquote.report.Ending.Status;
import pullquote.report.RunReport;
import pullquote.report.RunSummary;
import pullquote.report.SummaryFile;
import pullquote.text.Printable;

/**
 * One call of the program, and what is known of it so far: however it ends, it is reported once, on standard error in a
 * line and, where a run has a summary file, there.
 */
final class RunSession {
    private static final Logger LOG = LoggerFactory.getLogger("pullquote");
    /** More than a run needs to stop, less than systemd waits. */
    private static final int PATIENCE_SECONDS = 130;

    private final Instant began = Instant.now();
    private final SummaryPath path;
    private final Counters counters = new Counters();
    private final List<RunSummary> done = new ArrayList<>();
    private final CountDownLatch reported = new CountDownLatch(1);
    private volatile @Nullable Path summary;
    private volatile @Nullable JobSettings settings;
    private volatile boolean isWorking;
    private int exitCode;

    RunSession(String... arguments) {
        this.path = new SummaryPath(List.of(arguments), System.getenv());
    }

    Counters counters() {
        return counters;
    }

    /** Notes what is to be run, before anything is done, and that the summary can be written. */
    void prepare(JobSettings job, @Nullable Path given) {
        settings = job;
        summary = path.find().orElse(given);
        summaryFile().filter(file -> !file.isWritable()).ifPresent(file -> {
            throw new UsageException("expected a writable file for --summary but found none at " + file);
        });
    }

    /** From now on, a signal waits for the batch to stop by itself. */
    void work() {
        isWorking = true;
    }

    /** Notes a batch that has come to its end. */
    synchronized void completed(RunSummary batch) {
        done.add(batch);
    }

    /** {@return the exit code after all that was to be done is done} */
    synchronized int end() {
        JobSettings job = settings;
        Optional<RunSummary> total = done.stream().reduce(RunSummary::plus);
        if (total.isEmpty() || job == null || !total.get().status().equals(RunSummary.PUBLISHED)) {
            return end(Ending.of(Status.NOTHING_NEW, ExitCode.OK));
        }
        RunSummary all = total.get();
        return end(
                all.rejected() > job.maxRejectedShare() * all.read()
                        ? Ending.of(
                                Status.PUBLISHED,
                                ExitCode.TOO_MANY_REJECTED,
                                Optional.empty(),
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%,d of %,d records were rejected, more than limits.max_rejected_share allows; see:"
                                                + " SELECT * FROM read_parquet('%s/current/rejects/*.parquet')",
                                        all.rejected(),
                                        all.read(),
                                        job.output()))
                        : Ending.of(Status.PUBLISHED, ExitCode.OK));
    }

    /** {@return the exit code after an ending; only the first is reported} */
    synchronized int end(Ending ending) {
        if (reported.getCount() == 0) {
            return exitCode;
        }
        exitCode = StopSignal.exitCode(ending.exitCode());
        ending.line().ifPresent(line -> System.err.println("pullquote: " + Printable.line(line)));
        exitCode = write(ending.withExitCode(exitCode));
        done.forEach(batch -> System.out.println(batch.text()));
        reported.countDown();
        return exitCode;
    }

    private int write(Ending ending) {
        Optional<SummaryFile> file = summaryFile();
        try {
            if (file.isPresent()) {
                file.get().write(report(ending).json() + "\n");
            }
            return ending.exitCode();
        } catch (IOException unwritable) {
            LOG.error(
                    "expected a writable file for --summary at {} but found {}; the run itself ended as said here",
                    file.get(),
                    Printable.line(String.valueOf(unwritable.getMessage())));
            return ending.exitCode() == ExitCode.OK ? ExitCode.FAILED : ending.exitCode();
        }
    }

    private Optional<SummaryFile> summaryFile() {
        return Optional.ofNullable(summary).or(path::find).map(SummaryFile::new);
    }

    private RunReport report(Ending ending) {
        Optional<JobSettings> job = Optional.ofNullable(settings);
        Optional<RunSummary> total = done.stream().reduce(RunSummary::plus);
        String counted = counters.runId();
        return new RunReport(
                ending,
                Version.product(),
                job.map(set -> new RunReport.Job(
                        set.source(), set.input().toString(), set.output().toString())),
                began,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                counted.isEmpty() ? total.map(RunSummary::runId) : Optional.of(counted),
                job.flatMap(set -> currentSnapshot(set.output())),
                counters.bytes(),
                total,
                counters.times().millis());
    }

    private static Optional<String> currentSnapshot(Path output) {
        try {
            Path target = Files.readSymbolicLink(output.resolve("current"));
            return Optional.ofNullable(target.getFileName()).map(Path::toString);
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /** At the end of the process: where a signal ends it, its run is given the time to stop and to say so itself. */
    void endOnSignal() {
        if (!StopSignal.isReceived() || !path.isRun()) {
            return;
        }
        try {
            if (isWorking && !reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("the run did not stop within {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        end(Ending.of(
                Status.STOPPED,
                ExitCode.TERMINATED,
                Optional.empty(),
                "the run was stopped; what was published stands, the next run goes on: jobs/pullquote run"));
    }
}
