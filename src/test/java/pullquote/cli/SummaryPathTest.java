package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryPathTest {
    @TempDir
    Path folder;

    private String job;

    @BeforeEach
    void writeJob() throws IOException {
        job = Files.writeString(folder.resolve("job.yaml"), "threads: -3\nreport: {summary: logs/last.json}\n")
                .toString();
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheJobFile() {
        Map<String, String> environment = Map.of("PULLQUOTE_SUMMARY", "/var/env.json", "PULLQUOTE_JOB", job);

        assertThat(find(environment, "run", "--summary", "/var/flag.json")).contains(Path.of("/var/flag.json"));
        assertThat(find(environment, "rerun", "--summary=/var/flag.json")).contains(Path.of("/var/flag.json"));
        assertThat(find(environment, "run")).contains(Path.of("/var/env.json"));
        assertThat(find(Map.of("PULLQUOTE_JOB", job, "PULLQUOTE_SUMMARY", ""), "run"))
                .contains(folder.resolve("logs/last.json"));
    }

    @Test
    void aJobFileThatIsRefusedForSomethingElseStillNamesItsSummary() throws IOException {
        assertThat(find(Map.of(), "run", "--job", job, "--wrong")).contains(folder.resolve("logs/last.json"));
        Files.writeString(folder.resolve("broken.yaml"), "report: [\n");
        assertThat(find(Map.of(), "run", "--job", folder.resolve("broken.yaml").toString()))
                .isEmpty();
        assertThat(find(Map.of(), "run", "--job", folder.resolve("none.yaml").toString()))
                .isEmpty();
    }

    @Test
    void whoOnlyLooksLeavesTheSummaryOfTheNightAlone() {
        Map<String, String> environment = Map.of("PULLQUOTE_SUMMARY", "/var/env.json");

        assertThat(find(environment, "status")).isEmpty();
        assertThat(find(environment, "rnu")).isEmpty();
        assertThat(find(environment, "run", "--help")).isEmpty();
        assertThat(find(environment, "run", "--dry-run", "--summary", "/var/flag.json"))
                .isEmpty();
        assertThat(find(environment)).isEmpty();
        assertThat(find(environment, "rnu", "--summary", "/var/flag.json"))
                .as("a mistyped run")
                .contains(Path.of("/var/flag.json"));
    }

    private static Optional<Path> find(Map<String, String> environment, String... arguments) {
        return new SummaryPath(List.of(arguments), environment).find();
    }
}
