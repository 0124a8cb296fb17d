package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunSummaryTest {
    @Test
    void refusesCountsThatDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(10, 5, 2, 1, 1))
                .withMessageContaining("10 = 5 + 2 + 1 + 1");
    }

    @Test
    void saysTheSameToAPersonAndAMachine() {
        RunSummary summary = summary(9, 5, 2, 1, 1);
        JsonNode json = JsonMapper.builder().build().readTree(summary.json(Map.of(Stage.DATES, 40L)));

        assertThat(summary.text())
                .contains("read       9 records of 8 files = 5 accepted + 2 duplicate + 1 rejected + 1 deferred")
                .contains("rejected   1 binary")
                .contains("/data/current -> snapshots/s1");
        assertThat(json.get("read").asLong()).isEqualTo(9);
        assertThat(json.get("rejects_by_code").get("binary").asLong()).isEqualTo(1);
        assertThat(summary.text()).contains("vanished   2 files");
        assertThat(json.get("vanished").asLong()).isEqualTo(2);
        assertThat(json.get("superseded").asLong()).isEqualTo(6);
        assertThat(json.get("name_reused").asLong()).isEqualTo(3);
        assertThat(json.get("stages_ms").get("dates").asLong()).isEqualTo(40);
        assertThat(json.get("snapshot_id").asString()).isEqualTo("s1");
    }

    @Test
    void twoRunsInARowAddUp() {
        RunSummary both = summary(9, 5, 2, 1, 1).plus(summary(4, 3, 0, 1, 0));

        assertThat(both.read()).isEqualTo(13);
        assertThat(both.accepted()).isEqualTo(8);
        assertThat(both.rejectsByCode()).containsEntry("binary", 2L);
    }

    private static RunSummary summary(long read, long accepted, long duplicate, long rejected, long deferred) {
        return new RunSummary(
                "r1",
                "published",
                Optional.of("s1"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(2),
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
