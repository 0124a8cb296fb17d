package pullquote.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.batch.ExecutionReport;
import pullquote.batch.ExecutionReport.Splits;
import pullquote.batch.ExecutionReport.StepReport;
import pullquote.batch.JobSettings;
import pullquote.batch.OutputStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An output's status for a machine; fields may be added, those that are there keep their name and meaning. */
final class StatusJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StatusJson() {}

    static String of(JobSettings settings, OutputStatus status) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("output", settings.output().toString());
        node.put("state", settings.state().toString());
        node.put("snapshot_id", status.snapshotId().orElse(null));
        node.put("held_by", status.holder().orElse(null));
        if (status.running().isPresent()) {
            node.set("running", status.running().get().node());
        } else {
            node.putNull("running");
        }
        if (status.executions().isPresent()) {
            ArrayNode executions = node.putArray("executions");
            status.executions().get().forEach(execution -> put(executions.addObject(), execution));
        } else {
            node.putNull("executions");
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private static void put(ObjectNode node, ExecutionReport execution) {
        node.put("execution", execution.id());
        node.put("run_id", execution.runId());
        node.put("status", word(execution.status()));
        node.put("started_at", time(execution.started()));
        node.put("ended_at", time(execution.ended()));
        ArrayNode steps = node.putArray("steps");
        execution.steps().forEach(step -> put(steps.addObject(), step));
        node.put("rerun", execution.rerun());
    }

    private static void put(ObjectNode node, StepReport step) {
        node.put("step", step.name());
        node.put("status", word(step.status()));
        node.put("started_at", time(step.started()));
        node.put("ended_at", time(step.ended()));
        node.put("read", step.read());
        node.put("written", step.written());
        node.put("rejected", step.rejected());
        if (step.splits().isPresent()) {
            Splits splits = step.splits().get();
            node.put("splits", splits.all());
            node.put("splits_done", splits.done());
            ArrayNode open = node.putArray("splits_open");
            splits.open().forEach(split -> put(open.addObject(), split));
        }
    }

    private static String word(String status) {
        return status.replace(' ', '_');
    }

    private static @Nullable String time(Optional<OffsetDateTime> time) {
        return time.map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null);
    }
}
