package pullquote.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch did. In it, read = accepted + duplicate + rejected + deferred.
 *
 * @param runId the run
 * @param status {@code published} or {@code nothing-new}
 * @param snapshotId the snapshot that is current now; empty when nothing was ever published
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param elapsed how long this process worked on it; a batch that was finished by a later one began long before
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
        Duration elapsed,
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
    public static final String PUBLISHED = "published";
    public static final String NOTHING_NEW = "nothing-new";

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
        boolean any = status.equals(PUBLISHED) || next.status.equals(PUBLISHED);
        return new RunSummary(
                next.runId,
                any ? PUBLISHED : next.status,
                next.snapshotId,
                startedAt,
                next.finishedAt,
                elapsed.plus(next.elapsed),
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

    /** {@return status and counts in a line} */
    public String line() {
        return status + ", " + counts() + String.format(Locale.ROOT, ", %,d quotations", quotations);
    }

    private String counts() {
        return String.format(
                Locale.ROOT,
                "%,d records of %,d files = %,d accepted + %,d duplicate + %,d rejected + %,d deferred",
                read,
                files,
                accepted,
                duplicate,
                rejected,
                deferred);
    }

    /** {@return the summary for a person} */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT, "run        %s: %s in %.1f s%n", runId, status, elapsed.toMillis() / 1000.0));
        out.append("read       ").append(counts()).append(System.lineSeparator());
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
}
