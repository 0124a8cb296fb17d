package pullquote.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.intake.InputFile;

/** Refuses an input that can't be what was meant to be read: one that is missing, empty, too small or too old. */
public final class InputCheck {
    private static final String REMEDY = "; see why the delivery stays away, then run again";

    private final JobSettings settings;
    private final Clock clock;

    private long files;
    private @Nullable InputFile newest;

    InputCheck(JobSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks an input before its output is opened: where no batch has ever run, nothing is to be made for one that may not.
     *
     * @throws InputMissingException when the input may not be read
     */
    public static void beforeOpening(JobSettings settings) {
        requireFolder(settings.input());
        if (!JobDatabase.exists(settings.state())) {
            new InputCheck(settings, Clock.systemUTC()).require(false);
        }
    }

    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputMissingException("expected the input folder at " + folder
                    + " but found none; see that it is there, or give another with --input URI");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new InputMissingException("expected a readable input folder at " + folder
                    + " but found no permission to read it; permit it, then run again");
        }
    }

    /**
     * Checks what is in the folder.
     *
     * @param hadFiles whether files of this source have been published
     */
    void require(boolean hadFiles) {
        requireFolder(settings.input());
        InputLimits limits = settings.limits();
        boolean mayBeEmpty = limits.allowEmpty() || !hadFiles;
        if (mayBeEmpty && limits.minFiles() == 0 && limits.maxAge().isEmpty()) {
            return;
        }
        scan(limits);
        Path folder = settings.input();
        if (files == 0 && !mayBeEmpty) {
            throw new InputMissingException("expected files in " + folder
                    + ", as earlier runs have read some of this source, but found none; see that it is mounted, or run"
                    + " with --allow-empty-input");
        }
        if (files < limits.minFiles()) {
            throw new InputMissingException("expected at least " + limits.minFiles() + " files in " + folder
                    + " (limits.min_files) but found " + files + REMEDY);
        }
        limits.maxAge().filter(age -> !isFresh(age)).ifPresent(age -> {
            throw new InputMissingException("expected a file in " + folder + " that was changed in the last "
                    + age.toHours() + " hours (limits.max_age_hours) but found " + newestInWords() + REMEDY);
        });
    }

    /** Looks at no more files than it takes to know. */
    private void scan(InputLimits limits) {
        long enough = Math.max(1, limits.minFiles());
        new InputScan(
                        settings.input(),
                        Set.of(settings.output(), settings.state()),
                        settings.ignore(),
                        Duration.ZERO,
                        clock)
                .forEachWhile(file -> {
                    files++;
                    InputFile before = newest;
                    if (before == null || before.modified() < file.modified()) {
                        newest = file;
                    }
                    return files < enough
                            || limits.maxAge().filter(age -> !isFresh(age)).isPresent();
                });
    }

    private boolean isFresh(Duration age) {
        InputFile file = newest;
        return file != null && file.modified() >= clock.millis() - age.toMillis();
    }

    private String newestInWords() {
        return Optional.ofNullable(newest)
                .map(file -> "the newest, " + file.uri() + ", changed at "
                        + Instant.ofEpochMilli(file.modified()).truncatedTo(ChronoUnit.SECONDS))
                .orElse("none at all");
    }
}
