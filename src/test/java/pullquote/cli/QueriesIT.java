package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The analyst's questions that come with the project, asked of the samples. */
class QueriesIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() {
        assertThat(Main.execute(
                        "run",
                        "--input",
                        "input",
                        "--output",
                        folder.resolve("out").toString()))
                .isEqualTo(ExitCode.OK);
    }

    static Stream<Path> queries() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("jobs/queries"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isAnswered(Path query) throws Exception {
        String sql = Files.readString(query);

        assertThat(sql).as("begins with its question").startsWith("--");
        List<List<String>> rows = Duck.rows(folder.resolve("out"), sql);
        assertThat(rows).as("the samples have an answer").isNotEmpty();
    }

    @Test
    void thereAreTen() throws Exception {
        assertThat(queries()).hasSizeGreaterThanOrEqualTo(10);
    }
}
