package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.quote.ReadLines.extract;
import static pullquote.quote.ReadLines.read;
import static pullquote.quote.ReadLines.speakers;

import org.junit.jupiter.api.Test;

/** Names as they come over the wire: every spelling of one, and what only looks like one. */
class NewsroomCasesTest {
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
    void takesNoNameFromAHeadingInCapitals() {
        String body = "TALKS FAIL AGAIN, MINISTER SAYS\n\nThe minister said that the talks had failed.";

        assertThat(read(body)).contains("The minister ~ said ~ that the talks had failed");
        assertThat(extract(body).persons()).isEmpty();
    }
}
