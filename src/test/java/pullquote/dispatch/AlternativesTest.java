package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static String found(String expression, String text) {
        Matcher matcher = Pattern.compile("(?iu)" + expression).matcher(text);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    @Test
    void theLongestWordIsTakenWhateverTheirOrder() {
        String expression = Alternatives.of(List.of("mar", "march", "may", "marzo"), " ");
        assertThat(found(expression, "March 3")).isEqualTo("March");
        assertThat(found(expression, "marble")).isEqualTo("mar");
        assertThat(found(expression, "MAY")).isEqualTo("MAY");
        assertThat(found(expression, "mild")).isEmpty();
    }

    @Test
    void whatFollowsMayAskForAShorterWord() {
        assertThat(found(Alternatives.of(List.of("sept", "sep"), " ") + "tember", "september"))
                .isEqualTo("september");
    }

    @Test
    void signsStandForThemselvesAndSpacesForWhatTheyAreGiven() {
        String expression = Alternatives.of(List.of("u.k. time", "u.k."), "\\s{1,2}");
        assertThat(found(expression, "U.K.  time")).isEqualTo("U.K.  time");
        assertThat(found(expression, "uxkx")).isEmpty();
    }

    @Test
    void otherAlphabetsAreFoldedToo() {
        assertThat(found(Alternatives.of(List.of("января", "février"), " "), "ЯНВАРЯ"))
                .isEqualTo("ЯНВАРЯ");
        assertThat(found(Alternatives.of(List.of("发布时间", "时间"), " "), "时间：")).isEqualTo("时间");
    }
}
