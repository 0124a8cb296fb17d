package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.quote.ReadLines.extract;
import static pullquote.quote.ReadLines.quotations;
import static pullquote.quote.ReadLines.read;
import static pullquote.quote.ReadLines.speakers;
import static pullquote.quote.ReadLines.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copy as it comes over the wire: what is reported without the plain "he said", and what only looks like it. */
class NewsroomCasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Finance Minister Lena Voss was quoted as saying that the loan would be repaid by June."
                        + "~Finance Minister Lena Voss~was quoted as saying~that the loan would be repaid by June~REPORTED",
                "The judge asked why the files had been burned."
                        + "~The judge~asked~why the files had been burned~ASKED",
                "\"Who paid for the crossing?\" asked prosecutor Maren Holt."
                        + "~prosecutor Maren Holt~asked~\"Who paid for the crossing?\"~ASKED",
                "The union urged the ministry to open the books before the vote."
                        + "~The union~urged~the ministry to open the books before the vote~DEMANDED",
                "The governor vowed to rebuild the bridge within a year."
                        + "~The governor~vowed~to rebuild the bridge within a year~PROMISED",
                "The senator praised the rescuers for their courage during the flood."
                        + "~The senator~praised~the rescuers for their courage during the flood~PRAISED",
                "The opposition accused the mayor of hiding the audit."
                        + "~The opposition~accused~the mayor of hiding the audit~ACCUSED",
                "The minister denied that money had changed hands."
                        + "~The minister~denied~that money had changed hands~DENIED",
                "In a statement, the Harbor Authority said the crane had been inspected in May."
                        + "~the Harbor Authority~said~the crane had been inspected in May~SAID",
                "The Elbe Courier reported that three divers were missing."
                        + "~The Elbe Courier~reported~that three divers were missing~REPORTED"
            })
    void readsPassivesQuestionsDemandsPraiseAndAccusations(
            String body, String source, String cue, String content, Act act) {
        assertThat(read(body)).containsExactly(source + " ~ " + cue + " ~ " + content);
        assertThat(quotations(body).get(0).act()).isEqualTo(act);
    }

    @Test
    void readsWhatWasAnnouncedByNoOneInParticular() {
        assertThat(read("It was announced that the northern line would reopen on Monday."))
                .containsExactly(" ~ was announced ~ that the northern line would reopen on Monday");
    }

    @Test
    void readsASpeakerAfterADashAndBeforeAColon() {
        assertThat(read("\"The turbines are safe and will run through the winter.\" -- Tove Lind, chief engineer"))
                .containsExactly("Tove Lind ~ -- ~ \"The turbines are safe and will run through the winter.\"");
        assertThat(speakers("Asked whether the vote would be delayed, Mr. Osei said: \"Not by a single hour.\""))
                .contains("Osei");
    }

    @Test
    void keepsAQuotationWithinAQuotationInOnePiece() {
        String body =
                "\"The keeper told me, 'Row for the light,' and we rowed all night,\" survivor Ines Paredes said on Sunday.";

        assertThat(read(body))
                .containsExactly("survivor Ines Paredes ~ said ~ "
                        + "\"The keeper told me, 'Row for the light,' and we rowed all night,\"");
    }

    @Test
    void readsSingleMarksAsQuotationMarksAndApostrophesAsNone() {
        String quoted = "'We will rebuild the mill,' the owner, Karl Brandt, said.";
        assertThat(read(quoted)).containsExactly("the owner, Karl Brandt ~ said ~ 'We will rebuild the mill,'");
        assertThat(quotations(quoted).get(0).kind()).isEqualTo(Quotation.Kind.DIRECT);

        String apostrophes = "The boatmen's chief, Amadou Keita, said the river wasn't safe for the fishermen's sons.";
        assertThat(read(apostrophes))
                .containsExactly("The boatmen's chief, Amadou Keita ~ said ~ "
                        + "the river wasn't safe for the fishermen's sons");
        assertThat(quotations(apostrophes).get(0).kind()).isEqualTo(Quotation.Kind.INDIRECT);
    }

    @Test
    void goesBackOverParagraphsThatReopenTheirMarks() {
        String body =
                "“We lost the boats. We lost the nets.\n\n“We will not lose the village,” Mayor Ilse Roth told residents.";

        assertThat(read(body))
                .containsExactly("Mayor Ilse Roth ~ told ~ “We lost the boats. We lost the nets.\n\n"
                        + "“We will not lose the village,”");
    }

    @Test
    void doesNotTakeALostMarkForASpeechOverParagraphs() {
        String body = "\"I never signed it, said the clerk.\n\n\"The books are in order,\" auditor Pia Lund said.";

        assertThat(read(body)).contains("auditor Pia Lund ~ said ~ \"The books are in order,\"");
    }

    @Test
    void carriesTheSpeakerOverToAQuotationThatStandsAlone() {
        String body =
                "Grain dealer Marta Kovacs said the harvest was poor. She pointed at the empty silos behind the yard.\n\n"
                        + "\"We have had no rain since April.\"";

        Attributions found = extract(body);
        List<Quotation> carried =
                found.quotations().stream().filter(Quotation::continued).toList();

        assertThat(carried).singleElement().satisfies(q -> {
            assertThat(text(body, q.content())).isEqualTo("\"We have had no rain since April.\"");
            assertThat(q.cue()).isEmpty();
            assertThat(q.confidence()).isLessThan(0.5);
            assertThat(found.persons().get(q.speakers().get(0)).name()).isEqualTo("Marta Kovacs");
        });
    }

    @Test
    void carriesNoSpeakerOverSomeoneElse() {
        String body =
                "Grain dealer Marta Kovacs said the harvest was poor. Her brother Janos Kiss shook his head in the yard.\n\n"
                        + "\"We have had no rain since April.\"";

        assertThat(quotations(body))
                .filteredOn(q -> text(body, q.content()).contains("rain"))
                .allSatisfy(q -> assertThat(q.speakers()).isEmpty());
    }

    @Test
    void knowsOneSpeakerByEverySpellingOfTheName() {
        assertThat(speakers(
                        "The chief of staff, Lt. Gen. Yusuf al-Haddad, met his Lusanian counterpart, Emil Strand, on Friday. "
                                + "Al-Haddad said the border would stay open. Strand said patrols would be doubled."))
                .containsExactly("Yusuf al-Haddad", "Emil Strand");
        assertThat(speakers("Prof. J. K. Morland and Jean-Luc Ferrand presented the map. "
                        + "Morland said the glacier had lost a third of its ice. Ferrand said the lake was rising."))
                .containsExactly("J. K. Morland", "Jean-Luc Ferrand");
    }

    @Test
    void leavesNicknamesAndTeamsInMarksAlone() {
        assertThat(read("The team, nicknamed \"the Herons,\" won 3-1. Captain Joe \"Tiny\" Wallace scored twice."))
                .isEmpty();
    }

    @Test
    void takesNoNameFromAHeadingInCapitals() {
        String body = "TALKS FAIL AGAIN, MINISTER SAYS\n\nThe minister said that the talks had failed.";

        assertThat(read(body)).contains("The minister ~ said ~ that the talks had failed");
        assertThat(extract(body).persons()).isEmpty();
    }

    @Test
    void readsAroundAnEditorsNote() {
        String body = "The mayor said the dyke would hold. [Editor's note: the dyke broke on Tuesday.] The water rose.";

        assertThat(read(body)).containsExactly("The mayor ~ said ~ the dyke would hold");
    }

    @Test
    void readsTheEnglishOfABilingualText() {
        String body =
                "El ministro dijo que las conversaciones sobre la frontera norte fracasaron ayer en la capital.\n\n"
                        + "The minister said that the talks had failed.";

        assertThat(read(body)).containsExactly("The minister ~ said ~ that the talks had failed");
    }

    @Test
    void readsAListItemByItem() {
        String body = "The ministry made three demands:\n- that the border be opened;\n- that the prisoners be freed;\n"
                + "- that the toll be dropped.\nMinister Dan Ohta said none was negotiable.";

        assertThat(read(body)).contains("Minister Dan Ohta ~ said ~ none was negotiable");
    }

    @Test
    void tellsNoOneWhoSpeaksToHimself() {
        Quotation asked = quotations("\"Who paid for the crossing?\" asked prosecutor Maren Holt.")
                .get(0);

        assertThat(asked.addressee()).isEmpty();
    }

    @Test
    void namesTheOutletThatRelaysWithReportedToo() {
        String body = "The general said the troops would leave, the Lantern news agency reported.";

        assertThat(quotations(body)).singleElement().satisfies(q -> {
            assertThat(text(body, q.source())).isEqualTo("The general");
            assertThat(q.via().map(v -> v.of(body))).contains("the Lantern news agency");
        });
    }
}
