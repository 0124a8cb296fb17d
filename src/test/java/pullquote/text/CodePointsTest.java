package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void countsAPairAsOneCharacter() {
        CodePoints points = CodePoints.of("a😀b😀");

        assertThat(points.toCodePoints(0)).isEqualTo(0);
        assertThat(points.toCodePoints(1)).isEqualTo(1);
        assertThat(points.toCodePoints(3)).isEqualTo(2);
        assertThat(points.toCodePoints(4)).isEqualTo(3);
        assertThat(points.toCodePoints(6)).isEqualTo(4);
    }

    @Test
    void countsALoneSurrogateAsACharacterOfItsOwn() {
        CodePoints points = CodePoints.of("\uD83Dx\uDE00");

        assertThat(points.toCodePoints(3)).isEqualTo(3);
    }

    @Test
    void agreesWithTheJdkOnRandomText() {
        String[] alphabet = {"a", "é", "字", "😀", "𝒜", "e\u0301", "\uD83D", "\uDE00", "\n"};
        Random random = new Random(42);
        int pairs = 0;
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet[random.nextInt(alphabet.length)]);
            }
            CodePoints points = CodePoints.of(text);
            for (int at = 0; at <= text.length(); at++) {
                boolean insidePair = at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1));
                if (insidePair) {
                    pairs++;
                } else {
                    int expected = Character.codePointCount(text, 0, at);
                    assertThat(points.toCodePoints(at)).isEqualTo(expected);
                    assertThat(points.toUtf16(expected)).isEqualTo(at);
                }
            }
        }
        assertThat(pairs).isGreaterThan(1000);
    }
}
