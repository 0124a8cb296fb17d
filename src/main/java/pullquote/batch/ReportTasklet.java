package pullquote.batch;

import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Ends a run: nothing staged is left behind. */
final class ReportTasklet implements Tasklet {
    private final JobSettings settings;

    ReportTasklet(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunNumber run = RunParameters.of(contribution.getStepExecution()).number();
        new StagingArea(settings, run).clearAll();
        return RepeatStatus.FINISHED;
    }
}
