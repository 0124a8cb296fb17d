package pullquote.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record that could not become a dispatch. */
public record RejectRow(
        @Column("the run that met it") String runId,

        @Column("file relative to the input folder; #n is record n of a file of many")
        String sourceUri,

        @Column("number of the record, 0 for a whole file") int recordNo,
        @Column("where it failed: intake or analysis") String stage,

        @Column("why, as a fixed name: empty, binary, too-large …")
        String code,

        @Column("why, as a sentence") String detail,

        @Column("how the record begins, control characters left out") @Nullable
        String sample,

        @Column("when") Instant rejectedAt) {}
