package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationExtractorTest {
    private static final QuotationExtractor EXTRACTOR = QuotationExtractor.english();

    @Test
    void findsWhoSaidWhatAndByWhichWord() {
        String body = "Harbor Commissioner Dana Ortiz said the new pier would open in March.";

        Attributions found = EXTRACTOR.extract(body, 0);

        assertThat(found.quotations()).singleElement().satisfies(q -> {
            assertThat(q.source().get(0).of(body)).isEqualTo("Harbor Commissioner Dana Ortiz");
            assertThat(q.cue().get(0).of(body)).isEqualTo("said");
            assertThat(q.content().get(0).of(body)).isEqualTo("the new pier would open in March");
            assertThat(found.persons().get(q.speakers().get(0)).name()).isEqualTo("Dana Ortiz");
        });
    }
}
