package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.quote.ReadLines.extract;
import static pullquote.quote.ReadLines.quotations;
import static pullquote.quote.ReadLines.read;
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
    void tellsDirectIndirectAndMixedQuotationsApart() {
        assertThat(only("\"The pier will open in March,\" Harbor Commissioner Dana Ortiz said.")
                        .kind())
                .isEqualTo(Quotation.Kind.DIRECT);
        assertThat(only("Harbor Commissioner Dana Ortiz said the pier would open in March.")
                        .kind())
                .isEqualTo(Quotation.Kind.INDIRECT);
        assertThat(only("Harbor Commissioner Dana Ortiz said the delay was \"a disgrace for the city.\"")
                        .kind())
                .isEqualTo(Quotation.Kind.MIXED);
    }

    @Test
    void joinsTheHalvesOfASplitQuotation() {
        assertThat(read("\"We owe the fishermen an answer,\" Ortiz said. \"They have waited long enough.\""))
                .containsExactly(
                        "Ortiz ~ said ~ \"We owe the fishermen an answer,\" | \"They have waited long enough.\"");
    }

    @Test
    void carriesAQuotationOverParagraphs() {
        String body = "\"We owe the fishermen an answer,\" Ortiz said.\n\n"
                + "\"They have waited long enough for this pier to be built.\"\n\n"
                + "The harbor was founded in 1884.";

        assertThat(read(body))
                .containsExactly("Ortiz ~ said ~ \"We owe the fishermen an answer,\""
                        + " | \"They have waited long enough for this pier to be built.\"");
    }

    @Test
    void losesNoMoreThanAParagraphToAMissingMark() {
        String broken = "\"The cranes are safe and have been tested twice, the builder said.\n\n";
        String sound = "\"We will appeal to the high court,\" lawyer Nora Quist said on Friday.";

        assertThat(read(broken + sound)).contains("lawyer Nora Quist ~ said ~ \"We will appeal to the high court,\"");
    }

    @Test
    void readsEveryKindOfMark() {
        for (String[] marks : new String[][] {{"\"", "\""}, {"“", "”"}, {"``", "''"}, {"«", "»"}, {"„", "“"}}) {
            String body =
                    marks[0] + "We will appeal to the high court," + marks[1] + " lawyer Nora Quist said on Friday.";

            assertThat(read(body))
                    .containsExactly(
                            "lawyer Nora Quist ~ said ~ " + marks[0] + "We will appeal to the high court," + marks[1]);
        }
    }

    @Test
    void findsTheCueBeforeAfterAndInverted() {
        assertThat(read("The minister said that the talks had failed."))
                .containsExactly("The minister ~ said ~ that the talks had failed");
        assertThat(read("The talks had failed, the minister said."))
                .containsExactly("the minister ~ said ~ The talks had failed");
        assertThat(read("\"The talks have failed,\" said the minister."))
                .containsExactly("the minister ~ said ~ \"The talks have failed,\"");
    }

    @Test
    void readsAccordingToAndCallsFor() {
        assertThat(read("Four people were hurt in the blast, according to police."))
                .containsExactly("police ~ according to ~ Four people were hurt in the blast");
        assertThat(read("The union called for an inquiry into the delay."))
                .containsExactly("The union ~ called for ~ an inquiry into the delay");
    }

    @Test
    void namesTheActOfACue() {
        assertThat(only("The union vowed to strike until Christmas.").act()).isEqualTo(Act.PROMISED);
        assertThat(only("The company denied that it had hidden the cracks.").act())
                .isEqualTo(Act.DENIED);
        assertThat(only("The mayor warned that the bridge could collapse.").act())
                .isEqualTo(Act.WARNED);
        assertThat(only("The union called for an inquiry into the delay.").act())
                .isEqualTo(Act.DEMANDED);
    }

    @Test
    void tellsThoughtsFromStatements() {
        assertThat(only("The mayor believes that the bridge is safe.").act().expressed())
                .isFalse();
        assertThat(only("The mayor said that the bridge is safe.").act().expressed())
                .isTrue();
    }

    @Test
    void saysHowASourceIsNamed() {
        assertThat(only("She said the pier would open in March.").sourceForm()).isEqualTo(Quotation.SourceForm.PRONOUN);
        assertThat(only("Dana Ortiz said the pier would open in March.").sourceForm())
                .isEqualTo(Quotation.SourceForm.NAME);
        assertThat(only("A source close to the talks said the pier would open in March.")
                        .sourceForm())
                .isEqualTo(Quotation.SourceForm.DESCRIPTION);
        assertThat(only("The report said the pier would open in March.").sourceForm())
                .isEqualTo(Quotation.SourceForm.DOCUMENT);
    }

    @Test
    void keepsTheOutletThatRelayedApartFromTheSpeaker() {
        String body =
                "The army will leave the valley within a week, General Tomas Berg said, according to Lantern news agency.";
        Attributions found = extract(body);

        assertThat(found.quotations()).anySatisfy(q -> {
            assertThat(text(body, q.source())).contains("Tomas Berg");
            assertThat(q.via().map(v -> v.of(body))).contains("Lantern news agency");
        });
    }

    @Test
    void tellsToWhomItWasSaid() {
        String body = "Ortiz told reporters that the pier would open in March.";

        assertThat(only(body).addressee().map(a -> a.of(body))).contains("reporters");
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
    void leavesScareQuotesAndTitlesOfWorksAlone() {
        assertThat(read("The so-called \"deal\" fell apart.")).isEmpty();
        assertThat(read("\"The Glass Harbor\" opened in London on Tuesday.")).isEmpty();
        assertThat(read("Anton \"Lefty\" Marsh played for Leeds.")).isEmpty();
    }

    @Test
    void readsHardWrappedCopy() {
        String body = "   The minister told a news conference that the talks about\n"
                + "the northern border had failed.\n   The weather was fine.\n   Trains ran late.\n";

        assertThat(read(body))
                .containsExactly("The minister ~ told ~ that the talks about\nthe northern border had failed");
    }

    @Test
    void leavesTextInAnotherLanguageAlone() {
        assertThat(
                        read(
                                "El ministro dijo que las conversaciones sobre la frontera norte fracasaron ayer en la capital."))
                .isEmpty();
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
