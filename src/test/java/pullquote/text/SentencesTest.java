package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    private static int sentences(String text) {
        return Tokens.of(text).sentences();
    }

    @Test
    void endsASentenceAtAPointBeforeACapital() {
        assertThat(sentences("The pier closed. It opened again in May.")).isEqualTo(2);
        assertThat(sentences("Was it closed? No. It opened in May.")).isEqualTo(3);
    }

    @Test
    void endsNoSentenceAtAnAbbreviation() {
        assertThat(sentences("The court hears Harbor Board vs. Quist today.")).isEqualTo(1);
        assertThat(sentences("Pier No. 12 costs approx. $4 million.")).isEqualTo(1);
        assertThat(sentences("Piers Nos. 3 and 4 stay closed.")).isEqualTo(1);
    }

    @Test
    void endsASentenceAtNoBeforeAWord() {
        assertThat(sentences("He asked and she said no. Twelve left.")).isEqualTo(2);
    }
}
