package pullquote.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples that stand beside each rule for time expressions. */
class TimexRulesTest {
    private static final TimexTagger TAGGER = TimexTagger.english();
    private static final ReferenceTime WEDNESDAY =
            ReferenceTime.of(LocalDate.of(2017, 9, 27), ReferenceTime.Origin.DATELINE);
    private static final Pattern MARKED = Pattern.compile("\\[([^\\]=]+)=([^\\]]+)\\]");

    @TestFactory
    Stream<DynamicTest> findsWhatEachRuleShows() {
        return TAGGER.rules().stream()
                .flatMap(rule -> rule.hits().stream()
                        .map(hit -> DynamicTest.dynamicTest(rule.name() + ": " + hit, () -> hit(rule, hit))));
    }

    @TestFactory
    Stream<DynamicTest> leavesAloneWhatEachRuleExcludes() {
        return TAGGER.rules().stream()
                .flatMap(rule -> rule.misses().stream()
                        .map(miss -> DynamicTest.dynamicTest(
                                rule.name() + ": " + miss,
                                () -> assertThat(TAGGER.fitting(miss)).doesNotContain(rule.name()))));
    }

    @Test
    void showsAHitAndAMissForEachRule() {
        assertThat(TAGGER.rules()).hasSizeGreaterThan(25).allSatisfy(rule -> {
            assertThat(rule.hits()).as("hits of " + rule.name()).isNotEmpty();
            assertThat(rule.misses()).as("misses of " + rule.name()).isNotEmpty();
        });
    }

    private static void hit(TimexRule rule, String example) {
        List<String> expected = new ArrayList<>();
        Matcher marked = MARKED.matcher(example);
        while (marked.find()) {
            expected.add(marked.group(1) + "=" + marked.group(2));
        }
        String text = MARKED.matcher(example).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
        List<Timex3> found = TAGGER.tag(text, WEDNESDAY);
        assertThat(found.stream().map(time -> time.span().of(text) + "=" + time.value()))
                .containsExactlyElementsOf(expected);
        assertThat(TAGGER.fitting(text)).contains(rule.name());
    }
}
