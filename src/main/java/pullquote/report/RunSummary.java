package pullquote.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run did, as its last words and its JSON summary say it. In it, read = accepted + duplicate + rejected + deferred.
 *
 * @param runId the run
 * @param status {@code published}, {@code nothing-new}, {@code dry-run} or {@code failed}
 * @param snapshotId the snapshot that is current now; empty when nothing was ever published
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param files files read
 * @param read records read, deferred files counted as one each
 * @param accepted dispatches published
 * @param duplicate records whose text was known
 * @param rejected records in {@code rejects}
 * @param deferred files left for a later run
 * @param vanished files removed before they could be read; no part of what was read
 * @param quotations attributions published
 * @param superseded dispatches that a newer version replaced
 * @param nameReused files whose name was used again for something new
 * @param rejectsByCode rejected records by code
 * @param output folder of the snapshots
 */
public record RunSummary(
        String runId,
        String status,
        Optional<String> snapshotId,
        Instant startedAt,
        Instant finishedAt,
        long files,
        long read,
        long accepted,
        long duplicate,
        long rejected,
        long deferred,
        long vanished,
        long quotations,
        long superseded,
        long nameReused,
        Map<String, Long> rejectsByCode,
        String output) {
    public RunSummary {
        rejectsByCode = Map.copyOf(rejectsByCode);
        if (read != accepted + duplicate + rejected + deferred) {
            throw new IllegalArgumentException("Expected read = accepted + duplicate + rejected + deferred but found "
                    + read + " = " + accepted + " + " + duplicate + " + " + rejected + " + " + deferred);
        }
    }

    /** {@return one summary of this run and the one that followed it} */
    public RunSummary plus(RunSummary next) {
        Map<String, Long> codes = new java.util.TreeMap<>(rejectsByCode);
        next.rejectsByCode.forEach((code, n) -> codes.merge(code, n, Long::sum));
        boolean any = status.equals("published") || next.status.equals("published");
        return new RunSummary(
                next.runId,
                any ? "published" : next.status,
                next.snapshotId,
                startedAt,
                next.finishedAt,
                files + next.files,
                read + next.read,
                accepted + next.accepted,
                duplicate + next.duplicate,
                rejected + next.rejected,
                deferred + next.deferred,
                vanished + next.vanished,
                quotations + next.quotations,
                superseded + next.superseded,
                nameReused + next.nameReused,
                codes,
                output);
    }

    /** {@return the summary for a person} */
    public String text() {
        StringBuilder out = new StringBuilder();
        double seconds = Duration.between(startedAt, finishedAt).toMillis() / 1000.0;
        out.append(String.format(Locale.ROOT, "run        %s: %s in %.1f s%n", runId, status, seconds));
        out.append(String.format(
                Locale.ROOT,
                "read       %,d records of %,d files = %,d accepted + %,d duplicate + %,d rejected + %,d deferred%n",
                read,
                files,
                accepted,
                duplicate,
                rejected,
                deferred));
        if (!rejectsByCode.isEmpty()) {
            StringBuilder codes = new StringBuilder();
            rejectsByCode.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> codes.append(codes.isEmpty() ? "" : ", ")
                            .append(e.getValue())
                            .append(' ')
                            .append(e.getKey()));
            out.append("rejected   ").append(codes).append(System.lineSeparator());
        }
        if (superseded + nameReused > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "changed    %,d superseded by newer versions, %,d new under a name used before%n",
                    superseded,
                    nameReused));
        }
        if (vanished > 0) {
            out.append(String.format(
                    Locale.ROOT, "vanished   %,d files were removed before they could be read%n", vanished));
        }
        out.append(String.format(Locale.ROOT, "quotations %,d%n", quotations));
        out.append("snapshot   ")
                .append(snapshotId
                        .map(id -> output + "/current -> snapshots/" + id)
                        .orElse("none"));
        return out.toString();
    }

    /**
     * {@return the summary for a machine}
     *
     * @param stages how long the workers were at each stage, in milliseconds, all of them added up
     */
    public String json(Map<Stage, Long> stages) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode node = mapper.createObjectNode();
        node.put("run_id", runId);
        node.put("status", status);
        node.put("snapshot_id", snapshotId.orElse(null));
        node.put("started_at", startedAt.toString());
        node.put("finished_at", finishedAt.toString());
        node.put("files", files);
        node.put("read", read);
        node.put("accepted", accepted);
        node.put("duplicate", duplicate);
        node.put("rejected", rejected);
        node.put("deferred", deferred);
        node.put("vanished", vanished);
        node.put("quotations", quotations);
        node.put("superseded", superseded);
        node.put("name_reused", nameReused);
        ObjectNode codes = node.putObject("rejects_by_code");
        rejectsByCode.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> codes.put(e.getKey(), e.getValue()));
        ObjectNode millis = node.putObject("stages_ms");
        stages.forEach((stage, spent) -> millis.put(stage.name().toLowerCase(Locale.ROOT), spent));
        node.put("output", output);
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
