package pullquote.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import pullquote.storage.UnreadableTableException;
import pullquote.text.Printable;

/** Puts a failure into the one line that the operator needs. */
final class Failures {
    private static final int LONGEST = 500;
    private static final List<String> NO_ROOM = List.of("No space left", "File too large", "quota");
    private static final String FINISH = "; what was published stands, finish it with: jobs/pullquote run";

    private Failures() {}

    /** {@return what failed in a run, the step named} */
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
        String line = "run " + run.number().id() + " " + status + " in step " + where;
        return causes.isEmpty() ? new BatchFailedException(cut(line) + FINISH) : of(line, causes.get(0));
    }

    /** {@return what failed, with its reason and the command that goes on} */
    static BatchFailedException of(String line, Throwable failure) {
        if (isNoRoom(failure)) {
            return new BatchFailedException(
                    cut(line + ": " + noRoom(failure))
                            + "; what was published stands, make room, then finish it with: jobs/pullquote run",
                    failure);
        }
        return new BatchFailedException(cut(line + ": " + reason(failure)) + mend(failure), failure);
    }

    private static String mend(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof StagedFileException) {
                return "; what was published stands, read it again with: jobs/pullquote rerun --from-step extract";
            }
            if (cause instanceof UnreadableTableException) {
                return "; read what is lost again with: jobs/pullquote run --rebuild-state";
            }
        }
        return FINISH;
    }

    private static String cut(String line) {
        String printable = Printable.line(line);
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + "…" : printable;
    }

    static boolean isInputChanged(Throwable failure) {
        return root(failure) instanceof InputChangedException;
    }

    /** {@return whether the disk, a quota or a limit let nothing more be written} */
    static boolean isNoRoom(Throwable failure) {
        return !noRoom(failure).isEmpty();
    }

    private static String noRoom(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && NO_ROOM.stream().anyMatch(said::contains)) {
                return said;
            }
        }
        return "";
    }

    /** {@return the failure and all that led to it, each once: a database that closes itself names itself as its cause} */
    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        Set<Throwable> inOrder = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (seen.add(next)) {
                inOrder.add(next);
                Optional.ofNullable(next.getCause()).ifPresent(open::add);
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return inOrder;
    }

    /** {@return the reason at the bottom of a failure, in words} */
    static String reason(Throwable failure) {
        Throwable root = root(failure);
        String said = root.getMessage();
        if (root instanceof AccessDeniedException) {
            return "no leave to use " + said;
        }
        if (root instanceof NoSuchFileException) {
            return "no " + said;
        }
        return said == null ? root.getClass().getSimpleName() : said;
    }

    private static Throwable root(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable cause = failure;
        while (seen.add(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
