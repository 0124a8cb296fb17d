package pullquote.report;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a run has come, as it lets others know while it runs; for display alone.
 *
 * @param pid the process that runs it
 * @param runId the run
 * @param step the step that it is at
 * @param files files read to their end
 * @param records records read
 * @param rejected records rejected
 * @param bytesPlanned bytes of input to read
 * @param bytesDone bytes of input read
 * @param recentRate records per second in the last ten seconds
 * @param overallRate records per second since it began
 * @param startedAt when it began
 * @param updatedAt when all this was so
 */
public record Progress(
        long pid,
        String runId,
        String step,
        long files,
        long records,
        long rejected,
        long bytesPlanned,
        long bytesDone,
        double recentRate,
        double overallRate,
        Instant startedAt,
        Instant updatedAt) {

    /** {@return the text that {@link #parse} reads} */
    public String json() {
        return JsonMapper.builder().build().writeValueAsString(node());
    }

    /** {@return the same as a node of a larger document} */
    public ObjectNode node() {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("pid", pid);
        node.put("run_id", runId);
        node.put("step", step);
        node.put("files", files);
        node.put("records", records);
        node.put("rejected", rejected);
        node.put("bytes_planned", bytesPlanned);
        node.put("bytes_done", bytesDone);
        node.put("records_per_second", recentRate);
        node.put("records_per_second_overall", overallRate);
        node.put("started_at", startedAt.toString());
        node.put("updated_at", updatedAt.toString());
        return node;
    }

    /** {@return what a run has written; empty when the text is none of a run's} */
    public static Optional<Progress> parse(String json) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(json);
            return Optional.of(new Progress(
                    node.required("pid").longValue(),
                    node.required("run_id").stringValue(),
                    node.required("step").stringValue(),
                    node.required("files").longValue(),
                    node.required("records").longValue(),
                    node.required("rejected").longValue(),
                    node.required("bytes_planned").longValue(),
                    node.required("bytes_done").longValue(),
                    node.required("records_per_second").doubleValue(),
                    node.required("records_per_second_overall").doubleValue(),
                    Instant.parse(node.required("started_at").stringValue()),
                    Instant.parse(node.required("updated_at").stringValue())));
        } catch (JacksonException | java.time.DateTimeException other) {
            return Optional.empty();
        }
    }
}
