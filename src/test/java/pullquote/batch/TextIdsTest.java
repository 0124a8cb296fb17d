package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextIdsTest {
    @Test
    void agreesWithASetOnRandomIdentities() {
        Random random = new Random(3);
        Set<String> expected = new HashSet<>();
        TextIds ids = new TextIds();
        int hits = 0;
        for (int i = 0; i < 50_000; i++) {
            // few enough for many to come again, and many with the same low bits
            String id = String.format("%016x%016x", random.nextInt(200) - 100L, (long) random.nextInt(200) << 20);
            if (ids.contains(id)) {
                hits++;
            }
            assertThat(ids.contains(id)).isEqualTo(expected.contains(id));
            ids.add(id);
            expected.add(id);
        }
        assertThat(hits).isGreaterThan(5_000);
    }

    @Test
    void holdsTheIdentityThatIsAllZeros() {
        TextIds ids = new TextIds();
        assertThat(ids.contains("0".repeat(32))).isFalse();

        ids.add("0".repeat(32));

        assertThat(ids.contains("0".repeat(32))).isTrue();
    }
}
