package pullquote.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.table.DispatchRows;
import pullquote.table.RowMapper;

/**
 * Dispatches with the rows that a careful reader would expect of them.
 *
 * <p>What is not right yet stands in each one's {@code open.txt}, line by line; the list must be exactly what is open, so
 * that whatever gets better (or worse) shows. {@code -Dgolden.update=true} writes the lists anew.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Analyzer analyzer = Analyzer.english(DispatchSettings.standard());

    static Stream<Path> dispatches() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dispatches")
    void givesTheExpectedRowsButForWhatIsListedAsOpen(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("raw.txt"));
        RawDispatch raw =
                new RawDispatch(new Provenance("raw.txt", 0, "0", "txt", "UTF-8", "valid-utf8"), text, Map.of());
        AnnotatedDispatch annotated = (AnnotatedDispatch) analyzer.analyze(raw);
        DispatchRows rows = new RowMapper("run")
                .rows(
                        "id",
                        1,
                        annotated,
                        text.codePointCount(0, annotated.dispatch().bodyStart()));

        List<String> open = new GoldenComparison(folder, rows).differences();

        Path list = folder.resolve("open.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(list, open, StandardCharsets.UTF_8);
        }
        assertThat(open)
                .isEqualTo(Optional.of(list)
                        .filter(Files::exists)
                        .map(GoldenTest::lines)
                        .orElse(List.of()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
