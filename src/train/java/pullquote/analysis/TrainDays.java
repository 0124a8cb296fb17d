package pullquote.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import pullquote.time.DirectionTraining;

/**
 * Trains the models of days, always to the same bytes: which side a weekday or month is on, then, with that, the day of
 * each statement.
 *
 * <p>Arguments: a folder of dispatches with marked dates and attributions, a folder of running copy, the folder of the
 * packages' resources, the folder of the compiled packages, from which the second model's training reads the first. Takes
 * less than a minute.
 */
public final class TrainDays {
    private static final String DIRECTION = "time/direction.tsv";
    private static final String UTTERANCE = "analysis/utterance.tsv";

    private TrainDays() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path resources = Path.of(args[2]);
        Path compiled = Path.of(args[3]);
        DirectionTraining.main(new String[] {args[0], args[1], resources.resolve(DIRECTION).toString()});
        Files.copy(resources.resolve(DIRECTION), compiled.resolve(DIRECTION), StandardCopyOption.REPLACE_EXISTING);
        UtteranceTraining.main(new String[] {args[0], resources.resolve(UTTERANCE).toString()});
        StringBuilder sums = new StringBuilder();
        for (String file : List.of(DIRECTION, UTTERANCE)) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(resources.resolve(file)));
            sums.append(HexFormat.of().formatHex(sum)).append("  ").append(file).append('\n');
        }
        Files.writeString(resources.resolve("analysis/days.sha256"), sums);
    }
}
