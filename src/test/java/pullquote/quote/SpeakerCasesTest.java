package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pullquote.text.Span;

/** Who says what, case by case: a learned model gets some wrong, and is held to a share of right ones. */
class SpeakerCasesTest {
    private static final double RIGHT = 0.8;

    @Test
    void mostStatementsHaveTheSpeakerThatAReaderGivesThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : lines()) {
            String[] cells = line.split("\t");
            Attributions found = ReadLines.extract(cells[0]);
            for (int i = 1; i < cells.length; i++) {
                all++;
                String[] expected = cells[i].split("=");
                String speakers = speakers(found, cells[0].indexOf(expected[0]));
                if (!speakers.equals(expected[1])) {
                    wrong.add(cells[i] + " but found " + speakers + " in: " + cells[0]);
                }
            }
        }

        assertThat(all).isGreaterThanOrEqualTo(40);
        assertThat(1 - wrong.size() / (double) all).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(RIGHT);
    }

    @Test
    void givesAConfidenceAndABasisWhereThereIsASpeakerAndOnlyThere() throws IOException {
        for (String line : lines()) {
            for (Quotation q : ReadLines.extract(line.split("\t")[0]).quotations()) {
                assertThat(q.speaker().isPresent()).isEqualTo(!q.speakers().isEmpty());
            }
        }
    }

    @Test
    void neverGivesAPronounAPersonOfTheOtherSexNorACompanyAPerson() {
        List<Quotation> found = ReadLines.extract("Mr. Dunmore met Mr. Calloway on Friday. She said the roof had held. "
                        + "The company said the roof was new.")
                .quotations();

        assertThat(found).isNotEmpty().allMatch(q -> q.speakers().isEmpty());
    }

    private static String speakers(Attributions found, int place) {
        return found.quotations().stream()
                .filter(q -> q.content().stream().anyMatch(piece -> holds(piece, place)))
                .reduce((outer, inner) -> inner)
                .map(q -> q.speakers().stream()
                        .map(s -> found.persons().get(s).name())
                        .collect(Collectors.joining(";")))
                .map(names -> names.isEmpty() ? "-" : names)
                .orElse("no statement");
    }

    private static boolean holds(Span piece, int place) {
        return piece.start() <= place && place < piece.end();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(SpeakerCasesTest.class.getResourceAsStream("speakers.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
