package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import pullquote.report.Counters;
import pullquote.report.RunSummary;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;

/**
 * One output's batches: runs them, finishes those that did not end, and tells of those that did.
 *
 * <p>While it is open, it holds the output: no other process can run on it.
 */
public final class Batch implements AutoCloseable {
    private final JobSettings settings;
    private final OutputLock lock;
    private final JobDatabase database;
    private final ConfigurableApplicationContext context;
    private final OutputCheck check;

    private Batch(
            JobSettings settings,
            OutputLock lock,
            JobDatabase database,
            ConfigurableApplicationContext context,
            OutputCheck check) {
        this.settings = settings;
        this.lock = lock;
        this.database = database;
        this.context = context;
        this.check = check;
    }

    /**
     * {@return the batches of the settings' output}
     *
     * @param settings what the job is told
     * @param counters counts what is done while it is done
     * @throws OutputBusyException when another process holds the output
     * @throws BatchFailedException when output or state can't be used
     */
    public static Batch open(JobSettings settings, Counters counters) {
        return open(settings, counters, false);
    }

    /**
     * {@return the batches of the settings' output, with a job repository made anew from the published tables}
     *
     * @param settings what the job is told
     * @param counters counts what is done while it is done
     * @throws OutputBusyException when another process holds the output
     * @throws BatchFailedException when output or state can't be used
     */
    public static Batch openRebuilt(JobSettings settings, Counters counters) {
        return open(settings, counters, true);
    }

    private static Batch open(JobSettings settings, Counters counters, boolean rebuild) {
        OutputLock lock = OutputLock.acquire(settings.output());
        JobDatabase database = null;
        OutputCheck check = new OutputCheck(settings);
        try {
            check.refuseOtherFileSystem();
            if (rebuild) {
                new StateRebuild(settings).run();
            }
            check.refuseLostState();
            database = JobDatabase.open(settings.state(), 2 * settings.threads() + 6, !check.isPublished());
            JobDatabase opened = database;
            // without Spring Boot: nothing here wants its environment, and it would take a third of the time to start
            AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
            context.registerBean(JobSettings.class, () -> settings);
            context.registerBean(Counters.class, () -> counters);
            context.registerBean(JobDatabase.class, () -> opened, d -> d.setDestroyMethodName(""));
            context.register(BatchConfiguration.class);
            context.refresh();
            Batch batch = new Batch(settings, lock, database, context, check);
            if (rebuild) {
                batch.publishRebuilt();
            }
            return batch;
        } catch (RuntimeException failed) {
            if (database != null) {
                database.close();
            }
            lock.close();
            throw failed instanceof BatchFailedException || failed instanceof OutputBusyException
                    ? failed
                    : Failures.of("can't use the job repository in " + settings.state(), failed, settings.state());
        }
    }

    /** Where files were lost, the next snapshot is of those that are whole; what is lost is read again by the next run. */
    private void publishRebuilt() {
        if (!check.isDamaged(bean(FileLedger.class))) {
            return;
        }
        RunNumber run = newRun(Optional.empty()).number();
        Publisher publisher = bean(Publisher.class);
        TransactionTemplate transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        try {
            transaction.executeWithoutResult(status -> {
                new Manifest(bean(Ledger.class).jdbc(), run, settings.source())
                        .freeze(settings.input(), settings.jobSha256(), 0, 1, settings.splitBytes());
                publisher.rebuild(run);
            });
            transaction.executeWithoutResult(status -> publisher.finish(run));
        } catch (UncheckedIOException failed) {
            throw Failures.of("can't publish what is whole", failed, settings.output());
        }
    }

    /** {@return whether the last batch did not finish} */
    public boolean hasUnfinished() {
        return unfinished().isPresent();
    }

    /**
     * Finishes the last batch if it did not finish, then runs the next one.
     *
     * @param ended is given a summary of each batch that did something; of the last one, if none did
     * @throws InputMissingException when the input is not what it has to be for a next batch
     * @throws BatchFailedException when a batch fails
     */
    public void run(Consumer<RunSummary> ended) {
        guarded(() -> {
            runAll(ended);
            return true;
        });
    }

    /** {@return a summary of each batch that did something; of the last one, if none did} */
    public List<RunSummary> run() {
        List<RunSummary> summaries = new ArrayList<>();
        run(summaries::add);
        return summaries;
    }

    private void runAll(Consumer<RunSummary> ended) {
        check.refuseOtherState(bean(Ledger.class), bean(FileLedger.class));
        Optional<JobExecution> open = unfinished();
        open.ifPresent(execution -> ended.accept(finish(execution)));
        requireInput();
        RunSummary next = start(newRun(Optional.empty()));
        if (open.isEmpty() || next.status().equals(RunSummary.PUBLISHED) || next.deferred() > 0) {
            ended.accept(next);
        }
    }

    private void requireInput() {
        new InputCheck(settings, Clock.systemUTC()).require(bean(Ledger.class).hasRead(settings.source()));
    }

    /**
     * Finishes a failed batch, or does steps of it again.
     *
     * @param executionId number of the execution; the last one if empty
     * @param fromStep the first step to do again; only what is missing is done if empty
     * @return the batch's summary; empty when there is nothing to do again
     */
    public Optional<RunSummary> rerun(Optional<Long> executionId, Optional<String> fromStep) {
        return guarded(() -> rerunOne(executionId, fromStep));
    }

