package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Outputs that older programs published: before they knew sources, with tables of schema version 1, and before they told
 * how sure a speaker is (3). The files in the resources are such outputs, of dispatches of our own; the last run of the
 * unfinished one was killed while it published.
 */
class OlderOutputIT {
    /** The folder that the older program read. */
    private static final String SOURCE = "/tmp/pullquote-fixture/in";

    private static final String LAST = "20261128T180716Z-0002";
    private static final String LAST_OF_3 = "20261129T000149Z-0001";
    private static final String FERRY =
            "OBAN, May 3 (Ferro) -- The night ferry to Colonsay ran aground off the north pier on Friday and 42 passengers"
                    + " were taken off by lifeboat.\n\n“Nobody was hurt and the tide will lift her tonight,” said Ana Ruiz,"
                    + " the harbour master.\n\nThe operator, Brae Lines, said the ship was built in 1998 and had been"
                    + " inspected in March.\n";
    private static final String WIRE =
            "{\"text\": \"KELSO, May 4 (Ferro) -- Late frost has cost growers along the Tweed a third of their cider apples,"
                    + " the growers council said on Saturday.\"}\n{\"text\": \n";

    @TempDir
    Path folder;

    @Test
    void hasTheNewColumnsInEveryFileAfterOneRun() throws Exception {
        Newsroom room = older("output-of-schema-1.zip");
        room.deliver("ferry.txt", FERRY.replace("42 passengers", "24 passengers"));
        room.deliver("wire.jsonl", WIRE);

        Newsroom.Told told = room.tell("run", "--source", SOURCE);

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertThat(told.printed()).contains("1 accepted + 0 duplicate").contains("1 superseded");
        assertUpgraded(room, 3);
        assertThat(room.output.resolve("state/jobs-old.mv.db")).exists();
        assertThat(room.tell("run", "--source", SOURCE).printed()).contains("nothing-new");
        // a snapshot that was published stays as it was
        assertThat(Duck.rows(
                        room.output, "SELECT * FROM read_parquet('output/current/../" + LAST + "/runs/*.parquet')"))
                .hasSize(2)
                .allMatch(row -> row.size() == 14);
    }

    @Test
    void isLookedAtWithoutBeingChanged() throws Exception {
        Newsroom room = older("output-of-schema-1.zip");
        room.deliver("ferry.txt", FERRY.replace("42 passengers", "24 passengers"));
        byte[] state = Files.readAllBytes(room.output.resolve("state/jobs.mv.db"));

        Newsroom.Told told = room.tell("run", "--source", SOURCE, "--dry-run");

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertThat(told.printed()).contains("ferry.txt: would supersede 1 dispatch");
        assertThat(Files.readAllBytes(room.output.resolve("state/jobs.mv.db"))).isEqualTo(state);
    }

    @Test
    void isUpgradedFromItsTablesAlone() throws Exception {
        Newsroom room = older("output-of-schema-1.zip");
        PathUtils.delete(room.output.resolve("state"));
        room.deliver("ferry.txt", FERRY.replace("42 passengers", "24 passengers"));

        Newsroom.Told told = room.tell("run", "--source", SOURCE, "--rebuild-state");

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertUpgraded(room, 3);
    }

    @Test
    void aRunThatTheOlderProgramBeganIsFinished() throws Exception {
        Newsroom room = older("output-of-schema-1-unfinished.zip");
        room.deliver("ferry.txt", FERRY.replace("42 passengers", "24 passengers"));

        Newsroom.Told told = room.tell("run", "--source", SOURCE);

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertUpgraded(room, 3);
        assertThat(room.staged()).isEmpty();
    }

    @Test
    void rowsFromBeforeAColumnHoldNullInIt() throws Exception {
        Newsroom room = older("output-of-schema-3.zip", LAST_OF_3);
        room.deliver("ferry.txt", FERRY);

        Newsroom.Told told = room.tell("run", "--source", SOURCE);

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertSameColumns(room);
        assertThat(Duck.rows(
                        room.output,
                        "SELECT DISTINCT source_uri, speaker_confidence IS NULL, speaker_basis"
                                + " FROM read_parquet('output/current/quotations/*.parquet') JOIN"
                                + " read_parquet('output/current/dispatches/*.parquet') USING (dispatch_id)"
                                + " WHERE len(speakers) > 0 AND source_form = 'name'"))
                .contains(List.of("bridge.txt", "true", "null"), List.of("ferry.txt", "false", "name"));
    }

    private static void assertSameColumns(Newsroom room) throws Exception {
        assertThat(Duck.rows(
                        room.output,
                        "SELECT DISTINCT schema_of FROM (SELECT string_agg(name, ',') AS schema_of"
                                + " FROM parquet_schema('output/current/quotations/*.parquet') GROUP BY file_name)"))
                .as("every file of a table has the same columns")
                .hasSize(1);
    }

    private static void assertUpgraded(Newsroom room, int runs) throws Exception {
        assertSameColumns(room);
        assertThat(Duck.rows(
                        room.output,
                        "SELECT superseded, name_reused, source FROM read_parquet('output/current/runs/*.parquet')"
                                + " ORDER BY run_id"))
                .hasSize(runs)
                .startsWith(List.of("0", "0", SOURCE), List.of("0", "0", SOURCE))
                .endsWith(List.of("1", "0", SOURCE));
        assertThat(Duck.rows(
                        room.output,
                        "SELECT source_uri || ' v' || version AS x FROM read_parquet('output/current/dispatches/*.parquet')"
                                + " ORDER BY x"))
                .containsExactly(List.of("bridge.txt v1"), List.of("ferry.txt v2"), List.of("wire.jsonl#1 v1"));
    }

    /** {@return an output as the older program left it} */
    private Newsroom older(String name) throws IOException {
        return older(name, LAST);
    }

    private Newsroom older(String name, String last) throws IOException {
        Newsroom room = new Newsroom(folder).job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\n");
        try (InputStream resource = Objects.requireNonNull(OlderOutputIT.class.getResourceAsStream(name));
                ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = room.output.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        Files.createSymbolicLink(room.output.resolve("current"), Path.of("snapshots", last));
        return room;
    }
}
