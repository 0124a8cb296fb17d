package pullquote.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Puts a failed execution into the one line that the operator needs. */
final class Failures {
    private static final int LONGEST = 500;

    private Failures() {}

    static BatchFailedException of(RunParameters run, JobExecution execution) {
        // the innermost step tells most: a split before the step that waits for it
        Optional<StepExecution> failed = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .reduce((first, second) -> second.getFailureExceptions().isEmpty() ? first : second);
        String where = failed.map(StepExecution::getStepName).orElse("its start");
        String status = execution.getStatus() == BatchStatus.STOPPED
                ? "stopped"
                : execution.getStatus().name().toLowerCase(Locale.ROOT);
        List<Throwable> causes = failed.filter(
                        step -> !step.getFailureExceptions().isEmpty())
                .map(StepExecution::getFailureExceptions)
                .orElse(execution.getAllFailureExceptions());
        Throwable root = causes.isEmpty() ? null : root(causes.get(0));
        String why = root == null
                ? ""
                : ": " + (root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
        String line = "run " + run.number().id() + " " + status + " in step " + where + why;
        String printable = RunLog.printable(line);
        String cut = printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
        String mend = cut + "; what was published stands, finish it with: jobs/pullquote run";
        return root == null ? new BatchFailedException(mend) : new BatchFailedException(mend, root);
    }

    static boolean isInputChanged(Throwable failure) {
        return root(failure) instanceof InputChangedException;
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
