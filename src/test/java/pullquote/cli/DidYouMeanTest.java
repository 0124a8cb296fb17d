package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> COMMANDS = List.of("run", "status", "rerun", "explain", "schema", "prune");

    @ParameterizedTest
    @CsvSource({"rnu,run", "Run,run", "statsu,status", "explian,explain", "shema,schema", "prun,prune", "rerrun,rerun"})
    void aSlipOfTheFingerNamesTheCommandThatWasMeant(String typed, String meant) {
        assertThat(DidYouMean.hint(typed, COMMANDS)).isEqualTo("; did you mean " + meant + "?");
    }

    @Test
    void aWordThatIsNearNoneGetsNoHint() {
        assertThat(DidYouMean.hint("walk", COMMANDS)).isEmpty();
        assertThat(DidYouMean.hint("", COMMANDS)).isEmpty();
    }

    @Test
    void neighboursThatChangedPlacesAreOneSlip() {
        assertThat(DidYouMean.distance("rnu", "run")).isEqualTo(1);
        assertThat(DidYouMean.distance("settle_ms", "setle_ms")).isEqualTo(1);
        assertThat(DidYouMean.distance("ferry", "")).isEqualTo(5);
    }

    @Test
    void aMisspeltVariableOfTheEnvironmentIsRefusedWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> Environment.refuseUnknown(Map.of("PULLQUOTE_OUPUT", "/data", "PATH", "/bin")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("found PULLQUOTE_OUPUT in the environment")
                .hasMessageEndingWith("; did you mean PULLQUOTE_OUTPUT?");
        Environment.refuseUnknown(Map.of("PULLQUOTE_HOME", "/opt", "PULLQUOTE_SUMMARY", "", "PULLQUOTES", "7"));
    }
}
