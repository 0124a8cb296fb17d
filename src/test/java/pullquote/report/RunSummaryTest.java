package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    @Test
    void refusesCountsThatDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(10, 5, 2, 1, 1))
                .withMessageContaining("10 = 5 + 2 + 1 + 1");
    }

    @Test
    void saysWhatABatchDidAndHowLongThisProcessTook() {
        RunSummary summary = summary(9, 5, 2, 1, 1);

        assertThat(summary.text())
                .contains("run        r1: published in 2.1 s")
                .contains("read       9 records of 8 files = 5 accepted + 2 duplicate + 1 rejected + 1 deferred")
                .contains("rejected   1 binary")
                .contains("vanished   2 files")
                .contains("/data/current -> snapshots/s1");
        assertThat(summary.line())
                .isEqualTo("published, 9 records of 8 files = 5 accepted + 2 duplicate + 1 rejected + 1 deferred,"
                        + " 40 quotations");
    }

    @Test
    void twoRunsInARowAddUp() {
        RunSummary both = summary(9, 5, 2, 1, 1).plus(summary(4, 3, 0, 1, 0));

        assertThat(both.read()).isEqualTo(13);
        assertThat(both.accepted()).isEqualTo(8);
        assertThat(both.elapsed()).hasMillis(4200);
        assertThat(both.rejectsByCode()).containsEntry("binary", 2L);
    }

    static RunSummary summary(long read, long accepted, long duplicate, long rejected, long deferred) {
        return new RunSummary(
                "r1",
                "published",
                Optional.of("s1"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(7200),
                Duration.ofMillis(2100),
                8,
                read,
                accepted,
                duplicate,
                rejected,
                deferred,
                2,
                40,
                6,
                3,
                Map.of("binary", 1L),
                "/data");
    }
}
