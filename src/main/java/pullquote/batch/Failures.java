package pullquote.batch;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import pullquote.storage.UnreadableTableException;
import pullquote.text.Printable;

/** Puts a failure into the one line that the operator needs. */
final class Failures {
    private static final int LONGEST = 500;
    private static final String FINISH = "; what was published stands, finish it with: jobs/pullquote run";

    private Failures() {}

    /**
     * {@return what failed in a run, the step named}
     *
     * @param run the run
     * @param execution how it ended
     * @param share how much of the input was read, in percent; empty when nothing was to be read yet
     * @param written the folders that were written to
     */
    static BatchFailedException of(RunParameters run, JobExecution execution, OptionalLong share, Path... written) {
        // the innermost step tells most: a split before the step that waits for it
        Optional<StepExecution> failed = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .reduce((first, second) -> second.getFailureExceptions().isEmpty() ? first : second);
        String where = failed.map(StepExecution::getStepName).orElse("its start");
        String id = run.number().id();
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return stopped(id, share, where);
        }
        List<Throwable> causes = failed.filter(
                        step -> !step.getFailureExceptions().isEmpty())
                .map(StepExecution::getFailureExceptions)
                .orElse(execution.getAllFailureExceptions());
        String line = "run " + id + " " + execution.getStatus().name().toLowerCase(Locale.ROOT) + " in step " + where;
        return causes.isEmpty()
                ? new BatchFailedException(cut(line) + FINISH, where, null)
                : of(line, where, causes.get(0), written);
    }

    private static BatchStoppedException stopped(String id, OptionalLong share, String where) {
        String at = share.isPresent() ? "at " + share.getAsLong() + " % of its input, " : "";
        return new BatchStoppedException(
                cut("run " + id + " was stopped " + at + "in step " + where)
                        + "; what was published stands, the next run goes on: jobs/pullquote run",
                where);
    }

    /** {@return that a run was stopped before its first step} */
    static BatchStoppedException stoppedBefore(RunParameters run) {
        return stopped(run.number().id(), OptionalLong.empty(), "its start");
    }

    /** {@return what failed, with its reason and the command that goes on} */
    static BatchFailedException of(String line, Throwable failure, Path... written) {
        return of(line, null, failure, written);
    }

    private static BatchFailedException of(String line, @Nullable String step, Throwable failure, Path... written) {
        Throwable root = root(failure);
        if (root instanceof InputMissingException) {
            return new InputMissingException(cut(line) + ": " + root.getMessage(), step, failure);
        }
        Optional<String> noRoom = noRoom(failure, written);
        return noRoom.isPresent()
                ? new BatchFailedException(
                        cut(line + ": " + noRoom.get())
                                + "; what was published stands, make room, then finish it with: jobs/pullquote run",
                        step,
                        failure)
                : new BatchFailedException(cut(line + ": " + reason(failure)) + mend(failure), step, failure);
    }

    private static String mend(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof OutOfMemoryError) {
                return "; what was published stands, give more memory and finish it with:"
                        + " PULLQUOTE_JAVA_OPTS=-Xmx2g jobs/pullquote run";
            }
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
    static boolean isNoRoom(Throwable failure, Path... written) {
        return noRoom(failure, written).isPresent();
    }

    private static Optional<String> noRoom(Throwable failure, Path... written) {
        return DiskRoom.here().lack(causes(failure), written);
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
        if (root instanceof OutOfMemoryError) {
            return "out of memory (" + said + ")";
        }
        if (root instanceof AccessDeniedException) {
            return "no permission to use " + said;
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
