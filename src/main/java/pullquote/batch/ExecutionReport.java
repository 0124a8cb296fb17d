package pullquote.batch;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * One execution of a batch, as {@code status} shows it.
 *
 * @param id its number
 * @param runId the run that it belongs to
 * @param status how it stands
 * @param started when it began, in the machine's zone
 * @param ended when it ended; empty while it runs and after a crash
 * @param steps its steps, in order
 * @param rerun what a rerun would do
 */
public record ExecutionReport(
        long id,
        String runId,
        String status,
        Optional<LocalDateTime> started,
        Optional<LocalDateTime> ended,
        List<StepReport> steps,
        String rerun) {

    /**
     * One step.
     *
     * @param name its name; a split's step bears the split's
     * @param status how it stands
     * @param started when it began
     * @param ended when it ended
     * @param read records read
     * @param written dispatches accepted
     * @param rejected records rejected
     */
    public record StepReport(
            String name,
            String status,
            Optional<LocalDateTime> started,
            Optional<LocalDateTime> ended,
            long read,
            long written,
            long rejected) {}

    static ExecutionReport of(JobExecution execution) {
        List<StepReport> steps = execution.getStepExecutions().stream()
                .sorted(Comparator.comparing(StepExecution::getId))
                .map(ExecutionReport::step)
                .toList();
        return new ExecutionReport(
                execution.getId(),
                RunParameters.of(execution.getJobParameters()).number().id(),
                lower(execution.getStatus()),
                Optional.ofNullable(execution.getStartTime()),
                Optional.ofNullable(execution.getEndTime()),
                steps,
                rerun(execution));
    }

    private static String rerun(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return "nothing: it is complete";
        }
        if (execution.getStatus() == BatchStatus.ABANDONED) {
            return "nothing: it was given up";
        }
        List<String> open = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .map(StepExecution::getStepName)
                .sorted()
                .toList();
        return open.isEmpty() ? "the steps that are not there yet" : "go on with " + String.join(", ", open);
    }

    private static StepReport step(StepExecution step) {
        SplitCounts counts = SplitCounts.load(step.getExecutionContext());
        return new StepReport(
                step.getStepName(),
                lower(step.getStatus()),
                Optional.ofNullable(step.getStartTime()),
                Optional.ofNullable(step.getEndTime()),
                counts.read(),
                counts.get("accepted"),
                counts.get("rejected"));
    }

    /** Whoever looks holds the output's lock, so what says that it runs was cut short. */
    private static String lower(BatchStatus status) {
        return status.isRunning() ? "cut short" : status.name().toLowerCase(Locale.ROOT);
    }
}
