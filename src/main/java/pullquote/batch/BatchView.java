package pullquote.batch;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import pullquote.batch.Ledger.KnownFile;
import pullquote.intake.InputFile;

/**
 * One output's batches, to be looked at: nothing is written, made or locked, so that anybody who may read the output can
 * look at any time, while a run is going on, too.
 */
public final class BatchView implements AutoCloseable {
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
        new OutputCheck(settings).refuseLostState();
        return new BatchView(settings, JobDatabaseView.of(settings.state()));
    }

    /** {@return what a run would read now; without a job repository, everything is new} */
    public Preview preview() {
        AtomicLong files = new AtomicLong();
        long changing = PlanTasklet.scan(settings, Clock.systemUTC()).forEach(file -> {
            if (isToRead(file)) {
                files.incrementAndGet();
            }
        });
        return new Preview(files.get(), changing);
    }

    private boolean isToRead(InputFile file) {
        Optional<KnownFile> known = database.flatMap(view -> view.read(jdbc -> new Ledger(jdbc).known(file.uri())));
        return known.isEmpty() || known.get().version() == 0 || PlanTasklet.isToRead(file, known.get());
    }

    @Override
    public void close() {
        database.ifPresent(JobDatabaseView::close);
    }
}
