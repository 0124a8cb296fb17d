package pullquote.batch;

import java.util.List;
import java.util.Optional;
import pullquote.report.Progress;

/**
 * How one output's batches are at a moment.
 *
 * @param snapshotId the snapshot that readers see, if any was ever published
 * @param holder the process that holds the output now, {@code process 123, since …}
 * @param running how far the run that is going on has come
 * @param executions the last executions, newest first; empty when the run that is going on writes all the time, as it does
 *     for some seconds while it publishes many dispatches
 */
public record OutputStatus(
        Optional<String> snapshotId,
        Optional<String> holder,
        Optional<Progress> running,
        Optional<List<ExecutionReport>> executions) {
    public OutputStatus {
        executions = executions.map(List::copyOf);
    }
}
