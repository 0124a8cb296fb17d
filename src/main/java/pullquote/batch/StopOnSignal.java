package pullquote.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * While it is open, a signal to end (SIGTERM, SIGINT) stops the job at the end of its transactions and waits for that,
 * so that the job repository knows what was done.
 */
final class StopOnSignal implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    private final JobOperator operator;
    private final JobRepository repository;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-on-signal");

    /**
     * Begins to wait for a signal.
     *
     * @throws BatchStoppedException when there was one before
     */
    StopOnSignal(JobOperator operator, JobRepository repository, RunParameters run) {
        this.operator = operator;
        this.repository = repository;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            throw Failures.stoppedBefore(run);
        }
    }

    private void stop() {
        RunLog.info("stopping when the records in hand are done, within {} s", PATIENCE_SECONDS);
        try {
            for (JobExecution running : repository.findRunningJobExecutions(BatchConfiguration.JOB)) {
                operator.stop(running);
            }
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                RunLog.info("the job did not stop within {} s; the next run recovers it", PATIENCE_SECONDS);
            }
        } catch (JobExecutionNotRunningException alreadyEnded) {
            RunLog.info("the job had ended already");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook is at work; it ends now
        }
    }
}
