package pullquote.batch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * A run's job parameters.
 *
 * @param number the run's number, which identifies the job instance
 * @param again number of an earlier run whose files are read again, if that is what this run is for
 */
record RunParameters(RunNumber number, Optional<Long> again) {
    private static final String RUN_NO = "run_no";
    private static final String STARTED = "started";
    private static final String AGAIN = "again";

    static RunParameters of(JobParameters parameters) {
        Long no = parameters.getLong(RUN_NO);
        Long started = parameters.getLong(STARTED);
        if (no == null || started == null) {
            throw new IllegalStateException("Expected job parameters run_no and started but found " + parameters);
        }
        return new RunParameters(
                RunNumber.of(no, Instant.ofEpochMilli(started)), Optional.ofNullable(parameters.getLong(AGAIN)));
    }

    static RunParameters of(StepExecution step) {
        return of(step.getJobParameters());
    }

    JobParameters toJobParameters() {
        JobParametersBuilder builder = new JobParametersBuilder()
                .addLong(RUN_NO, number.no(), true)
                .addLong(STARTED, number.startedAt().toEpochMilli(), false);
        again.ifPresent(no -> builder.addLong(AGAIN, no, false));
        return builder.toJobParameters();
    }
}
