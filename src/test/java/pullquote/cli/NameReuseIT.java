package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file name that is used again takes no dispatch away, unless what comes is a newer version of it. */
class NameReuseIT {
    private static final String FERRY =
            "OBAN, May 3 (Ferro) -- The night ferry to Colonsay ran aground off the north pier"
                    + " on Friday and 42 passengers were taken off by lifeboat.\n\n"
                    + "“Nobody was hurt and the tide will lift her tonight,” said Ana Ruiz, the harbour master.\n\n"
                    + "The operator, Brae Lines, said the ship was built in 1998 and had been inspected in March.\n";
    private static final String FERRY_CORRECTED = FERRY.replace("42 passengers", "24 passengers");
    private static final String ORCHARD =
            "KELSO, May 4 (Ferro) -- Late frost has cost growers along the Tweed a third of"
                    + " their cider apples, the growers' council said on Saturday.\n\n"
                    + "“We lit fires in every row and still lost the blossom,” said Tom Hale, who farms 60 acres.\n\n"
                    + "The council asked the ministry for relief before the end of June.\n";
    private static final String BRIDGE =
            "PERTH, May 5 (Ferro) -- The old rail bridge over the Tay will close to walkers for"
                    + " nine weeks from Monday while its deck is renewed.\n\n"
                    + "“The timber is older than any of us,” said council engineer Mairi Bell.\n";

    @TempDir
    Path folder;

    private Newsroom room;

    @BeforeEach
    void open() throws IOException {
        room = new Newsroom(folder).job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\n");
    }

    @Test
    void twoYearsUnderTheSameNamesBothStay() throws Exception {
        Newsroom last = year("y2024", FERRY);
        Newsroom next = year("y2025", ORCHARD);
        assertCounts(last, 1, 0, 0, 0);

        assertCounts(next, 1, 0, 0, 0);

        assertThat(rows()).containsExactly("0001.txt v1 KELSO", "0001.txt v1 OBAN");
        assertThat(Duck.number(
                        room.output,
                        "SELECT count(DISTINCT source) FROM read_parquet('output/current/runs/*.parquet')"))
                .isEqualTo(2);
        assertNothingNew(last);
        assertNothingNew(next);
    }

    private Newsroom year(String name, String text) throws IOException {
        Newsroom year = new Newsroom(Files.createDirectory(folder.resolve(name)), room.output);
        year.deliver("0001.txt", text);
        return year;
    }

    @Test
    void twoFoldersOfOneSourceShareTheirNames() throws Exception {
        Newsroom last = year("y2024", FERRY);
        Newsroom next = year("y2025", FERRY_CORRECTED);
        // as long, and changed at the same time: what tells them apart is what they hold
        Files.setLastModifiedTime(
                next.input.resolve("0001.txt"), Files.getLastModifiedTime(last.input.resolve("0001.txt")));
        assertThat(last.tell("run", "--source", "ferro").exitCode()).isZero();

        assertThat(next.tell("run", "--source", "ferro").exitCode()).isZero();

        assertThat(rows()).containsExactly("0001.txt v2 OBAN");
        assertThat(Duck.rows(room.output, "SELECT DISTINCT source FROM read_parquet('output/current/runs/*.parquet')"))
                .containsExactly(List.of("ferro"));
    }

    @Test
    void aFileThatIsOverwrittenEveryNightLosesNoNight() throws Exception {
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("incoming.txt", ORCHARD);
        assertCounts(room, 1, 0, 0, 1);
        room.deliver("incoming.txt", BRIDGE);
        assertCounts(room, 1, 0, 0, 1);

        assertThat(rows())
                .containsExactly(
                        "incoming.txt v1 KELSO name-reused",
                        "incoming.txt v1 OBAN",
                        "incoming.txt v1 PERTH name-reused");
        assertThat(
                        Duck.rows(
                                room.output,
                                "SELECT superseded, name_reused FROM read_parquet('output/current/runs/*.parquet') ORDER BY run_id"))
                .containsExactly(List.of("0", "0"), List.of("0", "1"), List.of("0", "1"));
        assertNothingNew(room);
    }

