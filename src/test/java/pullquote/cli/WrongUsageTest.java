package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a mistyped command line gets: one line that says what was expected, what was found and what to do. */
class WrongUsageTest {
    @Test
    void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
        assertThat(refused("rnu"))
                .isEqualTo("pullquote: expected one of [run, status, rerun, explain, schema, prune] but found rnu;"
                        + " did you mean run? see: jobs/pullquote --help");
        assertThat(refused("walk")).endsWith("but found walk; see: jobs/pullquote --help");
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheOneThatWasMeant() {
        assertThat(refused("run", "--ouput=/data"))
                .isEqualTo("pullquote: expected an option of run but found --ouput; did you mean --output? see:"
                        + " jobs/pullquote run --help");
        assertThat(refused("run", "today"))
                .isEqualTo("pullquote: expected nothing more but found today; see: jobs/pullquote run --help");
    }

    private static String refused(String... arguments) {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.execute(arguments)).isEqualTo(ExitCode.USAGE);
        } finally {
            System.setErr(err);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
        return text.strip();
    }
}
