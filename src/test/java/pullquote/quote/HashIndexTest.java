package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashIndexTest {
    @Test
    void numbersHashesInTheOrderInWhichTheyAreFirstSeen() {
        Random random = new Random(3);
        Map<Integer, Integer> expected = new LinkedHashMap<>();
        HashIndex index = new HashIndex(2);
        for (int i = 0; i < 20_000; i++) {
            int hash = i % 7 == 0 ? random.nextInt(64) * 65_536 : random.nextInt(9000);

            int number = index.add(hash);

            assertThat(number).isEqualTo(expected.computeIfAbsent(hash, h -> expected.size()));
        }
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach((hash, number) -> {
            assertThat(index.find(hash)).isEqualTo(number);
            assertThat(index.hash(number)).isEqualTo(hash);
        });
    }

    @Test
    void knowsWhatItHasNotSeen() {
        HashIndex index = new HashIndex(0);
        index.add(5);

        assertThat(index.has(5)).isTrue();
        assertThat(index.has(0)).isFalse();
        assertThat(index.find(6)).isEqualTo(-1);
    }
}
