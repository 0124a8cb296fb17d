package pullquote.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * A cue that was looked into, and the ways to read what it attributes.
 *
 * @param cue the cue
 * @param roles what the role model says of the tokens around it
 * @param readings the ways to read them, likeliest first by that model
 * @param chances how likely each is to be the right one of them
 * @param best which of them is likeliest to be
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never handed out
record Candidate(Cue cue, RoleFinder.Roles roles, List<Reading> readings, double[] chances, int best) {

    static Candidate of(
            ReadingFeatures spans,
            ReadingChoice choice,
            Targets aims,
            Cue cue,
            RoleFinder.Roles roles,
            List<Reading> readings) {
        double[] chances = choice.probabilities(spans, cue, readings);
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            best = chances[k] > chances[best] ? k : best;
        }
        // who "was accused" accuses no one
        List<Reading> turned =
                aims.isTurned(cue) ? readings.stream().map(r -> r.turned(cue)).toList() : readings;
        return new Candidate(cue, roles, turned, chances, best);
    }

    Finding finding() {
        return finding(readings.get(best));
    }

    double chance() {
        return chances[best];
    }

    /** {@return the candidate as a finding and its other readings, each with its sureness} */
    FindingChoice.Option option(double sure, boolean expressed) {
        List<Finding> others = new ArrayList<>();
        for (int k = 0; k < chances.length; k++) {
            if (k != best) {
                others.add(finding(readings.get(k)).sure(sure * (0.5 + 0.5 * chances[k] / chances[best])));
            }
        }
        Finding f = finding().sure(sure);
        return new FindingChoice.Option(expressed ? f : f.unexpressed(), others);
    }

    private Finding finding(Reading reading) {
        return new Finding(cue, reading.source(), reading.content(), null, null, 0, true, false, "cue");
    }
}
