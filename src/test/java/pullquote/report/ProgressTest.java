package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void whatARunWritesIsWhatAnotherProcessReads() {
        Instant start = Instant.parse("2026-05-03T10:00:00Z");
        Progress progress = new Progress(4711, "r1", "extract", 8, 9, 1, 2000, 1000, 4.5, 3.1, start, start);

        assertThat(Progress.parse(progress.json())).contains(progress);
    }

    @Test
    void anythingElseIsNoProgress() {
        assertThat(Progress.parse("")).isEmpty();
        assertThat(Progress.parse("{\"pid\": 1")).isEmpty();
        assertThat(Progress.parse("{\"pid\": 1}")).isEmpty();
        assertThat(Progress.parse("[]")).isEmpty();
        assertThat(Progress.parse("{\"pid\": \"x\", \"run_id\": 3}")).isEmpty();
    }

    @Test
    void whatWasReadBeforeCountsAsDone() {
        Counters counters = new Counters();
        counters.plan(100);
        counters.addBytes(60);
        counters.plan(40);

        assertThat(counters.plannedBytes()).isEqualTo(100);
    }
}
