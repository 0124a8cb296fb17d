package pullquote.batch;

import java.time.Duration;
import java.util.Optional;

/**
 * What the input must hold for a batch to begin, so that a delivery that stays away is noticed.
 *
 * @param minFiles how many files at least
 * @param maxAge how long ago the newest file may have been changed; any time if empty
 * @param allowEmpty whether a folder may be empty although files of this source are known
 */
public record InputLimits(long minFiles, Optional<Duration> maxAge, boolean allowEmpty) {
    /** {@return limits that only an empty folder can break} */
    public static InputLimits none() {
        return new InputLimits(0, Optional.empty(), false);
    }
}
