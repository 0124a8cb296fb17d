package pullquote.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import pullquote.dispatch.DispatchSettings;
import pullquote.intake.IntakeSettings;

/**
 * Everything a batch is told, bound once.
 *
 * @param input folder of raw dispatches
 * @param source name of the source that the input folder belongs to
 * @param onChange what a file delivers that was changed after it was read
 * @param limits what the input must hold for a batch to begin
 * @param output folder that holds the published snapshots
 * @param state folder of the job repository
 * @param threads splits that are worked on at a time
 * @param settle a file changed less than this ago is given until then to come to rest, else left for a later run
 * @param ignore globs on file names that are left alone, as half-written ones are
 * @param maxRejectedShare share of the records read that may be rejected before the run ends with a warning, 0 to 1
 * @param splitBytes how many bytes of input go into one split at the most, unless one file has more
 * @param chunkRecords records per transaction
 * @param bufferBytes bytes of packed rows that a worker keeps in memory, more are set aside on the disk
 * @param fileSetBytes bytes of packed rows after which a worker ends a set of files, one for each table
 * @param intake how input files are read
 * @param dispatch what is known of the providers
 * @param jobSha256 digest of the settings, for the run's row
 * @param productVersion version of the program
 */
public record JobSettings(
        Path input,
        String source,
        OnChange onChange,
        InputLimits limits,
        Path output,
        Path state,
        int threads,
        Duration settle,
        List<String> ignore,
        double maxRejectedShare,
        long splitBytes,
        int chunkRecords,
        long bufferBytes,
        long fileSetBytes,
        IntakeSettings intake,
        DispatchSettings dispatch,
        String jobSha256,
        String productVersion) {
    public JobSettings {
        ignore = List.copyOf(ignore);
        if (threads < 1) {
            throw new IllegalArgumentException("Expected at least one thread but found " + threads);
        }
    }
}
