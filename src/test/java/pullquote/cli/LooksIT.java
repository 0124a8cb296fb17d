package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** Every command that only looks, as a user would give it. */
    private List<List<String>> looks() {
        String sample = room.input.resolve("monday/d1.txt").toString();
        return List.of(
                room.arguments("run", "--dry-run"),
                room.arguments("status"),
                room.arguments("status", "--json"),
                List.of("explain", sample),
                List.of("schema"));
    }

    @Test
    void everyLookChangesNothingAfterARunThatWasCutShort() throws Exception {
        assertThat(room.tell("run").exitCode()).isZero();
        for (int i = 0; i < 1500; i++) {
            room.deliver("tuesday/d" + i + ".txt", Newsroom.dispatch("tuesday", i));
        }
        Path log = folder.resolve("log");
        Process killed = launch(log);
        while (killed.isAlive() && !isAtExtract(status(room))) {
            Thread.onSpinWait();
        }
        killed.destroyForcibly().waitFor();
        Map<String, String> before = TreeDigest.of(folder);

        for (List<String> look : looks()) {
            assertThat(Main.execute(look.toArray(String[]::new)))
                    .as(look.toString())
                    .isZero();
        }

        assertThat(TreeDigest.of(folder)).isEqualTo(before);
        JsonNode status = status(room);
        assertThat(status.get("running").isNull()).as("its process is dead").isTrue();
        JsonNode last = status.get("executions").get(0);
        assertThat(last.get("status").asString()).isEqualTo("cut_short");
        assertThat(last.get("rerun").asString()).startsWith("go on with extract");
        assertThat(room.tell("run").exitCode()).isZero();
        List<Long> numbers = new ArrayList<>();
        status(room)
                .get("executions")
                .forEach(execution -> numbers.add(execution.get("execution").asLong()));
        assertThat(numbers)
                .as("the day, the batch that was killed, its end, and nothing new")
                .containsExactly(4L, 3L, 2L, 1L);
    }

    private static boolean isAtExtract(JsonNode status) {
        return status.at("/running/step").asString("").equals("extract");
    }

    /** A run in a process of its own, once its job repository is there. */
    private Process launch(Path log) throws Exception {
        Process run = new ProcessBuilder(Launched.command(List.of(), room.arguments("run")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (run.isAlive() && !Files.exists(room.output.resolve("state/jobs.mv.db"))) {
            Thread.sleep(20);
        }
        return run;
    }

    @Test
    void looksNeedNoMoreThanPermissionToRead() throws Exception {
        assertThat(room.tell("run").exitCode()).isZero();
        room.deliver("tuesday/d1.txt", Newsroom.dispatch("tuesday", 1));
        Path program = folder.resolve("program");
        Newsroom.copy(Launched.JAR.getParent(), program);
        Path log = folder.resolve("log");
        shell(log, "chmod -R a-w,a+rX \"$0\"", folder.toString());
        Map<String, String> before = TreeDigest.of(folder.resolve("in"), folder.resolve("out"));
        try {
            for (List<String> look : looks()) {
                Path said = Files.createTempFile("looks", ".log");
                assertThat(Launched.run(said, withoutPrivileges(program, look)))
                        .as("%s: %s", look, Files.readString(said))
                        .isZero();
                Files.delete(said);
            }
            assertThat(TreeDigest.of(folder.resolve("in"), folder.resolve("out")))
                    .isEqualTo(before);
        } finally {
            shell(Files.createTempFile("looks", ".log"), "chmod -R u+rwX \"$0\"", folder.toString());
        }
    }

    /** The command line of a copy of the program, as a user whom permissions bind: root is none. */
    private static List<String> withoutPrivileges(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        String copy = program.resolve(Launched.JAR.getFileName()).toString();
        Launched.command(List.of(), arguments)
                .forEach(word -> command.add(word.equals(Launched.JAR.toString()) ? copy : word));
        return command;
    }

    private static void shell(Path log, String script, String argument) throws Exception {
        assertThat(Launched.run(log, List.of("sh", "-c", script, argument)))
                .as(script)
                .isZero();
    }

    @Test
    void statusShowsARunThatIsGoingAndNeverDisturbsIt() throws Exception {
        for (int i = 0; i < 1500; i++) {
            room.deliver("long/d" + i + ".txt", Newsroom.dispatch("long", i));
        }
        Path log = folder.resolve("log");
        Process run = launch(log);
        Set<String> steps = new TreeSet<>();
        long records = 0;
        while (run.isAlive()) {
            JsonNode status = status(room);
            JsonNode running = status.get("running");
            if (!running.isNull()) {
                assertThat(running.get("pid").asLong()).isEqualTo(run.pid());
                assertThat(running.get("records").asLong()).isGreaterThanOrEqualTo(records);
                records = running.get("records").asLong();
                steps.add(running.get("step").asString());
            }
            for (JsonNode execution : status.get("executions")) {
                assertThat(execution.get("status").asString()).isIn("running", "completed");
                JsonNode started = execution.get("started_at");
                assertThat(started.isNull()
                                || OffsetDateTime.parse(started.asString()).getYear() > 2020)
                        .as("none before its first moment, then with date and zone: %s", started)
                        .isTrue();
            }
        }

        assertThat(Launched.end(run, log)).as(Files.readString(log)).isZero();
        assertThat(steps).contains("extract");
        assertThat(records).isPositive();
        assertThat(room.tell("status").printed())
                .contains("execution 1 ")
                .contains("1 of 1 splits done")
                .containsPattern("  [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[+-][0-9]{2}:[0-9]{2}  ")
                .contains("a rerun would do: nothing: it is complete");
        assertThat(room.output.resolve("state")).isDirectoryNotContaining("glob:**progress*");
    }

    private static JsonNode status(Newsroom room) {
        Newsroom.Told told = room.tell("status", "--json");
        assertThat(told.exitCode()).as(told.errors()).isZero();
        return JsonMapper.builder().build().readTree(told.printed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "prune", "rerun"})
    void aMistypedOutputIsAnErrorAndNotANewFolder(String command) throws Exception {
        assertThat(room.tell("run").exitCode()).isZero();
        Path mistyped = folder.resolve("tabels");

        Newsroom.Told told = new Newsroom(room.input, mistyped).tell(command);

        assertThat(told.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(told.errors())
                .startsWith("pullquote: expected an output folder but found nothing at " + mistyped)
                .contains("--output");
        assertThat(told.errors().lines()).hasSize(1);
        assertThat(told.printed()).isEmpty();
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void anOutputWithoutARunIsNamedAsOneAndStaysEmpty() throws Exception {
        Files.createDirectories(room.output);

        for (String command : List.of("status", "prune")) {
            Newsroom.Told told = room.tell(command);
            assertThat(told.exitCode()).as(told.errors()).isZero();
            assertThat(told.printed()).contains("no run has written to " + room.output + " yet");
        }
        assertThat(status(room).get("executions")).isEmpty();
        assertThat(room.tell("rerun").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(room.output).isEmptyDirectory();
    }

    @Test
    void aStateThatMayNotBeReadIsNotTakenForNone() throws Exception {
        assertThat(room.tell("run").exitCode()).isZero();
        assertThat(Files.exists(room.output.resolve("state"))).isTrue();
        Path program = folder.resolve("program");
        Newsroom.copy(Launched.JAR.getParent(), program);
        Path log = folder.resolve("log");
        shell(log, "chmod a+x \"$0\" && chmod -R a+rX \"$0\"/program && chmod 000 \"$0\"/out/state", folder.toString());
        try {
            List<String> look = List.of("status", "--output", room.output.toString());

            assertThat(Launched.run(log, withoutPrivileges(program, look))).isEqualTo(ExitCode.FAILED);
            assertThat(Files.readString(log))
                    .contains("expected permission to read " + room.output.resolve("state"))
                    .doesNotContain("rebuild");
        } finally {
            shell(log, "chmod 700 \"$0\"", room.output.resolve("state").toString());
        }
    }

    @Test
    void anUnknownExecutionIsAnsweredWithThoseThereAre() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(room.tell("run").exitCode()).isZero();
        }

        Newsroom.Told told = room.tell("rerun", "--execution", "999");

        assertThat(told.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(told.errors()).contains("1 to 3").contains("found 999");
        assertThat(told.errors().lines()).hasSize(1);
    }
}
