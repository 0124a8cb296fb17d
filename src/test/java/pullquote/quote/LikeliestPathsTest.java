package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The likeliest ways against all ways there are. */
class LikeliestPathsTest {
    private static final int MOST = 8;

    private record Way(float score, List<Integer> states) {}

    private static List<Way> allWays(float[] scores, int length, int lastState, int content) {
        List<Way> ways = List.of(new Way(0, List.of()));
        for (int i = 0; i < length; i++) {
            List<Way> longer = new ArrayList<>();
            for (Way way : ways) {
                int from = i == 0 ? 0 : way.states().get(i - 1);
                for (int to = 0; to < Chain.ROLES.states; to++) {
                    int edge = Chain.ROLES.edge(from, to);
                    if (edge >= 0 && (i != content || to == 1 || to == 4)) {
                        List<Integer> states = new ArrayList<>(way.states());
                        states.add(to);
                        longer.add(new Way(way.score() + scores[i * Chain.ROLES.edges + edge], states));
                    }
                }
            }
            ways = longer;
        }
        return ways.stream()
                .filter(w -> w.states().get(length - 1) >= lastState)
                .sorted(Comparator.comparingDouble((Way w) -> w.score()).reversed())
                .toList();
    }

    @Test
    void findsTheBestWaysInTheirOrder() {
        Random random = new Random(20);
        for (int round = 0; round < 400; round++) {
            int length = 1 + random.nextInt(6);
            int lastState = random.nextInt(3);
            int content = random.nextInt(4) == 0 ? random.nextInt(length) : -1;
            float[] scores = new float[length * Chain.ROLES.edges];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (float) random.nextGaussian() * 2;
            }
            List<Way> all = allWays(scores, length, lastState, content);
            LikeliestPaths found = new LikeliestPaths(Chain.ROLES, scores, length, MOST, lastState, content);

            assertThat(found.count()).isLessThanOrEqualTo(Math.min(MOST, all.size()));
            assertThat(found.count() > 0).isEqualTo(!all.isEmpty());
            for (int k = 0; k < found.count(); k++) {
                assertThat((double) found.behind(k))
                        .isCloseTo(all.get(0).score() - all.get(k).score(), within(1e-3));
                List<Integer> states = new ArrayList<>();
                for (byte state : found.states(k)) {
                    states.add((int) state);
                }
                assertThat(all).filteredOn(w -> w.states().equals(states)).hasSize(1);
            }
            if (found.count() < Math.min(MOST, all.size())) {
                assertThat(all.get(0).score() - all.get(found.count()).score()).isGreaterThan(11.9f);
            }
        }
    }
}
