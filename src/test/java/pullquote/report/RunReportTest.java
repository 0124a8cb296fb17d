package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pullquote.report.Ending.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunReportTest {
    private static final Instant BEGAN = Instant.parse("2026-03-12T02:30:00Z");

    @Test
    void aPublishedRunIsReportedWithAllItsCounts() {
        JsonNode json = json(
                Ending.of(Status.PUBLISHED, 0), Optional.of(RunSummaryTest.summary(9, 5, 2, 1, 1)), Optional.of("r1"));

        assertThat(json.get("status").asString()).isEqualTo("published");
        assertThat(json.get("exit_code").asInt()).isZero();
        assertThat(json.get("run_id").asString()).isEqualTo("r1");
        assertThat(json.get("read").asLong())
                .isEqualTo(9)
                .isEqualTo(json.get("accepted").asLong()
                        + json.get("duplicate").asLong()
                        + json.get("rejected").asLong()
                        + json.get("deferred").asLong());
        assertThat(json.get("files").asLong()).isEqualTo(8);
        assertThat(json.get("vanished").asLong()).isEqualTo(2);
        assertThat(json.get("superseded").asLong()).isEqualTo(6);
        assertThat(json.get("name_reused").asLong()).isEqualTo(3);
        assertThat(json.get("quotations").asLong()).isEqualTo(40);
        assertThat(json.get("rejects_by_code").get("binary").asLong()).isEqualTo(1);
        assertThat(json.get("stages_ms").get("dates").asLong()).isEqualTo(40);
        assertThat(json.get("bytes").asLong()).isEqualTo(77);
        assertThat(json.get("version").asString()).isEqualTo("1.2.3");
        assertThat(json.get("source").asString()).isEqualTo("ferro");
        assertThat(json.get("input").asString()).isEqualTo("/data/wire");
        assertThat(json.get("output").asString()).isEqualTo("/data/tables");
        assertThat(json.get("snapshot_id").asString()).isEqualTo("s0");
        assertThat(json.get("cause").isNull()).isTrue();
    }

    @Test
    void aBatchThatAnotherProcessBeganCountsTheSecondsOfThisOneAlone() {
        JsonNode json = json(
                Ending.of(Status.PUBLISHED, 0), Optional.of(RunSummaryTest.summary(9, 5, 2, 1, 1)), Optional.of("r1"));

        // the run began in 1970, this process three and a half seconds ago
        assertThat(json.get("started_at").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.get("seconds").asDouble()).isEqualTo(3.5);
    }

    @Test
    void aRunThatNeverBeganIsReportedWithItsCauseAndNoCounts() {
        JsonNode json = json(
                Ending.of(
                        Status.FAILED,
                        1,
                        Optional.of("extractSplit:split-0002"),
                        "run r1 failed in step extract: no room; first; make room, then run again"),
                Optional.empty(),
                Optional.empty());

        assertThat(json.get("status").asString()).isEqualTo("failed");
        assertThat(json.get("exit_code").asInt()).isEqualTo(1);
        assertThat(json.get("step").asString()).isEqualTo("extractSplit:split-0002");
        assertThat(json.get("cause").asString()).isEqualTo("run r1 failed in step extract: no room; first");
        assertThat(json.get("remedy").asString()).isEqualTo("make room, then run again");
        assertThat(json.get("run_id").isNull()).isTrue();
        assertThat(json.get("read").asLong()).isZero();
        assertThat(json.get("started_at").asString()).isEqualTo("2026-03-12T02:30:00Z");
    }

    @Test
    void statusIsOneOfFiveWords() {
        assertThat(Status.values())
                .extracting(Status::toString)
                .containsExactly("published", "nothing-new", "failed", "busy", "stopped");
    }

    @Test
    void theLineOfAnEndingIsTheLineThatItWasMadeOf() {
        String line = "expected a folder but found none; give one with --input URI";

        assertThat(Ending.of(Status.FAILED, 2, Optional.empty(), line).line()).contains(line);
        assertThat(Ending.of(Status.FAILED, 2, Optional.empty(), "no remedy").line())
                .contains("no remedy");
        assertThat(Ending.of(Status.PUBLISHED, 0).line()).isEmpty();
    }

    private static JsonNode json(Ending ending, Optional<RunSummary> done, Optional<String> runId) {
        String json = new RunReport(
                        ending,
                        "1.2.3",
                        Optional.of(new RunReport.Job("ferro", "/data/wire", "/data/tables")),
                        BEGAN,
                        BEGAN.plusMillis(3500),
                        runId,
                        Optional.of("s0"),
                        77,
                        done,
                        Map.of(Stage.DATES, 40L))
                .json();
        return JsonMapper.builder().build().readTree(json);
    }
}
