package pullquote.batch;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import pullquote.analysis.Analyzer;
import pullquote.report.Counters;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Wires the job {@code dispatches}: plan, extract over the splits, publish, report. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration extends JdbcDefaultBatchConfiguration {
    static final String JOB = "dispatches";
    static final String PLAN = "plan";
    static final String EXTRACT = "extract";
    static final String EXTRACT_SPLIT = "extractSplit";
    static final String PUBLISH = "publish";
    static final String REPORT = "report";

    private static final String STEP = "#{stepExecution}";

    /** Metadata is plain JSON: reading it can make nothing but maps, texts and numbers. */
    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return serializer();
    }

    static ExecutionContextSerializer serializer() {
        return new JacksonExecutionContextStringSerializer(JsonMapper.builder()
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .build());
    }

    /** A batch's parameters are numbers; a type that is named in the database makes nothing else. */
    @Override
    protected ConfigurableConversionService getConversionService() {
        return numbers();
    }

    static ConfigurableConversionService numbers() {
        GenericConversionService numbers = new GenericConversionService();
        numbers.addConverter(String.class, Long.class, Long::valueOf);
        numbers.addConverter(Long.class, String.class, number -> number.toString());
        return numbers;
    }

    @Bean
    JobRegistry jobRegistry() {
        return new MapJobRegistry();
    }

    @Bean
    DataSource dataSource(JobDatabase database) {
        return database.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    Ledger ledger(DataSource dataSource) {
        return new Ledger(new JdbcTemplate(dataSource));
    }

    @Bean
    FileLedger fileLedger(Ledger ledger) {
        return new FileLedger(ledger.jdbc());
    }

    @Bean
    @Lazy
    Analyzer analyzer(AnalyzerLoader loader) {
        return loader.get();
    }

    @Bean
    AnalyzerLoader analyzerLoader(JobSettings settings) {
        return new AnalyzerLoader(settings.dispatch());
    }

    @Bean
    Publisher publisher(JobSettings settings, Ledger ledger) {
        return new Publisher(settings, ledger);
    }

    @Bean
    PlanTasklet planTasklet(JobSettings settings, Ledger ledger, Counters counters, AnalyzerLoader loader) {
        return new PlanTasklet(settings, ledger, counters, loader::begin, Clock.systemUTC());
    }

    @Bean
    Job dispatches(JobRepository repository, Step plan, Step extract, Step publish, Step report) {
        return new JobBuilder(JOB, repository)
                .listener(new ZoneNote())
                .start(plan)
                .next(extract)
                .next(publish)
                .next(report)
                .build();
    }

    @Bean
    StepProgress stepProgress(JobRepository repository, Ledger ledger, Counters counters) {
        return new StepProgress(repository, ledger, counters);
    }

    @Bean
    Step plan(
            JobRepository repository,
            PlatformTransactionManager transactions,
            PlanTasklet tasklet,
            StepProgress progress) {
        return new StepBuilder(PLAN, repository)
                .listener(progress)
                .tasklet(tasklet, transactions)
                .build();
    }

    @Bean
    Step extract(
            JobRepository repository,
            JobSettings settings,
            Step extractSplit,
            Partitioner splits,
            StepProgress progress) {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("extract-");
        workers.setConcurrencyLimit(settings.threads());
        return new StepBuilder(EXTRACT, repository)
                .listener(progress)
                .partitioner(EXTRACT_SPLIT, splits)
                .step(extractSplit)
                .gridSize(settings.threads())
                .taskExecutor(workers)
                .build();
    }

    @Bean
    @StepScope
    Partitioner splits(Ledger ledger, @Value(STEP) StepExecution step) {
        return new SplitPartitioner(ledger, RunParameters.of(step).number().no());
    }

    @Bean
    Step extractSplit(
            JobRepository repository,
            PlatformTransactionManager transactions,
            JobSettings settings,
            ItemStreamReader<Sheaf> splitReader,
            ItemProcessor<Sheaf, List<Result>> dispatchProcessor,
            ItemStreamWriter<List<Result>> rowsWriter,
            Helpers helpers) {
        return new StepBuilder(EXTRACT_SPLIT, repository)
                .<Sheaf, List<Result>>chunk(Sheaf.perChunk(settings.chunkRecords(), settings.threads()))
                .reader(splitReader)
                .processor(dispatchProcessor)
                .writer(rowsWriter)
                .taskExecutor(helpers)
                .transactionManager(transactions)
                .build();
    }

    @Bean
    Helpers helpers(JobSettings settings, Counters counters) {
        return new Helpers(settings.threads(), counters.times());
    }

    /** One for each split, which its processor and its writer share; without a proxy between them and it. */
    @Bean
    @Scope(value = "step", proxyMode = ScopedProxyMode.NO)
    TextIds acceptedTexts() {
        return new TextIds();
    }

    @Bean
    @StepScope
    ItemStreamReader<Sheaf> splitReader(
            JobSettings settings, Ledger ledger, Counters counters, Helpers helpers, @Value(STEP) StepExecution step) {
        return new SplitReader(
                settings,
                ledger,
                counters,
                helpers,
                RunParameters.of(step).number().no(),
                split(step));
    }

    @Bean
    @StepScope
    ItemProcessor<Sheaf, List<Result>> dispatchProcessor(
            Analyzer analyzer, TextIds accepted, Counters counters, @Value(STEP) StepExecution step) {
        return new DispatchProcessor(
                analyzer::analyze, accepted, RunParameters.of(step).number(), counters.times());
    }

    @Bean
    @StepScope
    ItemStreamWriter<List<Result>> rowsWriter(
            JobSettings settings, Ledger ledger, Counters counters, TextIds accepted, @Value(STEP) StepExecution step) {
        RunNumber run = RunParameters.of(step).number();
        return new RowsWriter(
                settings, ledger, new StagingArea(settings, run), counters, accepted, run.no(), split(step));
    }

    @Bean
    Step publish(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Publisher publisher,
            Ledger ledger,
            Counters counters,
            StepProgress progress) {
        return new StepBuilder(PUBLISH, repository)
                .listener(progress)
                .tasklet(new PublishTasklet(publisher, ledger, repository, counters.times()), transactions)
                .build();
    }

    @Bean
    Step report(
            JobRepository repository,
            PlatformTransactionManager transactions,
            JobSettings settings,
            Counters counters,
            StepProgress progress) {
        return new StepBuilder(REPORT, repository)
                .listener(progress)
                .tasklet(new ReportTasklet(settings, counters.times()), transactions)
                .build();
    }

    private static int split(StepExecution step) {
        return SplitPartitioner.split(step.getStepName());
    }
}
