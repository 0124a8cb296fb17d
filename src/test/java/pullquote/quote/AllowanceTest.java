package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    @Test
    void aBookOfNewsDenserThanAnyNeverRunsOut() {
        assertThat(granted(new Allowance(), 200, 55, 50_000)).isEqualTo(50_000);
    }

    @Test
    void aSpeechFullOfInterjectionsIsReadWhole() {
        assertThat(granted(new Allowance(), 30, 25, 60)).isEqualTo(60);
    }

    @Test
    void anAttributionRepeatedWithoutEndIsPassedOverMostOfTheTime() {
        int cues = 20_000;
        int granted = granted(new Allowance(), 14, 55, cues);

        assertThat(granted).isPositive();
        assertThat(granted * 75).isLessThan(2600 + 14 * cues / 2);
    }

    @Test
    void doubtfulCuesArePassedOverBeforeSureOnes() {
        Allowance allowance = new Allowance();
        int sure = 0;
        int doubtful = 0;
        for (int i = 1; i <= 1000; i++) {
            sure += allowance.affords(i * 200, 25, 0.95f) ? 1 : 0;
            sure += allowance.affords(i * 200 + 60, 25, 0.95f) ? 1 : 0;
            doubtful += allowance.affords(i * 200 + 120, 25, 0.4f) ? 1 : 0;
        }

        assertThat(sure).isEqualTo(2000);
        assertThat(doubtful).isBetween(30, 500);
    }

    @Test
    void whatIsLearnedFromIsNotRationed() {
        assertThat(granted(Allowance.unlimited(), 1, 500, 1000)).isEqualTo(1000);
    }

    /** How many cues so many characters apart can be looked into, at so many tokens each. */
    private static int granted(Allowance allowance, int apart, int tokens, int cues) {
        int granted = 0;
        for (int i = 1; i <= cues; i++) {
            granted += allowance.affords(i * apart, tokens, 0.9f) ? 1 : 0;
        }
        return granted;
    }
}
