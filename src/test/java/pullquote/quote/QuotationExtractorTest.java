package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static pullquote.quote.ReadLines.extract;
import static pullquote.quote.ReadLines.quotations;
import static pullquote.quote.ReadLines.speakers;
import static pullquote.quote.ReadLines.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import pullquote.text.Span;

/** What the extractor makes of copy, in the newsroom's own cases. */
class QuotationExtractorTest {
    private static Quotation only(String body) {
        List<Quotation> all = quotations(body);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void resolvesSurnameTitleAndPronounToTheFullName() {
        String body = "Harbor Commissioner Dana Ortiz said the pier would open in March.\n\n"
                + "Ortiz said the delay had cost the city two million dollars.\n\n"
                + "She said the builder would pay for the damage.\n\n"
                + "The commissioner said the harbor would stay open.";

        assertThat(speakers(body)).containsExactly("Dana Ortiz", "Dana Ortiz", "Dana Ortiz", "Dana Ortiz");
    }

    @Test
    void resolvesBothSpeakersOfAJointSource() {
        assertThat(speakers("Mayor Ruth Adler and Governor Piet Hahn said the bridge would be closed on Monday."))
                .containsExactly("Ruth Adler + Piet Hahn");
    }

    @Test
    void resolvesACompanyByItsShortName() {
        String body = "Quayside Corp announced that it would close its yard.\n\nQuayside said 300 jobs would go.";

        assertThat(speakers(body)).containsExactly("Quayside Corp", "Quayside Corp");
    }

    @Test
    void namesNoOneWhenNotSure() {
        assertThat(speakers("Police said four people were hurt.")).containsExactly("");
        assertThat(speakers("A source close to the talks said the offer had been withdrawn."))
                .containsExactly("");
        assertThat(speakers("An official who asked not to be named said the talks had failed."))
                .allMatch(String::isEmpty);
    }

    @Test
    void listsAPersonOnceWithTitleAndAliases() {
        String body = "Harbor Commissioner Dana Ortiz said the pier would open in March. Ortiz said it was late.";

        assertThat(extract(body).persons())
                .filteredOn(named -> named.kind() == Person.Kind.PERSON)
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.name()).isEqualTo("Dana Ortiz");
                    assertThat(person.aliases()).containsExactly("Ortiz");
                    assertThat(person.title()).contains("Commissioner");
                    assertThat(person.mentions()).containsExactly(new Span(20, 30), new Span(66, 71));
                });
    }

    @Test
    void readsANameOfAnyLength() {
        for (String word : List.of("Bank of ", "Oslo Bergen ", "Minister Ana ", "Adler and ")) {
            String name = word.repeat(100);

            assertThatCode(() -> extract(name + "said it rained. Then the " + name + "said it snowed."))
                    .as(word)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void beginsAfterTheDateline() {
        String body = "PORT ELM (Lantern) -- The minister said the talks had failed.";

        Quotation found = extract(body, body.indexOf("The")).quotations().get(0);

        assertThat(text(body, found.source())).isEqualTo("The minister");
    }

    @Test
    void isLessSureOfADoubtfulCue() {
        double plain = only("The minister said that the talks had failed.").confidence();

        assertThat(plain).isGreaterThan(0.8);
        assertThat(quotations("The talks signaled a change of course."))
                .allSatisfy(q -> assertThat(q.confidence()).isLessThan(plain));
    }
}
