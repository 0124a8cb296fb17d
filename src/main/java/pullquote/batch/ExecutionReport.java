package pullquote.batch;

import java.time.OffsetDateTime;
import java.util.ArrayList;
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
 * @param status {@code completed}, {@code running}, {@code failed}, {@code stopped}, {@code abandoned} or {@code cut short}
 * @param started when it began
 * @param ended when it ended; empty while it runs and after a crash
 * @param steps its steps, in order; extract stands for all its splits
 * @param rerun what a rerun would do
 */
public record ExecutionReport(
        long id,
        String runId,
        String status,
        Optional<OffsetDateTime> started,
        Optional<OffsetDateTime> ended,
        List<StepReport> steps,
        String rerun) {
    /** At most this many splits are shown by name. */
    private static final int NAMED = 5;

    /**
     * One step.
     *
     * @param name its name; a split's step bears the split's
     * @param status as an execution's, or {@code waiting}
     * @param started when it began
     * @param ended when it ended
     * @param read records read
     * @param written dispatches accepted
     * @param rejected records rejected
     * @param splits the splits that it extracts, if it does
     */
    public record StepReport(
            String name,
            String status,
            Optional<OffsetDateTime> started,
            Optional<OffsetDateTime> ended,
            long read,
            long written,
            long rejected,
            Optional<Splits> splits) {}

    /**
     * The splits that one execution works on; those that an earlier one had finished are not among them.
     *
     * @param done how many are finished
     * @param all how many there are
     * @param open some of those that began but are not finished
     */
    public record Splits(long done, long all, List<StepReport> open) {}

    /**
     * {@return the report on an execution}
     *
     * @param isRunning whether a process is at work on it; else, what looks as if it ran was cut short
     * @param newest the newest execution of the same batch
     */
    static ExecutionReport of(JobExecution execution, boolean isRunning, long newest) {
        List<StepExecution> all = execution.getStepExecutions().stream()
                .sorted(Comparator.comparing(StepExecution::getId))
                .toList();
        List<StepExecution> splits = all.stream()
                .filter(step -> SplitPartitioner.isSplit(step.getStepName()))
                .toList();
        List<StepReport> steps = new ArrayList<>();
        for (StepExecution step : all) {
            if (step.getStepName().equals(BatchConfiguration.EXTRACT)) {
                steps.add(extract(step, splits, isRunning));
            } else if (!SplitPartitioner.isSplit(step.getStepName())) {
                steps.add(step(step, isRunning));
            }
        }
        return new ExecutionReport(
                execution.getId(),
                RunParameters.of(execution.getJobParameters()).number().id(),
                status(execution.getStatus(), isRunning),
                Optional.ofNullable(execution.getStartTime()).map(time -> ZoneNote.of(execution, time)),
                Optional.ofNullable(execution.getEndTime()).map(time -> ZoneNote.of(execution, time)),
                steps,
                rerun(execution, isRunning, newest));
    }

    private static StepReport extract(StepExecution extract, List<StepExecution> splits, boolean isRunning) {
        SplitCounts sum = SplitCounts.sum(splits.stream()
                .map(split -> SplitCounts.load(split.getExecutionContext()))
                .toList());
        List<StepExecution> left = splits.stream()
                .filter(split -> split.getStatus() != BatchStatus.COMPLETED)
                .toList();
        // those that failed come first
        List<StepReport> open = left.stream()
                .filter(split -> split.getStartTime() != null)
                .sorted(Comparator.comparing((StepExecution split) ->
                        split.getStatus().isRunning() || split.getStatus() == BatchStatus.STOPPED))
                .limit(NAMED)
                .map(split -> step(split, isRunning))
                .toList();
        return step(extract, sum, isRunning, Optional.of(new Splits(splits.size() - left.size(), splits.size(), open)));
    }

    private static StepReport step(StepExecution step, boolean isRunning) {
        return step(step, SplitCounts.load(step.getExecutionContext()), isRunning, Optional.empty());
    }

    private static StepReport step(StepExecution step, SplitCounts counts, boolean isRunning, Optional<Splits> splits) {
        JobExecution execution = step.getJobExecution();
        return new StepReport(
                step.getStepName(),
                step.getStartTime() == null && step.getStatus() == BatchStatus.STARTING && isRunning
                        ? "waiting"
                        : status(step.getStatus(), isRunning),
                Optional.ofNullable(step.getStartTime()).map(time -> ZoneNote.of(execution, time)),
                Optional.ofNullable(step.getEndTime()).map(time -> ZoneNote.of(execution, time)),
                counts.read(),
                counts.get("accepted"),
                counts.get("rejected"),
                splits);
    }

    private static String rerun(JobExecution execution, boolean isRunning, long newest) {
        if (isRunning && execution.getStatus().isRunning()) {
            return "nothing: it is running";
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return "nothing: it is complete";
        }
        if (execution.getStatus() == BatchStatus.ABANDONED) {
            return "nothing: it was given up";
        }
        if (newest > execution.getId()) {
            return "nothing: execution " + newest + " went on with it";
        }
        List<StepExecution> open = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .sorted(Comparator.comparing(StepExecution::getId))
                .toList();
        long splits = open.stream()
                .filter(step -> SplitPartitioner.isSplit(step.getStepName()))
                .count();
        String steps = String.join(
                ", ",
                open.stream()
                        .map(StepExecution::getStepName)
                        .filter(name -> !SplitPartitioner.isSplit(name))
                        .map(name -> name.equals(BatchConfiguration.EXTRACT) && splits > 0
                                ? name + " (" + splits + (splits == 1 ? " split)" : " splits)")
                                : name)
                        .toList());
        return steps.isEmpty() ? "the steps that are not there yet" : "go on with " + steps;
    }

    private static String status(BatchStatus status, boolean isRunning) {
        if (status.isRunning()) {
            return isRunning ? "running" : "cut short";
        }
        return status.name().toLowerCase(Locale.ROOT);
    }
}
