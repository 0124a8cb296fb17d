package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pullquote.text.Tokens;

class NameEdgesTest {
    @Test
    void tellsApartWhatJoinsTheWordsOfARun() {
        Passage p = new Passage(
                Tokens.of("Bank of Alder and Ana Lopez & Sons, Ltd. Kotka's FBI in Van der Berg J. McGee 3"),
                Lexicon.empty());
        Set<Integer> classes = new HashSet<>();

        for (int i = 0; i < p.size; i++) {
            int edge = NameEdges.of(p, i, 0);
            assertThat(edge).isBetween(NameEdges.START, NameEdges.COUNT - 1);
            classes.add(edge);
        }

        assertThat(NameEdges.of(p, 0, 0)).isEqualTo(NameEdges.START);
        assertThat(NameEdges.of(p, 2, 0)).as("after \"of\"").isNotEqualTo(NameEdges.of(p, 4, 0));
        assertThat(classes).hasSizeGreaterThan(12);
    }
}
