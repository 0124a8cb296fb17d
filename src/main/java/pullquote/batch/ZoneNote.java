package pullquote.batch;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Notes an execution's time zone with it: Spring Batch keeps local times without one, and whoever looks at them later may
 * be in another.
 */
final class ZoneNote implements JobExecutionListener {
    private static final String ZONE = "zone";

    @Override
    public void beforeJob(JobExecution execution) {
        execution.getExecutionContext().putString(ZONE, ZoneId.systemDefault().getId());
    }

    /** {@return a time of an execution, in the zone of whoever looks} */
    static OffsetDateTime of(JobExecution execution, LocalDateTime time) {
        ZoneId zone = ZoneId.systemDefault();
        if (execution.getExecutionContext().get(ZONE) instanceof String noted) {
            try {
                zone = ZoneId.of(noted);
            } catch (DateTimeException unknownHere) {
                // as if it had not been noted
            }
        }
        return time.atZone(zone)
                .withZoneSameInstant(ZoneId.systemDefault())
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
