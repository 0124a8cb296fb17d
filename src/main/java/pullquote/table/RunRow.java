package pullquote.table;

import java.time.Instant;

/** One run that published. In each, records_read = accepted + duplicates + rejected + deferred. */
public record RunRow(
        @Column("the run") String runId,
        @Column("when it began") Instant startedAt,
        @Column("when it published") Instant finishedAt,
        @Column("version of Pullquote") String productVersion,
        @Column("version of these tables") int schemaVersion,
        @Column("SHA-256 of the job's settings, hex") String jobSha256,
        @Column("files read") long filesRead,

        @Column("records read, deferred files counted as one each")
        long recordsRead,

        @Column("dispatches published") long accepted,
        @Column("records whose text was known") long duplicates,
        @Column("records in rejects") long rejected,

        @Column("files left for a later run because they were still changing")
        long deferred,

        @Column("attributions published") long quotations,
        @Column("the snapshot that it published") String snapshotId,

        @Column(value = "dispatches that newer versions replaced", before = "0")
        long superseded,

        @Column(value = "dispatches that came under a name used before for another (warning name-reused)", before = "0")
        long nameReused,

        @Column(value = "the source that its files belong to: a name, or the input folder", before = "")
        String source) {}
