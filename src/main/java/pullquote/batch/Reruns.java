package pullquote.batch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import pullquote.text.Printable;

/** Changes what the job repository holds of past executions, so that steps are done again or forgotten. */
final class Reruns {
    private final JobRepository repository;
    private final Ledger ledger;

    Reruns(JobRepository repository, Ledger ledger) {
        this.repository = repository;
        this.ledger = ledger;
    }

    /** Marks a step and those after it as not done, so that a restart does them again. */
    void reopen(JobExecution execution, String fromStep) {
        List<String> steps = List.of(
                BatchConfiguration.PLAN,
                BatchConfiguration.EXTRACT,
                BatchConfiguration.PUBLISH,
                BatchConfiguration.REPORT);
        int from = steps.indexOf(fromStep);
        if (from < 0) {
            throw new BatchFailedException(
                    "expected one of " + steps + " for --from-step but found " + Printable.line(fromStep));
        }
        JobInstance instance = execution.getJobInstance();
        for (String step : steps.subList(from, steps.size())) {
            reopen(instance, step);
        }
        if (from <= steps.indexOf(BatchConfiguration.EXTRACT)) {
            long runNo = RunParameters.of(execution.getJobParameters()).number().no();
            for (int split = 1; split <= ledger.splitCount(runNo); split++) {
                reopen(instance, SplitPartitioner.stepName(split));
            }
        }
    }

    private void reopen(JobInstance instance, String step) {
        StepExecution last = repository.getLastStepExecution(instance, step);
        if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            last.setStatus(BatchStatus.FAILED);
            last.setExitStatus(ExitStatus.FAILED.addExitDescription("to be done again"));
            repository.update(last);
            if (step.equals(BatchConfiguration.PUBLISH)) {
                last.setExecutionContext(new ExecutionContext());
                repository.updateExecutionContext(last);
            }
        }
    }

    /**
     * Marks steps as failed whose end could not be written down, as on a full disk. Spring Batch takes their work for one
     * that can't be rolled back and refuses to begin them again; here every step begins its files anew.
     */
    void allowAgain(JobInstance instance) {
        for (JobExecution execution : repository.getJobExecutions(instance)) {
            for (StepExecution step : execution.getStepExecutions()) {
                if (step.getStatus() == BatchStatus.UNKNOWN) {
                    step.setStatus(BatchStatus.FAILED);
                    step.setExitStatus(ExitStatus.FAILED.addExitDescription("its end could not be written down"));
                    repository.update(step);
                }
            }
        }
    }

    /** Marks an execution as one that will never be finished. */
    void giveUp(JobExecution execution) {
        ledger.giveUp(RunParameters.of(execution.getJobParameters()).number().no());
        execution.setStatus(BatchStatus.ABANDONED);
        execution.setExitStatus(new ExitStatus("ABANDONED", "planned anew"));
        execution.setEndTime(Optional.ofNullable(execution.getEndTime()).orElseGet(LocalDateTime::now));
        repository.update(execution);
    }

    /**
     * Forgets the batches before one.
     *
     * @return how many
     */
    int pruneBefore(String runId) {
        int forgotten = 0;
        for (JobInstance instance : repository.getJobInstances(BatchConfiguration.JOB, 0, Integer.MAX_VALUE)) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            if (executions.stream().allMatch(execution -> isBefore(execution, runId))) {
                for (JobExecution execution : executions) {
                    ledger.forgetManifest(RunParameters.of(execution.getJobParameters())
                            .number()
                            .no());
                    repository.deleteJobExecution(execution);
                }
                repository.deleteJobInstance(instance);
                forgotten++;
            }
        }
        return forgotten;
    }

    private static boolean isBefore(JobExecution execution, String runId) {
        return RunParameters.of(execution.getJobParameters()).number().id().compareTo(runId) < 0;
    }
}
