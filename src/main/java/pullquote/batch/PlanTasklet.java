package pullquote.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
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

/** Lists what is new, freezes it as this run's manifest and cuts it into splits of about equal bytes. */
final class PlanTasklet implements Tasklet {
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
        RunParameters run = RunParameters.of(contribution.getStepExecution());
        Plan plan = run.again().isPresent() ? again(run.again().get()) : plan();
        ledger.freeze(run.number(), settings.input(), settings.jobSha256(), plan.unsettled(), plan.files());
        contribution
                .getStepExecution()
                .getExecutionContext()
                .putLong("files", plan.files().size());
        counters.plan(ledger.byteCount(run.number().no()));
        return RepeatStatus.FINISHED;
    }

    /**
     * What a run would read.
     *
     * @param files the files, in order, in their splits
     * @param unsettled how many were found changing
     */
    record Plan(List<PlannedFile> files, long unsettled) {}

    /** {@return what is new in the input now} */
    Plan plan() {
        InputScan.Listing listing = new InputScan(settings.input(), settings.ignore(), settings.settle(), clock).list();
        List<Candidate> candidates = new ArrayList<>();
        List<Long> superseded = new ArrayList<>();
        for (InputFile file : listing.settled()) {
            Optional<KnownFile> known = ledger.known(file.uri());
            if (known.isEmpty()) {
                candidates.add(new Candidate(file, 1));
            } else if (isChanged(file, known.get())) {
                candidates.add(new Candidate(file, known.get().version() + 1));
                superseded.add(known.get().fileId());
            }
        }
        addEchoes(candidates, superseded, listing);
        return new Plan(split(candidates), listing.unsettled().size());
    }

    private Plan again(long runNo) {
        List<Candidate> candidates = new ArrayList<>();
        long missing = 0;
        for (int split = 1; split <= ledger.splitCount(runNo); split++) {
            int from = 0;
            for (List<PlannedFile> page = ledger.files(runNo, split, from);
                    !page.isEmpty();
                    page = ledger.files(runNo, split, from)) {
                for (PlannedFile old : page) {
                    Optional<InputFile> now =
                            InputScan.describe(settings.input(), old.file().path());
                    if (now.isPresent()) {
                        int version = ledger.known(old.file().uri())
                                .map(KnownFile::version)
                                .orElse(old.version());
                        candidates.add(new Candidate(now.get(), version));
                    } else {
                        missing++;
                    }
                }
                from = page.get(page.size() - 1).position() + 1;
            }
        }
        return new Plan(split(candidates), missing);
    }

    /** When a file that delivered a text first is superseded, those that delivered it again are read anew. */
    private void addEchoes(List<Candidate> candidates, List<Long> superseded, InputScan.Listing listing) {
        if (superseded.isEmpty()) {
            return;
        }
        Set<String> echoes = new HashSet<>(ledger.echoesOf(superseded));
        candidates.forEach(candidate -> echoes.remove(candidate.file().uri()));
        for (InputFile file : listing.settled()) {
            if (echoes.contains(file.uri())) {
                ledger.known(file.uri()).ifPresent(known -> candidates.add(new Candidate(file, known.version())));
            }
        }
        candidates.sort(Comparator.comparing(candidate -> candidate.file().uri()));
    }

    private record Candidate(InputFile file, int version) {}

    private List<PlannedFile> split(List<Candidate> candidates) {
        long total = candidates.stream().mapToLong(c -> weight(c.file())).sum();
        long even = Math.max(1, total / (settings.threads() * 4L) + 1);
        long target = Math.min(settings.splitBytes(), Math.max(even, 256 * 1024));
        List<PlannedFile> planned = new ArrayList<>(candidates.size());
        int split = 1;
        long filled = 0;
        for (Candidate candidate : candidates) {
            long weight = weight(candidate.file());
            if (filled > 0 && filled + weight > target) {
                split++;
                filled = 0;
            }
            filled += weight;
            planned.add(new PlannedFile(
                    planned.size(),
                    ledger.fileId(candidate.file().uri()),
                    candidate.file(),
                    candidate.version(),
                    split));
        }
        return planned;
    }

    /** What a file costs to read, in bytes: compressed text unpacks to about four times its size. */
    private static long weight(InputFile file) {
        return 512 + (file.uri().endsWith(".gz") ? 4 * file.size() : file.size());
    }

    private boolean isChanged(InputFile file, KnownFile known) {
        if (file.size() == known.size() && file.modified() == known.modified()) {
            return false;
        }
        if (file.size() == known.size()
                && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && sha256(file.path()).equals(known.sha256())) {
            ledger.touched(known.fileId(), file);
            return false;
        }
        return true;
    }

    private static String sha256(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
