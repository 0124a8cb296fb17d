package pullquote.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
 * <p>What is not right yet of fields, times and bylines is listed in each one's {@code open.txt}, line by line; the list
 * must be exactly what is open, so that whatever gets better (or worse) shows. {@code -Dgolden.update=true} writes the
 * lists again. Quotations and persons come from learned models: a share of their cells must be right.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** The share of the cells of quotations and persons that must be right. */
    private static final double RIGHT = 0.85;

    private final Analyzer analyzer = Analyzer.english(DispatchSettings.standard());

    static Stream<Path> dispatches() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("dispatches")
    void givesTheExpectedFieldsTimesAndBylinesButForWhatIsListedAsOpen(Path folder) throws IOException {
        List<String> open = comparison(folder).differences().stream()
                .filter(line -> !isLearned(line))
                .toList();

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

    @Test
    void givesMostOfTheExpectedQuotationsAndPersons() throws IOException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Path folder : dispatches().toList()) {
            GoldenComparison comparison = comparison(folder);
            comparison.differences().stream().filter(GoldenTest::isLearned).forEach(wrong::add);
            cells += comparison.learnedCells();
        }

        assertThat(1 - wrong.size() / (double) cells)
                .as("%d of %d cells:%n%s", wrong.size(), cells, String.join("\n", wrong))
                .isGreaterThanOrEqualTo(RIGHT);
    }

    private GoldenComparison comparison(Path folder) throws IOException {
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
        return new GoldenComparison(folder, rows);
    }

    private static boolean isLearned(String difference) {
        return difference.startsWith("quotation") || difference.startsWith("person");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
