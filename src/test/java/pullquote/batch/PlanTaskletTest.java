package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import pullquote.dispatch.DispatchSettings;
import pullquote.report.Counters;

/** When the analysis is loaded: as soon as there is something to read. */
class PlanTaskletTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileIsAnnouncedAndAnEmptyNightIsNot() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        JobSettings settings = PlainSettings.of(input, folder.resolve("out"));
        AtomicInteger announced = new AtomicInteger();
        try (JobDatabase database = JobDatabase.open(folder.resolve("state"), 2)) {
            PlanTasklet plan = new PlanTasklet(
                    settings,
                    new Ledger(new JdbcTemplate(database.dataSource())),
                    new Counters(),
                    announced::incrementAndGet,
                    Clock.systemUTC());

            plan.plan(RunNumber.of(1, Instant.EPOCH));
            assertThat(announced).hasValue(0);

            Files.writeString(input.resolve("a.txt"), "Boats left, he said.");
            plan.plan(RunNumber.of(2, Instant.EPOCH));
            assertThat(announced).hasValue(1);
        }
    }

    @Test
    void theAnalysisIsLoadedOnceWhoeverAsksFirst() {
        AnalyzerLoader loader = new AnalyzerLoader(DispatchSettings.standard());

        loader.begin();
        loader.begin();

        assertThat(loader.get()).isSameAs(loader.get());
    }
}
