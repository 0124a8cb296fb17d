package pullquote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;

/** Dispatches that are handed to the analysis together come out as if each were alone. */
class SheavesOfDispatchesTest {
    private static final List<String> TEXTS = List.of(
            "OBAN, Scotland, May 3 (Ferro) -- \"The pier is shut,\" harbor master Ines Calder said on Tuesday. She had"
                    + " told owners last week that it would be.",
            "",
            "Source: Ferro\n\n",
            "He said nothing more. \"It can wait until Monday,\" she told the council. \"No one asked,\" said Calder.",
            "OBAN, May 4 (Ferro) -- According to the fleet's owner, Bruno Teague, nine boats stayed in port Wednesday.");

    private final Analyzer analyzer = Analyzer.english(DispatchSettings.standard());

    @Test
    void comeOutAsIfEachWereAlone() {
        List<RawDispatch> raws =
                TEXTS.stream().map(SheavesOfDispatchesTest::raw).toList();
        List<Outcome> alone = raws.stream().map(analyzer::analyze).toList();
        assertThat(alone)
                .hasAtLeastOneElementOfType(Rejected.class)
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                AnnotatedDispatch.class,
                                read -> assertThat(read.quotations()).hasSizeGreaterThan(1)));

        assertThat(analyzer.analyze(raws, part -> {})).isEqualTo(alone);
    }

    @Test
    void areTimedPartByPart() {
        List<Part> done = new ArrayList<>();

        analyzer.analyze(TEXTS.stream().map(SheavesOfDispatchesTest::raw).toList(), done::add);

        assertThat(done).containsExactly(Part.values());
    }

    @Test
    void ofNoneNothingComes() {
        assertThat(analyzer.analyze(List.of(), part -> {})).isEmpty();
    }

    private static RawDispatch raw(String text) {
        return new RawDispatch(new Provenance("x.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of());
    }
}
