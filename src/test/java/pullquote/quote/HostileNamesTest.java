package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of names alone, on one line. A walk over the whole sentence for each name would take hours. */
class HostileNamesTest {
    private static final int LENGTH = 200_000;

    private static final QuotationExtractor EXTRACTOR = QuotationExtractor.english();

    static Stream<String> texts() {
        Random random = new Random(1);
        return Stream.of(
                text(i -> word(random).toUpperCase(Locale.ROOT) + " "),
                text(i -> word(random) + " " + word(random) + ", "),
                text(i -> "A-"),
                text(i -> "Oslo-based "),
                text(i -> word(random) + " of "),
                text(i -> "Ana Lopez "),
                text(i -> "\"" + word(random) + "\" "),
                text(i -> "Robert \"Red\" Hanley "),
                text(i -> word(random) + " " + word(random) + " Bank, the " + acronym(random) + ", "),
                text(i -> "the Bank of " + word(random) + " (" + acronym(random) + ") said. "),
                text(i -> "in " + word(random) + ". "),
                text(i -> word(random) + " Lopez, a minister, "),
                text(i -> "editing by " + word(random) + " "));
    }

    private static String text(IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder().append((char) ('A' + random.nextInt(26)));
        int letters = 3 + random.nextInt(6);
        for (int i = 0; i < letters; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static String acronym(Random random) {
        return word(random).substring(0, 4).toUpperCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Timeout(300)
    void areReadToTheirEnd(String text) {
        Attributions found = EXTRACTOR.extract(new Story(text, 0));

        assertThat(found.persons())
                .allSatisfy(person -> assertThat(person.mentions()).isNotEmpty());
    }
}