    private Optional<RunSummary> rerunOne(Optional<Long> executionId, Optional<String> fromStep) {
        check.refuseOtherState(bean(Ledger.class), bean(FileLedger.class));
        JobExecution execution = executionId
                .map(this::execution)
                .orElseGet(() -> lastExecution()
                        .orElseThrow(() -> new BatchFailedException(
                                "expected an execution to rerun but found none; begin with: jobs/pullquote run")));
        RunParameters run = RunParameters.of(execution.getJobParameters());
        Optional<JobExecution> open = unfinished();
        boolean isOpen = open.isPresent() && open.get().getJobInstanceId() == execution.getJobInstanceId();
        if (open.isPresent() && !isOpen) {
            throw new BatchFailedException("expected the last batch to be finished first but found execution "
                    + open.get().getId() + " unfinished; finish it with: jobs/pullquote rerun");
        }
        if (isOpen) {
            return Optional.of(redo(recovered(open.get()), run, fromStep));
        }
        boolean readAgain = fromStep.isPresent()
                && (fromStep.get().equals(BatchConfiguration.PLAN)
                        || fromStep.get().equals(BatchConfiguration.EXTRACT));
        if (readAgain) {
            InputCheck.requireFolder(bean(Ledger.class).inputRoot(run.number().no()));
        }
        return readAgain ? Optional.of(start(newRun(Optional.of(run.number().no())))) : Optional.empty();
    }

    private RunSummary redo(JobExecution open, RunParameters run, Optional<String> fromStep) {
        if (currentSnapshot().equals(Optional.of(run.number().id()))) {
            // readers see it already: there is no way back, only the end
            RunLog.info(
                    "run {} has switched to its snapshot; finishing it",
                    run.number().id());
            return start(run);
        }
        Reruns reruns = new Reruns(bean(JobRepository.class), bean(Ledger.class));
        if (fromStep.isPresent() && fromStep.get().equals(BatchConfiguration.PLAN)) {
            requireInput();
            reruns.giveUp(open);
            return start(newRun(Optional.empty()));
        }
        fromStep.ifPresent(step -> reruns.reopen(open, step));
        return start(run);
    }

    /**
     * Drops old snapshots and the metadata of old batches.
     *
     * @param keep how many of the newest stay
     * @param grace snapshots that were current within this time stay, too
     * @return the snapshots that were dropped
     */
    public List<String> prune(int keep, Duration grace) {
        check.refuseOtherState(bean(Ledger.class), bean(FileLedger.class));
        try {
            SnapshotStore store = new SnapshotStore(settings.output());
            List<String> dropped =
                    store.prune(keep, grace).stream().map(Snapshot::id).toList();
            List<Snapshot> left = store.list();
            if (!left.isEmpty()) {
                guarded(() -> new Reruns(bean(JobRepository.class), bean(Ledger.class))
                        .pruneBefore(left.get(0).id()));
            }
            return dropped;
        } catch (IOException undeletable) {
            throw new BatchFailedException(
                    "expected to drop old snapshots but found " + undeletable + "; mend it, then prune again",
                    undeletable);
        }
    }

    /** The job repository is written all along: a disk that is full stops anything. */
    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException unwritten) {
            throw Failures.of("can't use the job repository in " + settings.state(), unwritten, settings.state());
        }
    }

    private RunSummary finish(JobExecution execution) {
        RunParameters run = RunParameters.of(execution.getJobParameters());
        RunLog.info(
                "run {} did not finish ({}); finishing it first", run.number().id(), execution.getStatus());
        recovered(execution);
        return start(run);
    }

    /** An execution whose process died is marked as failed, so that it can be started again. */
    private JobExecution recovered(JobExecution execution) {
        new Reruns(bean(JobRepository.class), bean(Ledger.class)).allowAgain(execution.getJobInstance());
        return execution.getStatus().isRunning() || execution.getStatus() == BatchStatus.UNKNOWN
                ? bean(JobOperator.class).recover(execution)
                : execution;
    }

    private RunParameters newRun(Optional<Long> again) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new RunParameters(RunNumber.of(bean(Ledger.class).nextRunNo(), now), again);
    }

    private RunSummary start(RunParameters run) {
        return new BatchRun(
                        run,
                        settings,
                        bean(JobOperator.class),
                        bean(JobRepository.class),
                        bean(Job.class),
                        bean(Counters.class))
                .run(this::currentSnapshot);
    }

    private Optional<String> currentSnapshot() {
        return check.current().map(Snapshot::id);
    }

    private Optional<JobExecution> lastExecution() {
        JobRepository repository = bean(JobRepository.class);
        JobInstance last = repository.getLastJobInstance(BatchConfiguration.JOB);
        return last == null ? Optional.empty() : Optional.ofNullable(repository.getLastJobExecution(last));
    }

    private Optional<JobExecution> unfinished() {
        return lastExecution()
                .filter(e -> e.getStatus() != BatchStatus.COMPLETED && e.getStatus() != BatchStatus.ABANDONED);
    }

    private JobExecution execution(long id) {
        JobRepository repository = bean(JobRepository.class);
        List<JobExecution> all = repository.getJobInstances(BatchConfiguration.JOB, 0, Integer.MAX_VALUE).stream()
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .toList();
        return all.stream()
                .filter(execution -> execution.getId() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchExecutionException(
                        id, all.stream().map(JobExecution::getId).toList()));
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
        lock.close();
    }
}
