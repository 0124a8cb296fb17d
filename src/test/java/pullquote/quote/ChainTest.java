package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The probabilities of edges against those counted over all ways there are. */
class ChainTest {
    private static final float UNIT = 0.02f;

    @Test
    void edgesAreAsLikelyAsTheWaysThatTakeThem() {
        for (Chain chain : new Chain[] {Chain.CUE, Chain.ROLES}) {
            Random random = new Random(chain.states);
            for (int round = 0; round < 200; round++) {
                int length = 1 + random.nextInt(5);
                int[] sums = random.ints(length * chain.edges, -200, 200).toArray();
                double[] expected = new double[sums.length];
                double all = walk(chain, sums, length, 0, 0, 0, new int[length], expected);

                float[] found = new float[sums.length];
                chain.edgeProbabilities(sums, length, new Chain.Powers(UNIT), new Chain.Work(), found);
                float[] scores = new float[sums.length];
                for (int i = 0; i < sums.length; i++) {
                    scores[i] = sums[i] * UNIT;
                }
                float[] foundByScores = new float[sums.length];
                double log = chain.edgeProbabilities(scores, length, foundByScores);

                assertThat(log).isCloseTo(Math.log(all), within(1e-4));
                for (int i = 0; i < sums.length; i++) {
                    assertThat((double) found[i]).isCloseTo(expected[i] / all, within(1e-5));
                    assertThat((double) foundByScores[i]).isCloseTo(expected[i] / all, within(1e-5));
                }
            }
        }
    }

    /** Goes all ways on from a token, and adds what each weighs to the edges it takes. */
    private static double walk(
            Chain chain, int[] sums, int length, int token, int state, int score, int[] taken, double[] expected) {
        if (token == length) {
            double weight = Math.exp(score * (double) UNIT);
            for (int i = 0; i < length; i++) {
                expected[i * chain.edges + taken[i]] += weight;
            }
            return weight;
        }
        double all = 0;
        for (int to = 0; to < chain.states; to++) {
            int edge = chain.edge(state, to);
            if (edge >= 0) {
                taken[token] = edge;
                int next = score + sums[token * chain.edges + edge];
                all += walk(chain, sums, length, token + 1, to, next, taken, expected);
            }
        }
        return all;
    }
}