    @Test
    void aCorrectionUnderTheSameNameIsTheNextVersion() throws Exception {
        room.deliver("ferry.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("ferry.txt", FERRY_CORRECTED);

        Newsroom.Told told = assertCounts(room, 1, 0, 1, 0);

        assertThat(told.printed()).contains("1 superseded by newer versions, 0 new under a name used before");
        assertThat(rows()).containsExactly("ferry.txt v2 OBAN");
        assertThat(bodies()).contains("24 passengers").doesNotContain("42 passengers");
        assertNoOrphans();
        room.deliver("ferry.txt", FERRY_CORRECTED.replace("1998", "1989"));
        assertCounts(room, 1, 0, 1, 0);
        assertThat(rows()).containsExactly("ferry.txt v3 OBAN");
    }

    @Test
    void aDailyNoticeWithNewFiguresIsNoCorrection() throws Exception {
        String market =
                "LEITH, May %d (Ferro) -- Herring sold at %d pounds a cran on the Leith market on %s and cod at %d,"
                        + " the fish office said. Landings were %d crans from %d boats. Prices are those of the first sale.\n";
        room.deliver("market.txt", market.formatted(3, 118, "Friday", 240, 61, 9));
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("market.txt", market.formatted(4, 121, "Saturday", 238, 57, 8));

        assertCounts(room, 1, 0, 0, 1);

        assertThat(rows()).containsExactly("market.txt v1 LEITH", "market.txt v1 LEITH name-reused");
    }

    @Test
    void aJournalThatGrowsExtractsOnlyWhatIsNew() throws Exception {
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD)));
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD), text(BRIDGE)));

        assertCounts(room, 1, 2, 0, 0);

        assertThat(rows()).containsExactly("wire.jsonl#1 v1 OBAN", "wire.jsonl#2 v1 KELSO", "wire.jsonl#3 v1 PERTH");
    }

    @Test
    void aJournalThatIsOverwrittenKeepsWhatItHeld() throws Exception {
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD)));
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("wire.jsonl", lines(text(BRIDGE)));

        assertCounts(room, 1, 0, 0, 1);

        assertThat(rows())
                .containsExactly("wire.jsonl#1 v1 OBAN", "wire.jsonl#1 v1 PERTH name-reused", "wire.jsonl#2 v1 KELSO");
    }

    @Test
    void ofAJournalWithCorrectedNewAndMissingRecordsOnlyTheCorrectedIsReplaced() throws Exception {
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD)));
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("wire.jsonl", lines(text(BRIDGE), text(FERRY_CORRECTED)));

        assertCounts(room, 2, 0, 1, 1);

        assertThat(rows())
                .containsExactly("wire.jsonl#1 v1 PERTH name-reused", "wire.jsonl#2 v1 KELSO", "wire.jsonl#2 v2 OBAN");
        assertNoOrphans();
    }

    @Test
    void aRewrittenTextUnderItsOwnNumberIsTheNextVersion() throws Exception {
        room.deliver("wire.jsonl", lines("\"id\": \"f-17\", " + text(FERRY), "\"id\": \"f-18\", " + text(ORCHARD)));
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("wire.jsonl", lines("\"id\": \"f-18\", " + text(BRIDGE), "\"id\": \"f-17\", " + text(FERRY)));

        assertCounts(room, 1, 1, 1, 0);

        assertThat(rows()).containsExactly("wire.jsonl#1 v1 OBAN", "wire.jsonl#1 v2 PERTH");
    }

    @Test
    void aFileChangedBackFindsItsDispatchWhereItWas() throws Exception {
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("incoming.txt", ORCHARD);
        assertCounts(room, 1, 0, 0, 1);
        room.deliver("incoming.txt", FERRY);

        assertCounts(room, 0, 1, 0, 0);

        assertThat(rows()).containsExactly("incoming.txt v1 KELSO name-reused", "incoming.txt v1 OBAN");
        room.deliver("incoming.txt", FERRY_CORRECTED);
        assertCounts(room, 1, 0, 1, 0);
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 1, 0, 1, 0);
        assertThat(rows()).containsExactly("incoming.txt v1 KELSO name-reused", "incoming.txt v3 OBAN");
    }

    @Test
    void aFileChangedToWhatAnotherDeliveredIsADuplicate() throws Exception {
        room.deliver("a.txt", FERRY);
        room.deliver("b.txt", ORCHARD);
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("a.txt", ORCHARD);

        assertCounts(room, 0, 1, 0, 0);

        assertThat(rows()).containsExactly("a.txt v1 OBAN", "b.txt v1 KELSO");
    }

    @Test
    void aCorrectionThatAnotherFileBroughtFirstReplacesTheOldText() throws Exception {
        room.deliver("a.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("mirror/a.txt", FERRY_CORRECTED);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("a.txt", FERRY_CORRECTED);

        assertCounts(room, 0, 1, 1, 0);

        assertThat(rows()).containsExactly("mirror/a.txt v1 OBAN");
    }

    @Test
    void whatAnotherFileRepeatsStaysWhenItsFirstFileIsCorrected() throws Exception {
        room.deliver("a.txt", FERRY);
        room.deliver("mirror/a.txt", FERRY);
        assertCounts(room, 1, 1, 0, 0);
        room.deliver("a.txt", FERRY_CORRECTED);

        assertCounts(room, 2, 0, 0, 0);

        assertThat(rows()).containsExactly("a.txt v2 OBAN", "mirror/a.txt v1 OBAN");
        room.deliver("mirror/a.txt", FERRY_CORRECTED);
        assertCounts(room, 0, 1, 1, 0);
        assertThat(rows()).containsExactly("a.txt v2 OBAN");
    }

    @Test
    void whatAFileOfAnotherSourceRepeatedStays() throws Exception {
        Newsroom first = year("y2024", FERRY);
        Newsroom second = year("y2025", FERRY);
        assertCounts(first, 1, 0, 0, 0);
        assertCounts(second, 0, 1, 0, 0);
        first.deliver("0001.txt", FERRY_CORRECTED);

        assertCounts(first, 1, 0, 0, 1);

        assertThat(bodies()).contains("24 passengers").contains("42 passengers");
    }

    @Test
    void twoFilesThatSwapTheirTextsLoseNone() throws Exception {
        room.deliver("a.txt", FERRY);
        room.deliver("b.txt", FERRY_CORRECTED);
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("a.txt", FERRY_CORRECTED);
        room.deliver("b.txt", FERRY);

        assertCounts(room, 2, 0, 0, 0);

        assertThat(bodies()).contains("24 passengers").contains("42 passengers");
        assertThat(rows()).hasSize(2);
        assertNothingNew(room);
    }

    @Test
    void whatIsUnreadableNowTakesNothingAway() throws Exception {
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("incoming.txt", "");

        assertThat(room.tell("run").exitCode()).isZero();

        assertThat(rows()).containsExactly("incoming.txt v1 OBAN");
        assertThat(Duck.number(room.output, "SELECT count(*) FROM read_parquet('output/current/rejects/*.parquet')"))
                .isEqualTo(1);
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 0, 1, 0, 0);
        assertThat(Duck.number(room.output, "SELECT count(*) FROM read_parquet('output/current/rejects/*.parquet')"))
                .isZero();
    }

    @Test
    void aJobThatReplacesTakesEverythingThatTheFileDeliveredBefore() throws Exception {
        Files.writeString(folder.resolve("job.yaml"), "input: {on_change: replace}\n");
        room.deliver("incoming.txt", FERRY);
        room.deliver("wire.jsonl", lines(text(ORCHARD), text(BRIDGE)));
        assertCounts(room, 3, 0, 0, 0);
        room.deliver("incoming.txt", ORCHARD.replace("frost", "hail"));
        room.deliver("wire.jsonl", lines(text(BRIDGE)));

        assertCounts(room, 1, 1, 2, 0);

        assertThat(rows()).containsExactly("incoming.txt v2 KELSO", "wire.jsonl#2 v1 PERTH");
    }

    @Test
    void aJobThatKeepsReplacesNothing() throws Exception {
        Files.writeString(folder.resolve("job.yaml"), "input: {on_change: keep}\n");
        room.deliver("ferry.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("ferry.txt", FERRY_CORRECTED);

        assertCounts(room, 1, 0, 0, 1);

        assertThat(rows()).containsExactly("ferry.txt v1 OBAN", "ferry.txt v1 OBAN name-reused");
    }

    @Test
    void aDryRunNamesTheFilesThatWouldReplaceDispatches() throws Exception {
        room.deliver("ferry.txt", FERRY);
        room.deliver("incoming.txt", ORCHARD);
        assertCounts(room, 2, 0, 0, 0);
        room.deliver("ferry.txt", FERRY_CORRECTED);
        room.deliver("incoming.txt", BRIDGE);
        Map<String, String> before = room.rows();

        Newsroom.Told told = room.tell("run", "--dry-run");

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertThat(told.printed())
                .contains("would read 2 new or changed files")
                .contains("ferry.txt: would supersede 1 dispatch of this file")
                .contains("incoming.txt: its name was used before");
        assertThat(room.rows()).isEqualTo(before);
        assertCounts(room, 2, 0, 1, 1);
    }

    @Test
    void aRerunExtractsAgainAndTakesNothingAway() throws Exception {
        room.deliver("incoming.txt", FERRY);
        assertCounts(room, 1, 0, 0, 0);
        room.deliver("incoming.txt", ORCHARD);
        assertCounts(room, 1, 0, 0, 1);
        List<String> before = rows();

        assertThat(room.tell("rerun", "--from-step", "extract").exitCode()).isZero();

        assertThat(rows()).isEqualTo(before);
        room.deliver("incoming.txt", BRIDGE);
        assertThat(room.tell("rerun", "--from-step", "plan").exitCode()).isZero();
        assertThat(rows())
                .containsExactly(
                        "incoming.txt v1 KELSO name-reused",
                        "incoming.txt v1 OBAN",
                        "incoming.txt v1 PERTH name-reused");
        assertNothingNew(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "publish"})
    void aRunThatFailedAfterAStepEndsWithTheSameRows(String step) throws Exception {
        room.deliver("ferry.txt", FERRY);
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD)));
        assertThat(room.tell("run").exitCode()).isZero();
        room.deliver("ferry.txt", FERRY_CORRECTED);
        room.deliver("wire.jsonl", lines(text(BRIDGE), text(ORCHARD)));
        Path blocked = room.output.resolve(step.equals("plan") ? "staging" : "snapshots");
        Path aside = folder.resolve("aside");
        Files.move(blocked, aside);
        Files.createFile(blocked);
        assertThat(room.tell("run").exitCode()).isEqualTo(ExitCode.FAILED);
        Files.delete(blocked);
        Files.move(aside, blocked);

        Newsroom.Told told = room.tell("run");

        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertThat(told.printed()).contains("-0002: published").contains("1 superseded by");
        assertThat(rows())
                .containsExactly("ferry.txt v2 OBAN", "wire.jsonl#1 v1 PERTH name-reused", "wire.jsonl#2 v1 KELSO");
    }

    @Test
    void aRebuiltStateKnowsEachDispatchUnderANameUsedAgain() throws Exception {
        Newsroom other = year("y2025", BRIDGE);
        room.deliver("incoming.txt", FERRY);
        room.deliver("wire.jsonl", lines(text(FERRY), text(ORCHARD)));
        assertCounts(room, 2, 1, 0, 0);
        room.deliver("incoming.txt", ORCHARD.replace("frost", "hail").replace("60 acres", "90 acres"));
        room.deliver("wire.jsonl", lines(text(FERRY_CORRECTED), text(ORCHARD)));
        assertThat(room.tell("run").exitCode()).isZero();
        assertCounts(other, 1, 0, 0, 0);
        Map<String, String> before = room.rows();
        List<String> rows = rows();
        PathUtils.delete(room.output.resolve("state"));

        assertThat(room.tell("run", "--rebuild-state").exitCode()).isZero();

        assertThat(rows()).isEqualTo(rows);
        assertThat(room.rows()).isEqualTo(before);
        assertNothingNew(room);
        assertNothingNew(other);
        room.deliver("wire.jsonl", lines(text(FERRY_CORRECTED.replace("1998", "1989")), text(ORCHARD)));
        assertCounts(room, 1, 1, 1, 0);
    }

    private static String text(String text) {
        return "\"text\": \"" + text.replace("\n", "\\n") + "\"";
    }

    private static String lines(String... records) {
        return "{" + String.join("}\n{", records) + "}\n";
    }

    /** {@return what a run said that counted this} */
    private Newsroom.Told assertCounts(Newsroom from, long accepted, long duplicate, long superseded, long reused)
            throws Exception {
        Path summary = folder.resolve("summary.json");
        Newsroom.Told told = from.tell("run", "--summary", summary.toString());
        assertThat(told.exitCode()).as(told.errors()).isZero();
        JsonNode counts = JsonMapper.builder().build().readTree(Files.readString(summary));
        assertThat(List.of("accepted", "duplicate", "superseded", "name_reused").stream()
                        .map(name -> counts.get(name).asLong()))
                .as(told.printed())
                .containsExactly(accepted, duplicate, superseded, reused);
        return told;
    }

    private static void assertNothingNew(Newsroom from) {
        Newsroom.Told told = from.tell("run");
        assertThat(told.exitCode()).as(told.errors()).isZero();
        assertThat(told.printed()).contains("nothing-new");
    }

    /** {@return each dispatch: file, version, place, warning} */
    private List<String> rows() throws Exception {
        return column("source_uri || ' v' || version || ' ' || dateline_raw"
                + " || CASE WHEN list_contains(warnings, 'name-reused') THEN ' name-reused' ELSE '' END");
    }

    private String bodies() throws Exception {
        return String.join("\n", column("body"));
    }

    private List<String> column(String expression) throws Exception {
        return Duck.rows(
                        room.output,
                        "SELECT " + expression
                                + " AS x FROM read_parquet('output/current/dispatches/*.parquet') ORDER BY x")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private void assertNoOrphans() throws Exception {
        assertThat(Duck.number(
                        room.output,
                        "SELECT count(*) FROM read_parquet('output/current/quotations/*.parquet') WHERE dispatch_id NOT IN"
                                + " (SELECT dispatch_id FROM read_parquet('output/current/dispatches/*.parquet'))"))
                .isZero();
    }
}
