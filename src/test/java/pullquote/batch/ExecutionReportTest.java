package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.step.StepExecution;
import pullquote.batch.ExecutionReport.StepReport;

/** What {@code status} shows of an execution with many splits. */
class ExecutionReportTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 5, 3, 10, 0);

    private final JobExecution execution = new JobExecution(
            7,
            new JobInstance(7, BatchConfiguration.JOB),
            new RunParameters(RunNumber.of(7, Instant.parse("2026-05-03T08:00:00Z")), Optional.empty())
                    .toJobParameters());
    private long nextId = 1;

    private StepExecution step(String name, BatchStatus status) {
        StepExecution step = new StepExecution(nextId++, name, execution);
        step.setStatus(status);
        step.setStartTime(status == BatchStatus.STARTING ? null : START);
        execution.addStepExecution(step);
        return step;
    }

    private void splits(int from, int to, BatchStatus status) {
        for (int split = from; split <= to; split++) {
            StepExecution step = step(SplitPartitioner.stepName(split), status);
            step.getExecutionContext().putLong("count.accepted", 10);
        }
    }

    private void fortySplits() {
        execution.setStatus(BatchStatus.STARTED);
        execution.setStartTime(START);
        step(BatchConfiguration.PLAN, BatchStatus.COMPLETED);
        step(BatchConfiguration.EXTRACT, BatchStatus.STARTED);
        splits(1, 12, BatchStatus.COMPLETED);
        splits(13, 30, BatchStatus.STARTED);
        splits(31, 31, BatchStatus.FAILED);
        splits(32, 40, BatchStatus.STARTING);
    }

    @Test
    void manySplitsAreOneLineAndAFewNames() {
        fortySplits();

        ExecutionReport report = ExecutionReport.of(execution, true, 7);

        assertThat(report.status()).isEqualTo("running");
        assertThat(report.rerun()).isEqualTo("nothing: it is running");
        assertThat(report.steps()).extracting(StepReport::name).containsExactly("plan", "extract");
        StepReport extract = report.steps().get(1);
        assertThat(extract.read()).isEqualTo(400);
        ExecutionReport.Splits splits = extract.splits().orElseThrow();
        assertThat(splits.done()).isEqualTo(12);
        assertThat(splits.all()).isEqualTo(40);
        assertThat(splits.open()).hasSize(5);
        assertThat(splits.open().get(0).name()).isEqualTo(SplitPartitioner.stepName(31));
        assertThat(splits.open()).extracting(StepReport::status).contains("failed", "running");
    }

    @Test
    void whatNobodyIsAtWorkOnWasCutShort() {
        fortySplits();

        ExecutionReport report = ExecutionReport.of(execution, false, 7);

        assertThat(report.status()).isEqualTo("cut short");
        assertThat(report.rerun()).isEqualTo("go on with extract (28 splits)");
    }

    @Test
    void anExecutionThatALaterOneWentOnWithNeedsNoRerun() {
        fortySplits();

        assertThat(ExecutionReport.of(execution, false, 9).rerun()).isEqualTo("nothing: execution 9 went on with it");
    }

    @Test
    void timesAreThoseOfTheZoneThatTheExecutionNoted() {
        ZoneId elsewhere = ZoneId.of("Pacific/Kiritimati");
        execution.setStatus(BatchStatus.COMPLETED);
        execution.setStartTime(START);
        execution.getExecutionContext().putString("zone", elsewhere.getId());

        ExecutionReport report = ExecutionReport.of(execution, false, 7);

        assertThat(report.started().orElseThrow().toInstant())
                .isEqualTo(START.atZone(elsewhere).toInstant());
    }

    @Test
    void numbersThatAreThereAreNamedAsRanges() {
        assertThat(NoSuchExecutionException.ranges(List.of(3L, 1L, 2L))).isEqualTo("1 to 3");
        assertThat(NoSuchExecutionException.ranges(List.of(1L, 33L, 35L, 34L))).isEqualTo("1, 33 to 35");
        assertThat(new NoSuchExecutionException(9, List.of())).hasMessageContaining("none yet");
    }
}
