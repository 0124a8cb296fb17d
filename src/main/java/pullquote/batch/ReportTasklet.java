package pullquote.batch;

import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import pullquote.report.Stage;
import pullquote.report.StageTimes;

/** Ends a run: nothing staged is left behind. */
final class ReportTasklet implements Tasklet {
    private final JobSettings settings;
    private final StageTimes times;

    ReportTasklet(JobSettings settings, StageTimes times) {
        this.settings = settings;
        this.times = times;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        times.begin();
        RunNumber run = RunParameters.of(contribution.getStepExecution()).number();
        new StagingArea(settings, run).clearAll();
        times.end(Stage.REPORT);
        return RepeatStatus.FINISHED;
    }
}
