package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitCutsTest {
    @Test
    void equalFilesMakeEqualSplits() {
        assertThat(splits(2, Collections.nCopies(5, 10L))).containsExactly(30L, 20L);
        assertThat(splits(2, Collections.nCopies(50, 10L))).containsExactly(250L, 250L);
        assertThat(splits(1, Collections.nCopies(50, 10L))).containsExactly(500L);
    }

    @Test
    void oneLargeFileHasItsOwnAndLeavesTheOthersTogether() {
        assertThat(splits(5, List.of(10L, 1000L, 10L, 10L, 10L))).containsExactly(10L, 1000L, 30L);
        assertThat(cut(256, 1, List.of(142L, 230L, 230L, 166L))).containsExactly(142L, 230L, 230L, 166L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noSplitIsEmptyNorLargerThanItMayBe(long seed) {
        Random random = new Random(seed);
        for (int time = 0; time < 500; time++) {
            int splits = 1 + random.nextInt(9);
            List<Long> files =
                    random.longs(1 + random.nextInt(60), 1, 1001).boxed().toList();
            long most = 200 + random.nextInt(3000);
            List<Long> cut = cut(most, splits, files);

            assertThat(sum(cut)).isEqualTo(sum(files));
            assertThat(cut)
                    .allSatisfy(split ->
                            assertThat(split).isPositive().isLessThanOrEqualTo(Math.max(most, Collections.max(files))));
            // two neighbours that fit into one split are rare, so that there are few
            assertThat(cut).hasSizeLessThanOrEqualTo((int) (2 * (sum(files) / most + splits)
                    + 1
                    + files.stream().filter(file -> file > most / 2).count()));
        }
    }

    private static List<Long> splits(int splits, List<Long> files) {
        return cut(Long.MAX_VALUE / 2, splits, files);
    }

    private static List<Long> cut(long most, int splits, List<Long> files) {
        SplitCuts cuts = new SplitCuts(sum(files), most, splits);
        List<Long> found = new ArrayList<>(List.of(0L));
        for (long file : files) {
            if (cuts.before(file)) {
                found.add(0L);
            }
            found.set(found.size() - 1, found.get(found.size() - 1) + file);
        }
        return found;
    }

    private static long sum(List<Long> values) {
        return values.stream().flatMapToLong(LongStream::of).sum();
    }
}
