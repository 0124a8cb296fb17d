package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples that stand beside each shape of datelines. */
class DatelineRulesTest {
    private static final DatelineReader READER = new DatelineReader(DispatchSettings.standard(), new Gazetteer());

    @TestFactory
    Stream<DynamicTest> findsTheDatelineThatEachShapeShows() {
        return DatelineRule.all().stream()
                .flatMap(rule -> rule.hits().stream()
                        .map(hit -> DynamicTest.dynamicTest(rule.name() + ": " + hit, () -> hit(rule, hit))));
    }

    @TestFactory
    Stream<DynamicTest> findsNoneWhereTheShapeSaysSo() {
        return DatelineRule.all().stream()
                .flatMap(rule -> rule.misses().stream()
                        .map(miss -> DynamicTest.dynamicTest(
                                rule.name() + ": " + miss,
                                () -> assertThat(read(miss)).isEmpty())));
    }

    @Test
    void showsAHitAndAMissForEachShape() {
        assertThat(DatelineRule.all()).hasSizeGreaterThan(5).allSatisfy(rule -> {
            assertThat(rule.hits()).isNotEmpty();
            assertThat(rule.misses()).isNotEmpty();
        });
    }

    private static void hit(DatelineRule rule, String example) {
        String text = example.replace("[", "").replace("]", "");
        DatelineReader.Found found = read(text).orElseThrow();
        assertThat(found.rule()).isEqualTo(rule.name());
        assertThat(text.substring(0, found.end())).isEqualTo(example.substring(1, example.indexOf(']')));
    }

    private static Optional<DatelineReader.Found> read(String text) {
        return READER.read(text, 0, 0, Optional.of(LocalDate.of(2017, 9, 28)));
    }
}
