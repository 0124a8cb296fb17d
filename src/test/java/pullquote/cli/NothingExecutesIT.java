package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a dispatch, a job file or a path is never more than text. */
class NothingExecutesIT {
    @TempDir
    Path folder;

    @Test
    void explainShowsNoCharacterThatMovesACursor() throws Exception {
        Newsroom room = new Newsroom(folder);
        String escapes = "\u001B]0;title\u0007\u202E\u009B31m\u2028\u2029\r";
        Path file = room.deliver(
                "a.txt",
                "Slug: " + escapes + "\nHeadline: " + escapes + "\n\nOBAN, May 3 (Ferro" + escapes + ") -- “We sail"
                        + escapes + ",” said Ana" + escapes + " Ruiz on Monday.\n" + "Nobody minded. ".repeat(100));

        Newsroom.Told told = room.tell("run");
        java.io.ByteArrayOutputStream printed = new java.io.ByteArrayOutputStream();
        java.io.PrintStream out = System.out;
        System.setOut(new java.io.PrintStream(printed, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute("explain", file.toString())).isZero();
        } finally {
            System.setOut(out);
        }

        assertThat(told.exitCode()).as(told.errors()).isZero();
        String shown = printed.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(shown).contains("We sail").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]");
        assertThat(room.tell("status").printed()).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}&&[^\\n]]");
    }

    @Test
    void aFileNameForgesNoLogLine() throws Exception {
        Newsroom room = new Newsroom(folder);
        Newsroom.Told told = room.tell(
                "explain",
                folder.resolve("x\n12:00:00 all is well\u001B[2J.txt").toString());

        assertThat(told.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(told.errors().lines()).hasSize(1);
        assertThat(told.errors()).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://localhost/\"]]]]\n",
                "input: !!java.io.FileOutputStream [made-by-a-tag]\n",
                "input: {path: !!java.net.URL \"http://localhost/\"}\nthreads: !!java.lang.ProcessBuilder [touch, made]\n",
                "a: &a [x, x, x]\nb: &b [*a, *a, *a]\ninput: {ignore: [*b, *b]}\n"
            })
    void aJobFilesTagsAndAliasesMakeNothing(String yaml) throws Exception {
        Newsroom room = new Newsroom(folder).job(folder.resolve("job.yaml"), yaml);

        Newsroom.Told told = room.tell("run");

        assertThat(told.exitCode()).as(told.errors()).isEqualTo(ExitCode.USAGE);
        assertThat(told.errors().lines()).hasSize(1);
        assertThat(Path.of("made-by-a-tag")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;INIT=RUNSCRIPT FROM 'evil.sql'", "x;TRACE_LEVEL_FILE=3", "x\\;INIT=SELECT 1"})
    void aPathSteersNoSettingIntoTheDatabase(String name) throws Exception {
        Newsroom room = new Newsroom(folder);
        room.deliver("a.txt", Newsroom.dispatch("day", 1));
        Newsroom.Told state = room.tell("run", "--state", folder.resolve(name).toString());
        Newsroom other = new Newsroom(room.input, folder.resolve(name));
        Newsroom.Told output = other.tell("run");

        for (Newsroom.Told told : java.util.List.of(state, output)) {
            assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(told.errors()).contains("without a semicolon");
        }
        assertThat(Files.exists(room.output.resolve("current"))).isFalse();
    }
}
