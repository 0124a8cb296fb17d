package pullquote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;

class CrowdedCuesTest {
    private final Analyzer analyzer = Analyzer.english(DispatchSettings.standard());

    @Test
    void aTextThatRepeatsOneAttributionWithoutEndIsReadInPartAndSaysSo() {
        assertThat(warnings("\"We sail,\" he said. ".repeat(3_000))).containsExactly("cues-passed-over");
    }

    @Test
    void anInterviewOfAHundredKilobytesKeepsAllThatIsSaid() {
        String paragraph =
                "\"We will sail as soon as the wind allows,\" said Ana Ruiz, the harbour master of Oban. She told"
                        + " reporters that two ferries had been kept in port since Monday, and that nobody knew for how long.\n\n";

        assertThat(read(paragraph.repeat(500)).quotations()).hasSizeGreaterThanOrEqualTo(1_000);
    }

    @Test
    void newsInWhichEveryOtherSentenceTellsIsReadWhole() {
        String paragraph =
                "The ferries stayed in port on Monday as the wind grew, and most of the boats of the bay were drawn"
                        + " ashore. \"We will sail as soon as the wind allows,\" said Ana Ruiz, the harbour master of Oban.\n\n";

        assertThat(warnings(paragraph.repeat(500))).isEmpty();
    }

    private List<String> warnings(String text) {
        return read(text).dispatch().warnings();
    }

    private AnnotatedDispatch read(String text) {
        return (AnnotatedDispatch) analyzer.analyze(
                new RawDispatch(new Provenance("a.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of()));
    }
}
