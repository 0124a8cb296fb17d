package pullquote.quote;

import java.util.List;

/**
 * Chooses among the readings of a cue by what only a whole span shows: where it begins and ends, what it takes in and
 * what it leaves of the sentence. A log-linear model learned on readings of articles the role model had not seen.
 */
final class ReadingChoice {
    private final Weights weights;

    ReadingChoice(Weights weights) {
        this.weights = weights;
    }

    /** {@return for each reading the probability that it is the right one of these} */
    double[] probabilities(ReadingFeatures passage, Cue cue, List<Reading> readings) {
        double[] scores = new double[readings.size()];
        if (scores.length == 1) {
            return new double[] {1};
        }
        int[] features = new int[ReadingFeatures.MOST];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scores.length; k++) {
            int count = passage.of(cue, readings, k, features);
            scores[k] = weights.score(features, count);
            most = Math.max(most, scores[k]);
        }
        double all = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - most);
            all += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= all;
        }
        return scores;
    }
}
