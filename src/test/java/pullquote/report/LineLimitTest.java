package pullquote.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineLimitTest {
    @Test
    void theFirstFiveRejectsOfACodeAreShownAndTheOthersCounted() {
        LineLimit lines = new LineLimit();
        int shown = 0;
        for (int i = 0; i < 12; i++) {
            shown += lines.admits("rejected empty") ? 1 : 0;
        }
        for (int i = 0; i < 5; i++) {
            assertThat(lines.admits("rejected binary")).isTrue();
        }
        Map<String, Long> more = new TreeMap<>();
        lines.drain(more::put);

        assertThat(shown).isEqualTo(5);
        assertThat(more).containsExactly(Map.entry("rejected empty", 7L));
        assertThat(lines.admits("rejected empty")).as("in the next batch").isTrue();
    }
}
