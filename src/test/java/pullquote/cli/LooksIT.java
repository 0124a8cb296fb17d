package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that only look: they change nothing, and can be used at any time. */
class LooksIT {
    @TempDir
    Path folder;

    private Newsroom room;

    @BeforeEach
    void deliver() throws Exception {
        room = newsroom("out");
        room.deliverADay("monday");
    }

    private Newsroom newsroom(String output) throws Exception {
        return new Newsroom(Files.createDirectories(folder.resolve("in")), folder.resolve(output))
                .job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 0}\n");
    }

    /** A batch that fails in extract, as what is staged finds no folder. */
    private void failInExtract() throws Exception {
        Files.createDirectories(room.output);
        Path staging = Files.createFile(room.output.resolve("staging"));
        Newsroom.Told failed = room.tell("run");
        Files.delete(staging);
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.errors()).contains("in step extract");
    }

    @Test
    void aDryRunNextToAnUnfinishedBatchLeavesItAsItIs() throws Exception {
        failInExtract();
        Map<String, String> before = TreeDigest.of(folder);

        Newsroom.Told dry = room.tell("run", "--dry-run");

        assertThat(dry.exitCode()).as(dry.errors()).isZero();
        assertThat(dry.printed()).contains("would read 12 new or changed files");
        assertThat(TreeDigest.of(folder)).isEqualTo(before);
        Newsroom.Told finished = room.tell("run");
        assertThat(finished.exitCode()).as(finished.errors()).isZero();
        Newsroom calm = newsroom("calm");
        assertThat(calm.tell("run").exitCode()).isZero();
        assertThat(room.rows()).isEqualTo(calm.rows());
    }

    @Test
    void aDryRunCountsWhatIsNewAndWhatHasOtherBytes() throws Exception {
        assertThat(room.tell("run").exitCode()).isZero();
        assertThat(room.tell("run", "--dry-run").printed()).contains("would read 0 new or changed files");
        room.deliver("monday/d3.txt", Newsroom.dispatch("corrected", 3));
        room.deliver("monday/d4.txt", Newsroom.dispatch("monday", 4));
        room.deliver("tuesday/d1.txt", Newsroom.dispatch("tuesday", 1));
        Map<String, String> before = TreeDigest.of(folder);

        Newsroom.Told dry = room.tell("run", "--dry-run");

        assertThat(dry.printed()).contains("would read 2 new or changed files");
        assertThat(TreeDigest.of(folder)).isEqualTo(before);
    }
}
