package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole job, through the command line, as a user and DuckDB see it. */
class RunIT {
    private static final String SPANS = """
            SELECT count(*) FROM read_parquet('output/current/quotations/*.parquet') q
              JOIN read_parquet('output/current/dispatches/*.parquet') d USING (dispatch_id)
             WHERE trim(regexp_replace(
                       array_to_string(list_transform(q.%s_spans, s -> d.body[s.start + 1 : s."end"]), ' '),
                       '[\\s\\p{Z}]+', ' ', 'g'))
                   IS DISTINCT FROM coalesce(q.%s, '')
            """;

    @TempDir
    Path folder;

    private Path input;
    private Path output;
    private Path summary;

    @BeforeEach
    void prepare() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        output = folder.resolve("out");
        summary = folder.resolve("summary.json");
    }

    @Test
    void theSamplesFillEveryTable() throws Exception {
        PathUtils.copyDirectory(Path.of("input"), input);

        JsonNode counts = run(ExitCode.OK);

        for (Table table : Table.values()) {
            assertThat(count(table.tableName())).as(table.tableName()).isPositive();
        }
        assertThat(counts.get("read").asLong())
                .isEqualTo(counts.get("accepted").asLong()
                        + counts.get("duplicate").asLong()
                        + counts.get("rejected").asLong()
                        + counts.get("deferred").asLong());
        assertThat(count("dispatches")).isEqualTo(counts.get("accepted").asLong());
        assertThat(count("quotations")).isEqualTo(counts.get("quotations").asLong());
        assertThat(count("rejects")).isEqualTo(counts.get("rejected").asLong());
        assertThat(counts.get("duplicate").asLong()).isEqualTo(1);
    }

    @Test
    void everySpanIsTheSliceThatItsTextColumnShowsOnOneLine() throws Exception {
        PathUtils.copyDirectory(Path.of("input"), input);
        run(ExitCode.OK);

        for (String column : List.of("content", "cue", "source")) {
            assertThat(Duck.number(output, SPANS.formatted(column, column)))
                    .as(column)
                    .isZero();
        }
        assertThat(Duck.number(output, """
                        SELECT count(*) FROM read_parquet('output/current/timexes/*.parquet') t
                          JOIN read_parquet('output/current/dispatches/*.parquet') d USING (dispatch_id)
                         WHERE d.body[t.start + 1 : t."end"] <> t.text
                        """)).isZero();
        // samples with characters beyond the Basic Multilingual Plane before a quotation prove the unit
        assertThat(Duck.number(output, """
                        SELECT count(*) FROM read_parquet('output/current/quotations/*.parquet') q
                          JOIN read_parquet('output/current/dispatches/*.parquet') d USING (dispatch_id)
                         WHERE regexp_matches(d.body[1 : q.content_spans[1].start], '[\\x{10000}-\\x{10FFFF}]')
                        """)).isPositive();
    }

    @Test
    void nothingNewLeavesTheSnapshotAsItIs() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        Path before = output.resolve("current").toRealPath();

        JsonNode counts = run(ExitCode.OK);

        assertThat(counts.get("status").asString()).isEqualTo("nothing-new");
        assertThat(output.resolve("current").toRealPath()).isEqualTo(before);
        assertThat(snapshots()).isEqualTo(1);
    }

    @Test
    void newFilesJoinTheOldRows() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        deliver("b.txt", "OBAN, May 4 (Ferro) -- The ferry came back.\n");

        JsonNode counts = run(ExitCode.OK);

        assertThat(counts.get("accepted").asLong()).isEqualTo(1);
        assertThat(count("dispatches")).isEqualTo(2);
        assertThat(count("runs")).isEqualTo(2);
    }

    @Test
    void ofCopiesInOneFileTheFirstCounts() throws Exception {
        deliver(
                "more.jsonl",
                "{\"text\": \"OBAN, May 3 (Ferro) -- The ferry sailed.\"}\n".repeat(7)
                        + "{\"text\": \"OBAN, May 4 (Ferro) -- The ferry came back.\"}\n".repeat(3));

        JsonNode counts = run(ExitCode.OK);

        assertThat(counts.get("accepted").asLong()).isEqualTo(2);
        assertThat(counts.get("duplicate").asLong()).isEqualTo(8);
        assertThat(column("source_uri")).containsExactly("more.jsonl#1", "more.jsonl#8");
    }

    @Test
    void theSameTextIsPublishedOnce() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        deliver("again.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\r\n\r\n");
        deliver("day/more.jsonl", "{\"text\": \"OBAN, May 3 (Ferro) -- The ferry sailed.\"}\n");

        JsonNode counts = run(ExitCode.OK);

        assertThat(counts.get("duplicate").asLong()).isEqualTo(2);
        assertThat(sources()).containsExactly("a.txt v1");
    }

    @Test
    void aChangedFileSupersedesItsEarlierRows() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry to Mull and the isles sailed on time on Sunday.\n");
        deliver("b.txt", "OBAN, May 3 (Ferro) -- The pier held.\n");
        deliver("bad.txt", "");
        run(ExitCode.TOO_MANY_REJECTED);
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry to Mull and the isles sailed two hours late on Sunday.\n");
        deliver("bad.txt", "OBAN, May 3 (Ferro) -- Better now.\n");

        run(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v2", "b.txt v1", "bad.txt v1");
        assertThat(count("rejects")).isZero();
        assertThat(bodies())
                .anyMatch(body -> body.contains("two hours late"))
                .noneMatch(body -> body.contains("on time"));
    }

    @Test
    void aTextStaysAfterItsFirstFileIsChanged() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        deliver("b.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        assertThat(sources()).containsExactly("a.txt v1");
        deliver("a.txt", "OBAN, May 3 (Ferro) -- Something else.\n");

        run(ExitCode.OK);

        assertThat(sources()).containsExactly("a.txt v1", "a.txt v1");
    }

    @Test
    void aTouchedFileIsNotReadAgain() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        Files.setLastModifiedTime(input.resolve("a.txt"), java.nio.file.attribute.FileTime.fromMillis(1_000_000));

        assertThat(run(ExitCode.OK).get("status").asString()).isEqualTo("nothing-new");
    }

    @Test
    void halfWrittenAndHiddenFilesAreLeftAlone() throws Exception {
        deliver("a.txt.part", "OBAN, May 3 (Ferro) -- The fer");
        deliver("b.tmp", "OBAN");
        deliver(".c.txt", "OBAN");

        assertThat(run(ExitCode.OK).get("read").asLong()).isZero();
    }

    @Test
    void aDryRunPublishesNothing() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");

        assertThat(Main.execute("run", "--input", input.toString(), "--output", output.toString(), "--dry-run"))
                .isEqualTo(ExitCode.OK);
        assertThat(output).doesNotExist();
        assertThat(run(ExitCode.OK).get("accepted").asLong()).isEqualTo(1);
    }

    @Test
    void aFinishedExecutionCanBeReadAgain() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);

        assertThat(Main.execute("rerun", "--output", output.toString(), "--input", input.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(snapshots()).isEqualTo(1);
        assertThat(Main.execute(
                        "rerun", "--from-step", "extract", "--output", output.toString(), "--input", input.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(snapshots()).isEqualTo(2);
        assertThat(sources()).containsExactly("a.txt v1");
    }

    @Test
    void pruneLeavesTheCurrentSnapshot() throws Exception {
        for (int i = 0; i < 3; i++) {
            deliver(i + ".txt", "OBAN, May 3 (Ferro) -- Boat " + i + " sailed.\n");
            run(ExitCode.OK);
        }
        Path job = folder.resolve("job.yaml");
        Files.writeString(job, "retention: {grace_minutes: 0}\n");

        assertThat(Main.execute("prune", "--keep", "1", "--job", job.toString(), "--output", output.toString()))
                .isEqualTo(ExitCode.OK);
        assertThat(snapshots()).isEqualTo(1);
        assertThat(count("dispatches")).isEqualTo(3);
        assertThat(run(ExitCode.OK).get("status").asString()).isEqualTo("nothing-new");
    }

    @Test
    void anOutputInUseIsNotTouched() throws Exception {
        Files.createDirectories(output);
        try (FileChannel channel = FileChannel.open(
                        output.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(Main.execute("run", "--input", input.toString(), "--output", output.toString()))
                    .isEqualTo(ExitCode.BUSY);
        }
        assertThat(output.resolve("state")).doesNotExist();
    }

    @Test
    void wrongUsageIsToldBeforeAnythingIsDone() throws Exception {
        Path job = folder.resolve("job.yaml");
        Files.writeString(job, "inputt: {path: x}\n");

        assertThat(Main.execute("run", "--job", job.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(Main.execute("run", "--input", "hdfs://x/y")).isEqualTo(ExitCode.USAGE);
        assertThat(Main.execute("rerun", "--from-step", "nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(Main.execute("walk")).isEqualTo(ExitCode.USAGE);
        assertThat(output).doesNotExist();
    }

    @Test
    void aMissingInputIsToldBeforeAnythingIsDone() throws Exception {
        input = folder.resolve("none");

        JsonNode report = run(ExitCode.INPUT_MISSING);

        assertThat(report.get("status").asString()).isEqualTo("failed");
        assertThat(report.get("exit_code").asInt()).isEqualTo(4);
        assertThat(report.get("cause").asString())
                .isEqualTo("expected the input folder at " + input + " but found none");
        assertThat(report.get("remedy").asString()).contains("--input URI");
        assertThat(output).doesNotExist();
    }

    @Test
    void aLostStateIsNotReplacedInSilence() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);
        PathUtils.delete(output.resolve("state"));

        assertThat(Main.execute("run", "--input", input.toString(), "--output", output.toString()))
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void stateIsPrivate() throws Exception {
        deliver("a.txt", "OBAN, May 3 (Ferro) -- The ferry sailed.\n");
        run(ExitCode.OK);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("state"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output.resolve("state/jobs.mv.db"))))
                .isEqualTo("rw-------");
    }

    private void deliver(String name, String text) throws IOException {
        Path path = input.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardCharsets.UTF_8);
        // long at rest, and never the same time twice
        Files.setLastModifiedTime(
                path, java.nio.file.attribute.FileTime.fromMillis(1_500_000_000_000L + System.nanoTime() / 1_000_000));
    }

    private JsonNode run(int exitCode) throws IOException {
        int code = Main.execute(
                "run",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--threads",
                "2",
                "--summary",
                summary.toString());
        assertThat(code).isEqualTo(exitCode);
        return JsonMapper.builder().build().readTree(Files.readString(summary));
    }

    private long count(String table) throws SQLException {
        return Duck.number(output, "SELECT count(*) FROM read_parquet('output/current/" + table + "/*.parquet')");
    }

    private List<String> sources() throws SQLException {
        return column("source_uri || ' v' || version");
    }

    private List<String> bodies() throws SQLException {
        return column("trim(body, e' \\n')");
    }

    private List<String> column(String expression) throws SQLException {
        return Duck.rows(
                        output,
                        "SELECT " + expression
                                + " AS x FROM read_parquet('output/current/dispatches/*.parquet') ORDER BY x")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private long snapshots() throws IOException {
        try (Stream<Path> all = Files.list(output.resolve("snapshots"))) {
            return all.count();
        }
    }
}
