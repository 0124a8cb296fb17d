package pullquote.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import pullquote.batch.Ledger.KnownFile;
import pullquote.intake.InputFile;
import pullquote.report.Counters;
import pullquote.report.Stage;

/** Lists what is new, freezes it as this run's manifest and cuts it into splits of about equal bytes. */
final class PlanTasklet implements Tasklet {
    private final JobSettings settings;
    private final Ledger ledger;
    private final SupersessionLedger supersessions;
    private final Counters counters;
    private final Runnable onNew;
    private final Clock clock;

    /**
     * The step.
     *
     * @param onNew called for every file that the ledger does not know
     */
    PlanTasklet(JobSettings settings, Ledger ledger, Counters counters, Runnable onNew, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.supersessions = new SupersessionLedger(ledger.jdbc());
        this.counters = counters;
        this.onNew = onNew;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        counters.times().begin();
        RunParameters run = RunParameters.of(contribution.getStepExecution());
        Plan plan = run.again().isPresent() ? again(run.number(), run.again().get()) : plan(run.number());
        contribution.getStepExecution().getExecutionContext().putLong("files", plan.files());
        new SplitCounts(Map.of("vanished", plan.vanished()))
                .store(contribution.getStepExecution().getExecutionContext());
        long bytes = ledger.byteCount(run.number().no());
        counters.plan(bytes);
        RunLog.started(run.number(), settings, plan.files(), bytes);
        counters.times().end(Stage.PLAN);
        return RepeatStatus.FINISHED;
    }

    /**
     * What a run will read.
     *
     * @param files how many files
     * @param vanished how many of an earlier run's files are gone
     */
    record Plan(int files, long vanished) {}

    /** Writes what was decided to the ledger. */
    private final class ToLedger implements InputPlan.Taker {
        private final RunNumber run;
        private final Manifest manifest;
        private final Set<Long> readAgain = new HashSet<>();

        ToLedger(RunNumber run, Manifest manifest) {
            this.run = run;
            this.manifest = manifest;
        }

        @Override
        public void fresh(InputFile file) {
            onNew.run();
            manifest.addNew(file);
        }

        @Override
        public void again(KnownFile known, InputFile file) {
            add(known, file, Math.max(1, known.version()));
        }

        @Override
        public void changed(KnownFile known, InputFile file) {
            add(known, file, known.version() + 1);
        }

        private void add(KnownFile known, InputFile file, int version) {
            manifest.add(known.fileId(), file, version, settings.onChange() == OnChange.REPLACE ? version : 1);
            readAgain.add(known.fileId());
        }

        @Override
        public void touched(KnownFile known, InputFile file) {
            ledger.touched(known.fileId(), file);
        }

        @Override
        public void decided(FileChange change) {
            supersessions.add(run.no(), change.known().fileId(), change.superseded());
            if (change.isReused()) {
                manifest.markReused(change.known().fileId());
            }
        }
    }

    /** Freezes what is new in the input now. */
    Plan plan(RunNumber run) {
        Manifest manifest = new Manifest(ledger.jdbc(), run, settings.source());
        ToLedger taker = new ToLedger(run, manifest);
        long unsettled = new InputPlan(settings, ledger, clock).each(taker);
        addEchoes(taker, settings.input(), settings.source());
        manifest.freeze(settings.input(), settings.jobSha256(), unsettled, settings.threads(), settings.splitBytes());
        return new Plan(manifest.size(), 0);
    }

    /** Freezes the files of an earlier run, as they are now, to have them extracted again. */
    private Plan again(RunNumber run, long earlier) {
        Path root = ledger.inputRoot(earlier);
        String source = ledger.source(earlier);
        Manifest manifest = new Manifest(ledger.jdbc(), run, source);
        ToLedger taker = new ToLedger(run, manifest);
        ChangeDecision decision = new ChangeDecision(settings, ledger, root, taker::decided);
        long vanished = 0;
        for (int split = 1; split <= ledger.splitCount(earlier); split++) {
            List<PlannedFile> page = ledger.files(earlier, split, 0);
            while (!page.isEmpty()) {
                for (PlannedFile old : page) {
                    Optional<InputFile> now =
                            InputScan.describe(root, old.file().path());
                    Optional<KnownFile> known = ledger.known(source, old.file().uri());
                    if (now.isPresent() && known.isPresent()) {
                        readAgain(taker, known.get(), now.get());
                        decision.extractAgain(known.get(), now.get());
                    } else {
                        vanished++;
                    }
                }
                page = ledger.files(earlier, split, page.get(page.size() - 1).position() + 1);
            }
        }
        decision.end();
        addEchoes(taker, root, source);
        manifest.freeze(root, settings.jobSha256(), 0, settings.threads(), settings.splitBytes());
        return new Plan(manifest.size(), vanished);
    }

    private static boolean readAgain(InputPlan.Taker taker, KnownFile known, InputFile now) {
        boolean isChanged = InputPlan.isAnother(now, known);
        if (isChanged) {
            taker.changed(known, now);
        } else {
            taker.again(known, now);
        }
        return isChanged;
    }

    /**
     * When a dispatch is superseded, the files that delivered it again are read again, so that it stays if they hold it
     * still; one of these that has changed may supersede others in its turn.
     */
    private void addEchoes(ToLedger taker, Path root, String source) {
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            supersessions.keepWhatOtherSourcesHold(taker.run.no(), source).forEach(taker.manifest::markReused);
            ChangeDecision decision = new ChangeDecision(settings, ledger, root, taker::decided);
            for (KnownFile echo : supersessions.echoes(taker.run.no())) {
                Optional<InputFile> now = InputScan.describe(root, InputFile.resolve(root, echo.uri()));
                if (now.isPresent() && !taker.readAgain.contains(echo.fileId()) && readAgain(taker, echo, now.get())) {
                    decision.changed(echo, now.get());
                    isMore = true;
                }
            }
            decision.end();
        }
    }
}
