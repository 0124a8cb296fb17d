package pullquote.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
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
    /** SHA-256 of nothing. */
    private static final String NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final JobSettings settings;
    private final Ledger ledger;
    private final Counters counters;
    private final Clock clock;

    PlanTasklet(JobSettings settings, Ledger ledger, Counters counters, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        counters.times().begin();
        RunParameters run = RunParameters.of(contribution.getStepExecution());
        Plan plan = run.again().isPresent() ? again(run.number(), run.again().get()) : plan(run.number());
        contribution.getStepExecution().getExecutionContext().putLong("files", plan.files());
        counters.plan(ledger.byteCount(run.number().no()));
        counters.times().end(Stage.PLAN);
        return RepeatStatus.FINISHED;
    }

    /**
     * What a run will read.
     *
     * @param files how many files
     * @param unsettled how many were found changing
     */
    record Plan(int files, long unsettled) {}

    /** Freezes what is new in the input now. */
    Plan plan(RunNumber run) {
        Manifest manifest = new Manifest(ledger.jdbc(), run);
        Set<Long> superseded = new LinkedHashSet<>();
        Set<Long> first = ledger.isRebuilt() ? addRebuilt(manifest) : Set.of();
        long unsettled = scan().forEach(file -> {
            Optional<KnownFile> known = ledger.known(file.uri());
            if (known.isPresent() && first.contains(known.get().fileId())) {
                return;
            }
            if (known.isEmpty()) {
                manifest.addNew(file);
            } else if (known.get().version() == 0) {
                // planned before, by a run that was given up
                manifest.add(known.get().fileId(), file, 1);
            } else if (isChanged(file, known.get())) {
                manifest.add(known.get().fileId(), file, known.get().version() + 1);
                superseded.add(known.get().fileId());
            }
        });
        addEchoes(manifest, settings.input(), superseded, Set.of());
        freeze(manifest, settings.input(), unsettled);
        return new Plan(manifest.size(), unsettled);
    }

    private InputScan scan() {
        return scan(settings, clock);
    }

    static InputScan scan(JobSettings settings, Clock clock) {
        return new InputScan(
                settings.input(),
                Set.of(settings.output(), settings.state()),
                settings.ignore(),
                settings.settle(),
                clock);
    }

    /**
     * Adds the files that are known from the published tables alone and whose digest stands nowhere. They are read again
     * as what they were, and before all others: what they delivered first is not handed to a file that repeated it.
     */
    private Set<Long> addRebuilt(Manifest manifest) {
        Set<Long> added = new HashSet<>();
        scan().forEach(file -> ledger.known(file.uri())
                .filter(known -> known.isRebuilt() && known.sha256().isEmpty())
                .ifPresent(known -> {
                    manifest.add(known.fileId(), file, known.version());
                    added.add(known.fileId());
                }));
        return added;
    }

    /** Freezes the files of an earlier run, as they are now. */
    private Plan again(RunNumber run, long earlier) {
        Path root = ledger.inputRoot(earlier);
        Manifest manifest = new Manifest(ledger.jdbc(), run);
        Set<Long> superseded = new LinkedHashSet<>();
        Set<Long> same = new HashSet<>();
        long missing = 0;
        for (int split = 1; split <= ledger.splitCount(earlier); split++) {
            List<PlannedFile> page = ledger.files(earlier, split, 0);
            while (!page.isEmpty()) {
                for (PlannedFile old : page) {
                    Optional<InputFile> now =
                            InputScan.describe(root, old.file().path());
                    if (now.isPresent()) {
                        Optional<KnownFile> known = ledger.known(old.file().uri());
                        boolean changed = known.isPresent() && isAnother(now.get(), known.get());
                        int version = known.map(KnownFile::version).orElse(old.version()) + (changed ? 1 : 0);
                        manifest.add(old.fileId(), now.get(), Math.max(1, version));
                        (changed ? superseded : same).add(old.fileId());
                    } else {
                        missing++;
                    }
                }
                page = ledger.files(earlier, split, page.get(page.size() - 1).position() + 1);
            }
        }
        addEchoes(manifest, root, superseded, same);
        freeze(manifest, root, missing);
        return new Plan(manifest.size(), missing);
    }

    /**
     * When a file that delivered a text first is superseded, those that delivered it again are read anew; one of these
     * that was changed, too, is superseded in its turn.
     *
     * @param superseded changed files in the manifest
     * @param same other files in the manifest
     */
    private void addEchoes(Manifest manifest, Path root, Set<Long> superseded, Set<Long> same) {
        Set<Long> planned = new HashSet<>(superseded);
        planned.addAll(same);
        List<Long> changed = List.copyOf(superseded);
        while (!changed.isEmpty()) {
            List<Long> next = new ArrayList<>();
            for (KnownFile echo : ledger.echoesOf(changed)) {
                Optional<InputFile> now = InputScan.describe(root, InputFile.resolve(root, echo.uri()));
                if (now.isPresent() && planned.add(echo.fileId())) {
                    boolean isAnother = isAnother(now.get(), echo);
                    manifest.add(echo.fileId(), now.get(), echo.version() + (isAnother ? 1 : 0));
                    if (isAnother) {
                        next.add(echo.fileId());
                    }
                }
            }
            changed = next;
        }
    }

    private void freeze(Manifest manifest, Path root, long waiting) {
        manifest.freeze(root, settings.jobSha256(), waiting, settings.threads(), settings.splitBytes());
    }

    private boolean isChanged(InputFile file, KnownFile known) {
        boolean isToRead = isToRead(file, known);
        if (!isToRead && isAnother(file, known)) {
            ledger.touched(known.fileId(), file);
        }
        return isToRead;
    }

    /** {@return whether a file that is known has other bytes than when it was read, or could not be read then} */
    static boolean isToRead(InputFile file, KnownFile known) {
        if (!isAnother(file, known)) {
            return isReadableNow(file, known);
        }
        boolean isSame = (file.size() == known.size() || known.isRebuilt())
                && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && sha256(file.path()).equals(known.sha256());
        return !isSame;
    }

    private static boolean isAnother(InputFile file, KnownFile known) {
        return file.size() != known.size() || file.modified() != known.modified();
    }

    /** A file that could not be opened is read once it can be: leave to read is given without a trace in its time. */
    private static boolean isReadableNow(InputFile file, KnownFile known) {
        return file.size() > 0
                && known.sha256().equals(NO_BYTES)
                && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && Files.isReadable(file.path());
    }

    private static String sha256(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
