package pullquote.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
    private static final Path ROOT = Path.of("/wire");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.txt",
                "day/a b.txt",
                "a\\b.txt",
                "%2541.txt",
                "a%23 1.txt",
                "é.txt",
                "新华/1.txt",
                "%FF.txt",
                "%01%C2%85.txt"
            })
    void everyNameLeadsBackToItsFile(String uri) {
        assertThat(InputFile.uriOf(ROOT.relativize(InputFile.resolve(ROOT, uri))))
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.txt",
                "day/a b.txt",
                "a\\b.txt",
                "50%.txt",
                "%41.txt",
                "a#1.txt",
                "é.txt",
                "新华/1.txt",
                "\uFFFD.txt"
            })
    void everyFileLeadsBackToItsName(String name) {
        assertThat(InputFile.resolve(ROOT, InputFile.uriOf(Path.of(name)))).isEqualTo(ROOT.resolve(name));
    }
}
