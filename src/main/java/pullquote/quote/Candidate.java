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
 * @param support how likely it is for each that the right one has half the content and part of the source in common
 * @param best which of them to take
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never handed out
record Candidate(
        Cue cue, RoleFinder.Roles roles, List<Reading> readings, double[] chances, double[] support, int best) {
    /** What it counts that all of a reading is right, against that much of it is. */
    private static final double WHOLE = 1;

    static Candidate of(
            ReadingFeatures spans,
            ReadingChoice choice,
            Targets aims,
            Cue cue,
            RoleFinder.Roles roles,
            List<Reading> readings) {
        double[] chances = choice.probabilities(spans, cue, readings);
        double[] support = new double[chances.length];
        int best = 0;
        for (int k = 0; k < chances.length; k++) {
            for (int j = 0; j < chances.length; j++) {
                support[k] += j == k || readings.get(k).resembles(readings.get(j)) ? chances[j] : 0;
            }
            best = support[k] + WHOLE * chances[k] > support[best] + WHOLE * chances[best] ? k : best;
        }
        // who "was accused" accuses no one
        List<Reading> turned =
                aims.isTurned(cue) ? readings.stream().map(r -> r.turned(cue)).toList() : readings;
        return new Candidate(cue, roles, turned, chances, support, best);
    }

    Finding finding() {
        return finding(readings.get(best));
    }

    double chance() {
        return chances[best];
    }

    /** {@return how likely it is that much of the reading taken is right} */
    double backing() {
        return support[best];
    }

    /** {@return the candidate as a finding and its other readings, each with its sureness} */
    FindingChoice.Option option(double sure, boolean expressed) {
        List<Finding> others = new ArrayList<>();
        for (int k = 0; k < chances.length; k++) {
            if (k != best) {
                double likely = Math.min(1, chances[k] / chances[best]);
                others.add(finding(readings.get(k)).sure(sure * (0.5 + 0.5 * likely)));
            }
        }
        Finding f = finding().sure(sure);
        return new FindingChoice.Option(expressed ? f : f.unexpressed(), others);
    }

    private Finding finding(Reading reading) {
        return new Finding(cue, reading.source(), reading.content(), null, null, 0, true, false, "cue");
    }
}
