package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import pullquote.batch.Ledger.KnownFile;
import pullquote.intake.InputFile;
import pullquote.report.Progress;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;

/**
 * One output's batches, to be looked at: nothing is written, made or locked, so that anybody who may read the output and
 * its state can look at any time, even while a run is going on.
 */
public final class BatchView implements AutoCloseable {
    private static final int TRIES = 5;

    private final JobSettings settings;
    private final Optional<JobDatabaseView> database;

    private BatchView(JobSettings settings, Optional<JobDatabaseView> database) {
        this.settings = settings;
        this.database = database;
    }

    /**
     * {@return a view of the batches of the settings' output}
     *
     * @throws BatchFailedException when the state is lost or can't be read
     */
    public static BatchView open(JobSettings settings) {
        requireReadable(settings.output());
        requireReadable(settings.state());
        new OutputCheck(settings).refuseLostState();
        return new BatchView(settings, JobDatabaseView.of(settings.state()));
    }

    /** A folder that can't be looked into must not be taken for an empty one. */
    private static void requireReadable(Path folder) {
        if (Files.isDirectory(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
            throw new BatchFailedException(
                    "expected permission to read " + folder + " but found none; look as the user that runs the job");
        }
    }

    /** {@return whether no run has ever used an output} */
    public static boolean isUnused(JobSettings settings) {
        requireReadable(settings.output());
        requireReadable(settings.state());
        return !JobDatabase.exists(settings.state()) && !new OutputCheck(settings).isPublished();
    }

    /**
     * {@return how the output's batches are}
     *
     * @param most how many executions, of the newest
     */
    public OutputStatus status(int most) {
        for (int attempt = 1; ; attempt++) {
            Optional<String> holder = OutputLock.holder(settings.output());
            Optional<Progress> running = running(holder);
            Optional<List<ExecutionReport>> executions = executions(most, running);
            // a run that began or ended meanwhile would be taken for one that was cut short
            boolean isSameRun = running(OutputLock.holder(settings.output()))
                    .map(Progress::startedAt)
                    .equals(running.map(Progress::startedAt));
            if (isSameRun || attempt == TRIES) {
                return new OutputStatus(snapshotId(), holder, running, executions);
            }
            database.ifPresent(JobDatabaseView::close);
        }
    }

    private Optional<List<ExecutionReport>> executions(int most, Optional<Progress> running) {
        if (database.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(database.get().read(jdbc -> executions(jdbc, most, running)));
        } catch (BatchFailedException unread) {
            if (running.isEmpty()) {
                throw unread;
            }
            return Optional.empty();
        }
    }

    /** A link that is broken is no reason to show nothing: the next run names it. */
    private Optional<String> snapshotId() {
        try {
            return new SnapshotStore(settings.output()).current().map(Snapshot::id);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** {@return how far a run has come, if the process that holds the output is at one} */
    private Optional<Progress> running(Optional<String> holder) {
        return ProgressFile.read(settings.state())
                .filter(progress -> holder.isPresent() && OutputLock.isProcess(holder.get(), progress.pid()));
    }

    private static List<ExecutionReport> executions(JdbcTemplate jdbc, int most, Optional<Progress> running) {
        JobRepository repository = repository(Objects.requireNonNull(jdbc.getDataSource()));
        List<JobExecution> executions = new ArrayList<>();
        for (JobInstance instance : repository.getJobInstances(BatchConfiguration.JOB, 0, most)) {
            executions.addAll(repository.getJobExecutions(instance));
        }
        executions.sort(Comparator.comparing(JobExecution::getId).reversed());
        return executions.stream()
                .limit(most)
                .map(execution -> ExecutionReport.of(
                        execution, isOf(execution, running, executions.get(0)), newest(executions, execution)))
                .toList();
    }

    /** {@return the newest execution of the same batch} */
    private static long newest(List<JobExecution> newestFirst, JobExecution of) {
        return newestFirst.stream()
                .filter(execution -> execution.getJobInstanceId() == of.getJobInstanceId())
                .findFirst()
                .orElse(of)
                .getId();
    }

    /** Of a run's executions only the last can be running. */
    private static boolean isOf(JobExecution execution, Optional<Progress> running, JobExecution last) {
        return execution.getId() == last.getId()
                && running.filter(progress -> RunParameters.of(execution.getJobParameters())
                                .number()
                                .id()
                                .equals(progress.runId()))
                        .isPresent();
    }

    private static JobRepository repository(DataSource source) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setTransactionManager(new ResourcelessTransactionManager());
        factory.setSerializer(BatchConfiguration.serializer());
        factory.setConversionService(BatchConfiguration.numbers());
        try {
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** {@return what a run would read now; without a job repository, everything is new} */
    public Preview preview() {
        return database.map(view -> view.read(jdbc -> preview(new Ledger(jdbc))))
                .orElseGet(this::everything);
    }

    private Preview everything() {
        AtomicLong files = new AtomicLong();
        long changing = InputPlan.scan(settings, Clock.systemUTC()).forEach(file -> files.incrementAndGet());
        return new Preview(files.get(), changing, List.of());
    }

    private Preview preview(Ledger ledger) {
        ToPreview taker = new ToPreview();
        long changing = new InputPlan(settings, ledger, Clock.systemUTC()).each(taker);
        return new Preview(taker.files, changing, taker.changes);
    }

    /** Counts what was decided. */
    private static final class ToPreview implements InputPlan.Taker {
        private final List<Preview.Change> changes = new ArrayList<>();
        private long files;

        @Override
        public void fresh(InputFile file) {
            files++;
        }

        @Override
        public void again(KnownFile known, InputFile file) {
            files++;
        }

        @Override
        public void changed(KnownFile known, InputFile file) {
            files++;
        }

        @Override
        public void touched(KnownFile known, InputFile file) {}

        @Override
        public void decided(FileChange change) {
            if (change.supersededByOthers() > 0 || change.isReused()) {
                changes.add(new Preview.Change(change.file().uri(), change.supersededByOthers(), change.isReused()));
            }
        }
    }

    @Override
    public void close() {
        database.ifPresent(JobDatabaseView::close);
    }
}
