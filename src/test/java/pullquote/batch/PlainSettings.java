package pullquote.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pullquote.dispatch.DispatchSettings;
import pullquote.intake.IntakeSettings;

/** A job that waits for no file and takes everything else as it is by default. */
public final class PlainSettings {
    private PlainSettings() {}

    /** {@return the settings of a job with two workers} */
    public static JobSettings of(Path input, Path output) {
        return of(input, output, 1 << 20, 100);
    }

    static JobSettings of(Path input, Path output, InputLimits limits) {
        return of(input, output, limits, 1 << 20, 100);
    }

    static JobSettings of(Path input, Path output, long splitBytes, int chunkRecords) {
        return of(input, output, InputLimits.none(), splitBytes, chunkRecords);
    }

    private static JobSettings of(Path input, Path output, InputLimits limits, long splitBytes, int chunkRecords) {
        return new JobSettings(
                input,
                input.toString(),
                OnChange.AUTO,
                limits,
                output,
                output.resolve("state"),
                2,
                Duration.ZERO,
                List.of("*.part"),
                0.1,
                splitBytes,
                chunkRecords,
                1 << 16,
                1 << 20,
                IntakeSettings.standard(),
                DispatchSettings.standard(),
                "0",
                "test");
    }
}
