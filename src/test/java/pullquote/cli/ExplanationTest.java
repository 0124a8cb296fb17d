package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;

class ExplanationTest {
    private static final String TEXT = "Harbour opens\n\nSource: AP| 1989-05-03\n\n"
            + "OBAN, Scotland (AP) -- \"The pier will hold,\" harbour master Dana Ortiz said Tuesday.\n";

    @Test
    void marksEachAttributionAndGivesItsReason() {
        String text = explain(TEXT);

        assertThat(text)
                .contains("[C1 \"The pier will hold,\"]")
                .contains("[Q1 said")
                .contains("Dana Ortiz")
                .containsPattern("1 direct said: .*confidence [01]\\.[0-9]{2}, by ")
                .containsPattern("D1 \"Tuesday\": DATE 1989-05-02, counted from published 1989-05-03, by rule ");
    }

    @Test
    void saysWhyASpeakerWasChosen() {
        assertThat(explain(TEXT + "\n\"It held for a century,\" he added.\n"))
                .containsPattern(
                        "speaker: Dana Ortiz \\(name \".*Dana Ortiz\", [01]\\.[0-9]{2}\\): named in the source");
    }

    @Test
    void showsUntilWhenADispatchIsEmbargoed() {
        assertThat(explain("EMBARGOED UNTIL 00:01 GMT THURSDAY, MAY 4, 1989\n\n" + TEXT))
                .containsPattern("embargo +1989-05-04T00:01:00Z");
    }

    @Test
    void letsNoControlCharacterReachTheTerminal() {
        String text = explain(TEXT.replace("pier", "pi\u001B[31mer\u202E\u0007"));

        assertThat(text.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(text).doesNotContain("\u202E");
    }

    private static String explain(String text) {
        RawDispatch raw =
                new RawDispatch(new Provenance("oban.txt", 0, "0", "txt", "UTF-8", "valid-utf8"), text, Map.of());
        AnnotatedDispatch annotated = (AnnotatedDispatch)
                Analyzer.english(DispatchSettings.standard()).analyze(raw);
        return new Explanation(annotated).text();
    }
}
