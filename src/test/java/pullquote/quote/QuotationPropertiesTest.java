package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pullquote.text.Span;

/** What must hold for any text, tried on random copy from the domain's alphabet. */
class QuotationPropertiesTest {
    private static final String[] ALPHABET = {
        "\"",
        "\"",
        "“",
        "”",
        "``",
        "''",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        ",",
        ".",
        "?",
        ":",
        ";",
        " -- ",
        "(",
        ")",
        "[",
        "said",
        "says",
        "told",
        "reporters",
        "according to",
        "called for",
        "that",
        "to",
        "He",
        "she",
        "they",
        "the",
        "a",
        "Dana Ortiz",
        "Ortiz",
        "Mr. Hahn",
        "Quayside Corp",
        "al-Ghazi",
        "U.S.",
        "minister",
        "spokesman",
        "police",
        "would",
        "open",
        "the pier",
        "in March",
        "denied",
        "vowed",
        "\n",
        "\n\n",
        "\n   ",
        "\t",
        "1989",
        "$2.5",
        "é",
        "日本",
        "😀",
        "\uD83D",
        "\u0000",
        "\u2029",
        "-",
        "_",
        "...",
        "'s",
        "n't",
        "By",
        "PORT ELM",
        "and",
        "who",
        "which"
    };

    private static final QuotationExtractor EXTRACTOR = QuotationExtractor.english();

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(120);
        for (int i = 0; i < words; i++) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
            if (random.nextInt(5) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static void assertInOrderWithin(String body, List<Span> spans) {
        int last = 0;
        for (Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            assertThat(span.isEmpty()).isFalse();
            assertThat(span.end()).isLessThanOrEqualTo(body.length());
            last = span.end();
        }
    }

    @Test
    void keepsEverySpanInsideTheBodyAndInOrder() {
        Random random = new Random(42);
        int found = 0;
        for (int round = 0; round < 3000; round++) {
            String body = text(random);
            int storyStart = random.nextInt(4) == 0 ? random.nextInt(body.length()) : 0;

            Attributions attributions = EXTRACTOR.extract(new Story(body, storyStart));

            for (Quotation q : attributions.quotations()) {
                found++;
                assertInOrderWithin(body, q.content());
                assertInOrderWithin(body, q.cue());
                assertInOrderWithin(body, q.source());
                assertThat(q.content().get(0).start()).isGreaterThanOrEqualTo(storyStart);
                assertThat(q.speakers())
                        .allMatch(s -> s < attributions.persons().size());
                q.addressee().ifPresent(a -> assertThat(a.end()).isLessThanOrEqualTo(body.length()));
            }
        }
        assertThat(found).as("attributions in random copy").isGreaterThan(500);
    }

    @Test
    void readsTheSameTextTheSameWayOnAnyThread() throws Exception {
        Random random = new Random(7);
        List<String> bodies =
                random.ints(60).mapToObj(seed -> text(new Random(seed))).toList();
        List<Attributions> once =
                bodies.stream().map(b -> EXTRACTOR.extract(new Story(b, 0))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Attributions>> again = bodies.stream()
                    .map(b -> threads.submit(() -> EXTRACTOR.extract(new Story(b, 0))))
                    .toList();
            for (int i = 0; i < once.size(); i++) {
                assertThat(again.get(i).get()).isEqualTo(once.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readsHostileTextToItsEnd() {
        for (String part :
                List.of("\"", "\" ", "''", "' ", "(", "a", "He said ", "\"A,\" he said, ", "Ana Lopez ", "\n")) {
            String body = part.repeat(60_000 / part.length());

            assertThat(EXTRACTOR.extract(new Story(body, 0)).quotations())
                    .allSatisfy(q -> assertInOrderWithin(body, q.content()));
        }
    }

    @Test
    void aColonThatBeginsALineNamesNoOne() {
        String body = "The board\n: “We will sail at dawn and be back by dusk.”";

        assertThat(EXTRACTOR.extract(new Story(body, 0)).quotations())
                .allSatisfy(q -> assertThat(q.source())
                        .allSatisfy(source -> assertThat(source.end()).isGreaterThan(source.start())));
    }

    @Test
    void findsNothingInNoText() {
        assertThat(EXTRACTOR.extract(new Story("", 0))).isEqualTo(Attributions.none());
        assertThat(EXTRACTOR.extract(new Story(" \n ", 3))).isEqualTo(Attributions.none());
    }
}
