package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pullquote.quote.Finding.Range;
import pullquote.text.Tokens;

/** Which findings can stand together. */
class FindingChoiceTest {
    private static final Passage P = new Passage(
            Tokens.of("The keeper said the captain had told him that the lamp was out and the boat was lost at sea."),
            Lexicon.empty());

    @Test
    void keepsWhatLiesWholeWithinWhatAnotherSaid() {
        Finding outer = finding(2, 0, 2, 3, 13, 0.9);
        Finding inner = finding(6, 3, 5, 8, 13, 0.8);

        for (List<Finding> order : List.of(List.of(outer, inner), List.of(inner, outer))) {
            FindingChoice.Chosen chosen = choose(order);

            assertThat(chosen.outer()).containsExactly(outer);
            assertThat(chosen.inner()).containsExactly(inner);
        }
    }

    @Test
    void keepsTheSurerInnerFindingWithinALessSureOuterOne() {
        Finding outer = finding(2, 0, 2, 3, 13, 0.6);
        Finding inner = finding(6, 3, 5, 8, 13, 0.8);

        FindingChoice.Chosen chosen = choose(List.of(outer, inner));

        assertThat(chosen.outer()).containsExactly(outer);
        assertThat(chosen.inner()).containsExactly(inner);
    }

    @Test
    void keepsOneOfTwoThatReachIntoEachOther() {
        Finding first = finding(2, 0, 2, 3, 13, 0.9);
        Finding crossing = finding(6, 3, 5, 8, 18, 0.3);

        FindingChoice.Chosen chosen = choose(List.of(first, crossing));

        assertThat(chosen.outer()).containsExactly(first);
        assertThat(chosen.inner()).isEmpty();
    }

    @Test
    void leavesToAThoughtOnlyWhatStatementsLeave() {
        Finding statement = finding(2, 0, 2, 3, 13, 0.3);
        Finding thought = finding(6, 3, 5, 8, 13, 0.9).unexpressed();

        FindingChoice.Chosen chosen = choose(List.of(thought, statement));

        assertThat(chosen.outer()).containsExactly(statement);
        assertThat(chosen.inner()).isEmpty();
    }

    private static FindingChoice.Chosen choose(List<Finding> findings) {
        return new FindingChoice(P)
                .choose(findings.stream()
                        .map(f -> new FindingChoice.Option(f, List.of()))
                        .toList());
    }

    private static Finding finding(int cue, int from, int to, int contentFrom, int contentTo, double sure) {
        return new Finding(
                new Cue(cue, cue + 1, cue, 1),
                new Range(from, to),
                List.of(new Range(contentFrom, contentTo)),
                null,
                null,
                sure,
                true,
                false,
                "test");
    }
}
