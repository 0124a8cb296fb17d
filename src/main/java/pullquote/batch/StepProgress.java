package pullquote.batch;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import pullquote.report.Counters;

/** Lets the counters know which step a run is at, and before extract, how many bytes are still to be read. */
final class StepProgress implements StepExecutionListener {
    private final JobRepository repository;
    private final Ledger ledger;
    private final Counters counters;

    StepProgress(JobRepository repository, Ledger ledger, Counters counters) {
        this.repository = repository;
        this.ledger = ledger;
        this.counters = counters;
    }

    @Override
    public void beforeStep(StepExecution step) {
        counters.enter(step.getStepName());
        if (step.getStepName().equals(BatchConfiguration.EXTRACT)) {
            counters.plan(bytesLeft(step));
        }
    }

    private long bytesLeft(StepExecution extract) {
        long runNo = RunParameters.of(extract).number().no();
        long bytes = 0;
        for (int split = 1; split <= ledger.splitCount(runNo); split++) {
            StepExecution last = repository.getLastStepExecution(
                    extract.getJobExecution().getJobInstance(), SplitPartitioner.stepName(split));
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                bytes += ledger.byteCount(runNo, split);
            }
        }
        return bytes;
    }
}
