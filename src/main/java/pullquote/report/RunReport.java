package pullquote.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a process reports of a run, however it ended.
 *
 * @param ending how it ended
 * @param version the program's version
 * @param job what it ran on; empty when it did not come so far
 * @param began when the process began
 * @param finished when it ended
 * @param runId the run; empty when it did not come so far
 * @param snapshotId the snapshot that is current now
 * @param bytes bytes of input that were read
 * @param done what was done by the batches that came to their end; empty when none did
 * @param stages how long the workers were at each stage, in milliseconds, all of them added up
 */
public record RunReport(
        Ending ending,
        String version,
        Optional<Job> job,
        Instant began,
        Instant finished,
        Optional<String> runId,
        Optional<String> snapshotId,
        long bytes,
        Optional<RunSummary> done,
        Map<Stage, Long> stages) {

    /**
     * What a run works on.
     *
     * @param source the name of its source
     * @param input the input folder
     * @param output the output folder
     */
    public record Job(String source, String input, String output) {}

    /** {@return the report for a machine} */
    public String json() {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode node = mapper.createObjectNode();
        node.put("run_id", or(runId));
        node.put("status", ending.status().toString());
        node.put("exit_code", ending.exitCode());
        node.put("step", or(ending.step()));
        node.put("cause", or(ending.cause()));
        node.put("remedy", or(ending.remedy()));
        node.put("version", version);
        node.put("source", or(job.map(Job::source)));
        node.put("input", or(job.map(Job::input)));
        node.put("output", or(job.map(Job::output)));
        node.put("snapshot_id", or(snapshotId));
        node.put("started_at", done.map(RunSummary::startedAt).orElse(began).toString());
        node.put("finished_at", finished.toString());
        node.put("seconds", Duration.between(began, finished).toMillis() / 1000.0);
        node.put("bytes", bytes);
        counts(node);
        ObjectNode codes = node.putObject("rejects_by_code");
        done.map(RunSummary::rejectsByCode).orElse(Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(code -> codes.put(code.getKey(), code.getValue()));
        ObjectNode millis = node.putObject("stages_ms");
        stages.forEach((stage, spent) -> millis.put(stage.name().toLowerCase(Locale.ROOT), spent));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private void counts(ObjectNode node) {
        node.put("files", done.map(RunSummary::files).orElse(0L));
        node.put("read", done.map(RunSummary::read).orElse(0L));
        node.put("accepted", done.map(RunSummary::accepted).orElse(0L));
        node.put("duplicate", done.map(RunSummary::duplicate).orElse(0L));
        node.put("rejected", done.map(RunSummary::rejected).orElse(0L));
        node.put("deferred", done.map(RunSummary::deferred).orElse(0L));
        node.put("vanished", done.map(RunSummary::vanished).orElse(0L));
        node.put("superseded", done.map(RunSummary::superseded).orElse(0L));
        node.put("name_reused", done.map(RunSummary::nameReused).orElse(0L));
        node.put("quotations", done.map(RunSummary::quotations).orElse(0L));
    }

    private static @Nullable String or(Optional<String> text) {
        return text.orElse(null);
    }
}
