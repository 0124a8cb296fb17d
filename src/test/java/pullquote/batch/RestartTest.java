package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.batch.test.context.SpringBatchTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import pullquote.report.Counters;
import pullquote.storage.SnapshotStore;

/** A batch whose second split fails on the first try. */
@SpringBatchTest
@SpringJUnitConfig(RestartTest.Wiring.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class RestartTest {
    private static final int FILES = 30;

    @Autowired
    private JobOperatorTestUtils job;

    @Autowired
    private JobSettings settings;

    @Autowired
    private Faults faults;

    @Autowired
    private JobRepository repository;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    void deliver() throws IOException {
        for (int i = 0; i < FILES; i++) {
            String text = "LERWICK, May " + (i + 1) % 28 + " (Ferro) -- Boat number " + i + " came in late.\n"
                    + "Nobody minded. ".repeat(4000);
            Path file = settings.input().resolve("d" + (100 + i) + ".txt");
            Files.writeString(file, text);
        }
    }

    @Test
    void onlyTheSplitThatFailedIsRunAgain() throws Exception {
        faults.failOnce(BatchConfiguration.EXTRACT_SPLIT + ":split-0002");
        RunParameters run = new RunParameters(RunNumber.of(1, Instant.EPOCH), java.util.Optional.empty());

        JobExecution first = job.startJob(run.toJobParameters());
        assertThat(first.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(splits(first)).containsEntry("split-0002", BatchStatus.FAILED);
        try (Stream<Path> staged = Files.walk(settings.output().resolve("staging"))) {
            assertThat(staged).as("rows that were set aside").noneMatch(path -> path.endsWith("scratch"));
        }
        assertThat(splits(first).values().stream().filter(s -> s == BatchStatus.COMPLETED))
                .hasSizeGreaterThan(1);
        assertThat(new SnapshotStore(settings.output()).current()).isEmpty();

        JobExecution second = job.startJob(run.toJobParameters());

        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(splits(second)).containsOnlyKeys("split-0002");
        assertThat(steps(second)).doesNotContain("plan").contains("extract", "publish", "report");
        StepExecution publish = second.getStepExecutions().stream()
                .filter(s -> s.getStepName().equals("publish"))
                .findFirst()
                .orElseThrow();
        assertThat(RunCounts.load(publish.getExecutionContext())).hasValueSatisfying(counts -> {
            assertThat(counts.accepted()).isEqualTo(FILES);
            assertThat(counts.read()).isEqualTo(FILES);
        });
        assertThat(new SnapshotStore(settings.output()).current()).isPresent();
        assertThat(settings.output().resolve("staging")).isEmptyDirectory();
    }

    @Test
    void aStepWhoseEndCouldNotBeWrittenDownIsDoneAgain() throws Exception {
        faults.failOnce(BatchConfiguration.EXTRACT_SPLIT + ":split-0002");
        RunParameters run = new RunParameters(RunNumber.of(1, Instant.EPOCH), java.util.Optional.empty());
        JobExecution first = job.startJob(run.toJobParameters());
        for (StepExecution step : first.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.FAILED) {
                step.setStatus(BatchStatus.UNKNOWN);
                repository.update(step);
            }
        }
        assertThatThrownBy(() -> job.startJob(run.toJobParameters())).hasMessageContaining("UNKNOWN");

        new Reruns(repository, ledger).allowAgain(first.getJobInstance());
        JobExecution last = job.startJob(run.toJobParameters());

        assertThat(last.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(splits(last)).containsOnlyKeys("split-0002");
        assertThat(new SnapshotStore(settings.output()).current()).isPresent();
    }

    @Test
    void aFileThatIsRemovedBeforeItIsReadIsGoneAndOneThatIsChangedWaits() throws Exception {
        faults.failOnce(BatchConfiguration.EXTRACT_SPLIT + ":split-0002");
        RunParameters run = new RunParameters(RunNumber.of(1, Instant.EPOCH), java.util.Optional.empty());
        job.startJob(run.toJobParameters());
        List<PlannedFile> second = ledger.files(1, 2, 0);
        Files.delete(second.get(0).file().path());
        Files.writeString(second.get(1).file().path(), "LERWICK, May 3 (Ferro) -- More than there was.\n");

        JobExecution last = job.startJob(run.toJobParameters());

        assertThat(last.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        StepExecution publish = last.getStepExecutions().stream()
                .filter(s -> s.getStepName().equals("publish"))
                .findFirst()
                .orElseThrow();
        assertThat(RunCounts.load(publish.getExecutionContext())).hasValueSatisfying(counts -> {
            assertThat(counts.vanished()).isEqualTo(1);
            assertThat(counts.deferred()).isEqualTo(1);
            assertThat(counts.accepted()).isEqualTo(FILES - 2);
            assertThat(counts.read()).isEqualTo(FILES - 1);
        });
    }

    @Test
    void anInputFolderThatIsGoneIsNoFolderOfRemovedFiles() throws Exception {
        faults.failOnce(BatchConfiguration.EXTRACT_SPLIT + ":split-0002");
        RunParameters run = new RunParameters(RunNumber.of(1, Instant.EPOCH), java.util.Optional.empty());
        job.startJob(run.toJobParameters());
        Files.move(settings.input(), settings.input().resolveSibling("unmounted"));

        JobExecution again = job.startJob(run.toJobParameters());

        assertThat(again.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(new SnapshotStore(settings.output()).current()).isEmpty();
        Files.move(settings.input().resolveSibling("unmounted"), settings.input());
        assertThat(job.startJob(run.toJobParameters()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void aStepIsOneOfFourInAFixedOrder() throws Exception {
        RunParameters run = new RunParameters(RunNumber.of(1, Instant.EPOCH), java.util.Optional.empty());

        JobExecution execution = job.startJob(run.toJobParameters());

        assertThat(steps(execution).stream().filter(name -> !name.contains(":")))
                .containsExactly("plan", "extract", "publish", "report");
    }

    private static TreeMap<String, BatchStatus> splits(JobExecution execution) {
        TreeMap<String, BatchStatus> splits = new TreeMap<>();
        String prefix = BatchConfiguration.EXTRACT_SPLIT + ":";
        execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().startsWith(prefix))
                .forEach(step -> splits.put(step.getStepName().substring(prefix.length()), step.getStatus()));
        return splits;
    }

    private static List<String> steps(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .sorted(java.util.Comparator.comparing(StepExecution::getId))
                .map(StepExecution::getStepName)
                .toList();
    }

    /** Steps that fail once. */
    static final class Faults {
        private final Set<String> pending = ConcurrentHashMap.newKeySet();

        void failOnce(String step) {
            pending.add(step);
        }

        boolean strikes(String step) {
            return pending.remove(step);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(BatchConfiguration.class)
    static class Wiring {
        @Bean
        JobSettings settings() {
            try {
                Path folder = Files.createTempDirectory("restart");
                folder.toFile().deleteOnExit();
                Path input = Files.createDirectory(folder.resolve("in"));
                Path output = Files.createDirectory(folder.resolve("out"));
                return PlainSettings.of(input, output, 300_000, 3);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Bean
        Counters counters() {
            return new Counters();
        }

        @Bean
        JobDatabase database(JobSettings settings) {
            return JobDatabase.open(settings.state(), 10);
        }

        @Bean
        static Faults faults() {
            return new Faults();
        }

        @Bean
        static BeanPostProcessor faultyProcessor(Faults faults) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!(bean instanceof DispatchProcessor processor)) {
                        return bean;
                    }
                    ItemProcessor<Sheaf, List<Result>> wrapped = sheaf -> {
                        for (SourceItem item : sheaf.items()) {
                            String step = BatchConfiguration.EXTRACT_SPLIT + ":"
                                    + SplitPartitioner.name(item.file().split());
                            // not with the first item: something has to be thrown away
                            if (item.ordinal() % (1L << 32) == 1
                                    && item.file().position() % 4 == 3
                                    && faults.strikes(step)) {
                                throw new IllegalStateException("a planted fault");
                            }
                        }
                        return processor.process(sheaf);
                    };
                    return wrapped;
                }
            };
        }
    }
}
