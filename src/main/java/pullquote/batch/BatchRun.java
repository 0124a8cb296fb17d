package pullquote.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import pullquote.report.Counters;
import pullquote.report.RunSummary;

/** Runs one batch to its end, from its beginning or from where an earlier process left it. */
final class BatchRun {
    /** A retry leaves at least one changed file for a later run, so that they come to an end. */
    private static final int TRIES = 100;

    private final RunParameters run;
    private final JobSettings settings;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final Counters counters;
    private final Instant began = Instant.now();

    BatchRun(
            RunParameters run,
            JobSettings settings,
            JobOperator operator,
            JobRepository repository,
            Job job,
            Counters counters) {
        this.run = run;
        this.settings = settings;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.counters = counters;
    }

    /**
     * {@return what the batch did}
     *
     * @param current finds the snapshot that is current after it
     * @throws BatchFailedException when it fails or is stopped
     */
    RunSummary run(Supplier<Optional<String>> current) {
        counters.begin(run.number().id());
        String ended = "failed";
        try {
            RunSummary summary = attempts(current);
            ended = summary.line();
            return summary;
        } catch (BatchStoppedException stopped) {
            ended = "stopped";
            throw stopped;
        } finally {
            counters.lines().drain((kind, n) -> RunLog.info("{}: and {} more", kind, n));
            RunLog.ended(run.number(), ended, Duration.between(began, Instant.now()));
        }
    }

    private RunSummary attempts(Supplier<Optional<String>> current) {
        for (int attempt = 1; ; attempt++) {
            JobExecution execution = launch();
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return completed(execution, current.get());
            }
            boolean inputChanged = execution.getAllFailureExceptions().stream().anyMatch(Failures::isInputChanged);
            if (!inputChanged || attempt == TRIES) {
                throw Failures.of(run, execution, counters.share(), settings.output(), settings.state());
            }
        }
    }

    private JobExecution launch() {
        try (StopOnSignal unused = new StopOnSignal(operator, repository, run);
                ProgressFile progress = ProgressFile.start(settings.state(), run.number(), counters)) {
            return operator.start(job, run.toJobParameters());
        } catch (JobExecutionException refused) {
            throw new BatchFailedException(
                    "run " + run.number().id() + " could not start: " + refused.getMessage()
                            + "; see: jobs/pullquote status",
                    refused);
        }
    }

    private RunSummary completed(JobExecution execution, Optional<String> current) {
        RunCounts counts = Optional.ofNullable(
                        repository.getLastStepExecution(execution.getJobInstance(), BatchConfiguration.PUBLISH))
                .flatMap(step -> RunCounts.load(step.getExecutionContext()))
                .orElseThrow(() -> new IllegalStateException("Expected the publish step's counts but found none"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new RunSummary(
                run.number().id(),
                counts.published() ? RunSummary.PUBLISHED : RunSummary.NOTHING_NEW,
                current,
                run.number().startedAt(),
                now,
                Duration.between(began, now),
                counts.files(),
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejects(),
                counts.deferred(),
                counts.vanished(),
                counts.quotations(),
                counts.superseded(),
                counts.nameReused(),
                counts.rejected(),
                settings.output().toString());
    }
}
