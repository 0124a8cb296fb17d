package pullquote.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import pullquote.report.Stage;
import pullquote.report.StageTimes;

/** Adds up what the splits counted, has the snapshot built and switched to, and leaves the run's counts for the report. */
final class PublishTasklet implements Tasklet {
    private final Publisher publisher;
    private final Ledger ledger;
    private final JobRepository repository;
    private final StageTimes times;

    PublishTasklet(Publisher publisher, Ledger ledger, JobRepository repository, StageTimes times) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.repository = repository;
        this.times = times;
    }

    /** The first time builds, in a transaction of its own; the second time switches. */
    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        times.begin();
        RepeatStatus status = publish(contribution);
        times.end(Stage.PUBLISH);
        return status;
    }

    private RepeatStatus publish(StepContribution contribution) throws IOException {
        StepExecution step = contribution.getStepExecution();
        RunNumber run = RunParameters.of(step).number();
        Optional<RunCounts> built = RunCounts.load(step.getExecutionContext());
        if (built.isEmpty()) {
            RunCounts counts = publisher.build(
                    run, SplitCounts.sum(splits(step.getJobExecution().getJobInstance(), run.no())));
            counts.store(step.getExecutionContext());
            return RepeatStatus.continueIf(counts.published());
        }
        publisher.finish(run);
        return RepeatStatus.FINISHED;
    }

    private List<SplitCounts> splits(JobInstance instance, long runNo) {
        List<SplitCounts> all = new ArrayList<>();
        StepExecution plan = repository.getLastStepExecution(instance, BatchConfiguration.PLAN);
        if (plan != null) {
            all.add(SplitCounts.load(plan.getExecutionContext()));
        }
        for (int split = 1; split <= ledger.splitCount(runNo); split++) {
            String name = BatchConfiguration.EXTRACT_SPLIT + ":" + SplitPartitioner.name(split);
            StepExecution last = repository.getLastStepExecution(instance, name);
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("Expected " + name + " to be completed but found "
                        + (last == null ? "no execution" : last.getStatus()));
            }
            all.add(SplitCounts.load(last.getExecutionContext()));
        }
        return all;
    }
}
