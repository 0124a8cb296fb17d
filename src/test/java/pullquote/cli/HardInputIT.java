package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.intake.InputFile;

/** The whole job on folders as they come: strange names, changes at the wrong time, runs that are given up. */
class HardInputIT {
    @TempDir
    Path folder;

    private Path input;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        output = folder.resolve("out");
    }

    private static final String TIDE =
            "OBAN, May 3 (Ferro) -- The tide took boat %s from her moorings on Friday and set her"
                    + " down on the sands after %s hours adrift, the harbour master said.\n";

    @Test
    void namesThatLookAlikeStayApart() throws Exception {
        deliver("a/b.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        deliver("a\\b.txt", "OBAN, May 3 (Ferro) -- The pier held.\n");
        deliver("%C3%A9.txt", "OBAN, May 3 (Ferro) -- The tide rose.\n");
        deliver("é.txt", "OBAN, May 3 (Ferro) -- The tide fell.\n");
        deliver(InputFile.resolve(Path.of(""), "%FE.txt").toString(), "OBAN, May 3 (Ferro) -- One more boat.\n");
        for (String strange : List.of("%FE.txt", "%FF.txt")) {
            Path path = InputFile.resolve(input, strange);
            Files.writeString(path, "OBAN, May 3 (Ferro) -- A boat named " + strange + ".\n");
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_500_000_000_000L));
        }

        run(ExitCode.OK);

        assertThat(sources())
                .containsExactly(
                        "%25C3%25A9.txt v1",
                        "%FE.txt v1", "%FF.txt v1", "a/b.txt v1", "a\\b.txt v1", "é.txt v1", "\uFFFD.txt v1");
    }

    @Test
    void aTextOfAGivenUpRunIsNotTakenForKnown() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        deliver("b.txt", "OBAN, May 3 (Ferro) -- The pier held.\n");
        Path blocked = Files.createFile(Files.createDirectories(output).resolve("snapshots"));
        run(ExitCode.FAILED);
        Files.delete(blocked);
        Files.move(input.resolve("a.txt"), input.resolve("c.txt"));

        assertThat(execute("rerun", "--from-step", "plan")).isEqualTo(ExitCode.OK);

        assertThat(sources()).containsExactly("b.txt v1", "c.txt v1");
    }

    @Test
    void aFileSetThatIsCorrectedDayAfterDayKeepsAShortName() throws Exception {
        deliver("a.txt", TIDE.formatted("a", "nine"));
        deliver("b.txt", TIDE.formatted("b", "nine"));
        deliver("c.txt", "OBAN, May 3 (Ferro) -- The tide rose.\n");
        run(ExitCode.OK);
        for (String name : List.of("a", "b")) {
            deliver(name + ".txt", TIDE.formatted(name, "ten"));
            run(ExitCode.OK);
        }

        assertThat(sources()).containsExactly("a.txt v2", "b.txt v2", "c.txt v1");
        try (Stream<Path> files = Files.list(output.resolve("current/dispatches"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .hasSize(3)
                    .allMatch(name -> name.split("-r", -1).length <= 2);
        }
    }

    @Test
    void readingChangedFilesAgainKeepsTheTextsThatOthersHold() throws Exception {
        deliver("a.txt", TIDE.formatted("a", "nine"));
        run(ExitCode.OK);
        deliver("b.txt", TIDE.formatted("a", "nine"));
        run(ExitCode.OK);
        deliver("a.txt", TIDE.formatted("a", "ten"));

        assertThat(execute("rerun", "--execution", "1", "--from-step", "extract"))
                .isEqualTo(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v2", "b.txt v1");
    }

    @Test
    void aFileThatCouldNotBeOpenedIsReadOnceItCanBe() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        // as it stands there when not a byte could be read; a superuser can open all, so it can't be tried for real
        try (var h2 = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("state/jobs"), "pullquote", "");
                var statement = h2.createStatement()) {
            statement.execute("UPDATE input_file SET sha256 ="
                    + " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'");
            statement.execute("UPDATE delivery SET outcome = 'R', text_id = NULL");
        }

        run(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v1", "a.txt v1");
    }

    @Test
    void aRunThatReadersSeeAlreadyIsFinishedAndNotGivenUp() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        // as a kill leaves it after the switch, before the ledger knows
        try (var h2 = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("state/jobs"), "pullquote", "");
                var statement = h2.createStatement()) {
            statement.execute("UPDATE batch_job_execution SET status = 'FAILED'");
            statement.execute(
                    "UPDATE batch_step_execution SET status = 'FAILED' WHERE step_name IN ('publish', 'report')");
            statement.execute("UPDATE run SET published = FALSE");
            statement.execute("UPDATE input_file SET version = 0");
        }

        assertThat(execute("rerun", "--from-step", "plan")).isEqualTo(ExitCode.OK);
        deliver("b.txt", "OBAN, May 3 (Ferro) -- The pier held.\n");
        run(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v1", "b.txt v1");
    }

    @Test
    void anOutputInsideTheInputIsNotRead() throws Exception {
        output = input.resolve("out");
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        run(ExitCode.OK);

        assertThat(Duck.number(output, "SELECT count(*) FROM read_parquet('output/current/rejects/*.parquet')"))
                .isZero();
        assertThat(Duck.number(output, "SELECT count(*) FROM read_parquet('output/current/runs/*.parquet')"))
                .isEqualTo(1);
    }

    @Test
    void theStateOfAnotherOutputIsRefused() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        String state = folder.resolve("state").toString();
        assertThat(execute("run", "--state", state)).isEqualTo(ExitCode.OK);
        output = folder.resolve("other");

        assertThat(execute("run", "--state", state)).isEqualTo(ExitCode.FAILED);

        assertThat(output.resolve("current")).doesNotExist();
    }

    @Test
    void tablesWhoseMakingWasCutShortAreMadeAnew() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        Path state = Files.createDirectories(output.resolve("state"));
        try (var h2 = DriverManager.getConnection("jdbc:h2:file:" + state.resolve("jobs"), "pullquote", "");
                var statement = h2.createStatement()) {
            statement.execute("CREATE TABLE BATCH_JOB_INSTANCE (X INT)");
        }

        run(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v1");
    }

    @Test
    void tooManyRejectsAreToldOfByARerun() throws Exception {
        deliver("bad.txt", "");
        run(ExitCode.TOO_MANY_REJECTED);

        assertThat(execute("rerun", "--from-step", "extract")).isEqualTo(ExitCode.TOO_MANY_REJECTED);
    }

    @Test
    void aSummaryWithoutAPlaceIsToldOfBeforeAnythingIsDone() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");

        assertThat(execute("run", "--summary", folder.resolve("none/s.json").toString()))
                .isEqualTo(ExitCode.USAGE);

        assertThat(output).doesNotExist();
    }

    private void deliver(String name, String text) throws IOException {
        Path path = input.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
        // long at rest, and never the same time twice
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_500_000_000_000L + System.nanoTime() / 1_000_000));
    }

    private void run(int exitCode) {
        assertThat(execute("run")).isEqualTo(exitCode);
    }

    private int execute(String command, String... more) {
        return Main.execute(Stream.concat(
                        Stream.of(
                                command, "--input", input.toString(), "--output", output.toString(), "--threads", "2"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<String> sources() throws SQLException {
        return Duck.rows(
                        output,
                        "SELECT source_uri || ' v' || version AS x FROM read_parquet('output/current/dispatches/*.parquet')"
                                + " ORDER BY x")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
