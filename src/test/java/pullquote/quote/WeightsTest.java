package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of weights against a map of them. */
class WeightsTest {
    private static final int MOST_TOGETHER = 40;

    /** Classes of the models there are, and the bits that their features are told apart by; four are told against the last. */
    @ParameterizedTest
    @CsvSource({"1, -1", "1, 0xFFFF0FFF", "4, -1", "9, -1", "18, 0xFFFF3FFF", "9, 0xFFFF3FFF"})
    void addsWhatTheFeaturesWeigh(int classes, String bits) {
        int known = Long.decode(bits).intValue();
        Random random = new Random(classes);
        Map<Integer, byte[]> told = new HashMap<>();
        while (told.size() < 5000) {
            byte[] values = new byte[classes];
            random.nextBytes(values);
            for (int k = 0; k < classes; k++) {
                values[k] /= 2;
            }
            // as the tagger's first class, which is no part of speech
            values[0] = classes == 18 ? 0 : values[0];
            told.put(random.nextInt() & known, values);
        }
        List<Integer> hashes = List.copyOf(told.keySet());
        Weights weights = weights(classes, known, told, hashes);

        for (int round = 0; round < 5000; round++) {
            int count = random.nextInt(MOST_TOGETHER);
            int[] features = new int[count];
            int[] expected = new int[classes];
            for (int f = 0; f < count; f++) {
                features[f] =
                        round % 2 == 0 && random.nextBoolean() ? random.nextInt() : hashes.get(random.nextInt(5000));
                byte[] values = told.getOrDefault(features[f] & known, new byte[classes]);
                for (int k = 0; k < classes; k++) {
                    expected[k] += values[k] - (classes == 4 ? values[3] : 0);
                }
            }
            long[] sums = new long[weights.width() + 3];
            int[] scores = new int[classes + 2];
            java.util.Arrays.fill(scores, 77);
            int[] first = java.util.Arrays.copyOfRange(features, 0, count / 3);
            weights.add(first, first.length, sums, 3);
            int[] rest = java.util.Arrays.copyOfRange(features, count / 3, count);
            weights.add(rest, rest.length, sums, 3);
            weights.read(sums, 3, scores, 2);

            assertThat(java.util.Arrays.copyOfRange(scores, 2, classes + 2)).containsExactly(expected);
        }
    }

    private static Weights weights(int classes, int known, Map<Integer, byte[]> told, List<Integer> hashes) {
        byte[] all = new byte[hashes.size() * classes];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(told.get(hashes.get(i)), 0, all, i * classes, classes);
        }
        return Weights.of(0.5f, classes, known, hashes.stream().mapToInt(i -> i).toArray(), all);
    }

    @Test
    void nothingLearnedWeighsNothing() {
        for (int classes : new int[] {1, 4, 9, 18}) {
            Weights weights = Weights.none(classes);
            long[] sums = new long[weights.width()];
            int[] scores = new int[classes];
            java.util.Arrays.fill(scores, 77);
            weights.add(new int[] {0, 1, -1}, 3, sums, 0);
            weights.read(sums, 0, scores, 0);
            assertThat(scores).containsOnly(0);
        }
    }

    @Test
    void aSumThatItsLaneCouldNotHoldIsRefused() {
        assertThatThrownBy(() -> Weights.none(4).add(new int[49], 49, new long[1], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("48");
    }

    @Test
    void weightsTooFarApartForAByteAreRefused() {
        byte[] weights = new byte[18];
        weights[2] = 127;
        weights[8] = -127;
        weights[11] = -127;
        weights[17] = 127;
        assertThatThrownBy(() -> Weights.of(1, 9, -1, new int[] {5, 6}, weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("508");
    }

    /** Buckets are the lower bits of a hash, tags its upper half; a half of 0 is filed as 1. */
    @Test
    void readsWhatWasFiled() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(1);
        out.writeInt(1);
        out.writeFloat(0.25f);
        out.writeShort(0xABCD);
        out.writeByte(-7);
        out.write(new byte[6]);
        out.writeShort(0xABCD);
        out.writeByte(100);
        out.writeShort(1);
        out.writeByte(20);
        out.write(new byte[4]);
        Weights weights = Weights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(weights.score(new int[] {0xABCD_1230}, 1)).isEqualTo(-7 * 0.25);
        assertThat(weights.score(new int[] {0xABCD_1231}, 1)).isEqualTo(100 * 0.25);
        assertThat(weights.score(new int[] {0x0000_0003, 0x0001_0005}, 2)).isEqualTo(40 * 0.25);
        assertThat(weights.score(new int[] {0x0000_0002, 0xABCE_0000}, 2)).isZero();
    }

    @Test
    void everyHashHasAPlaceOfItsOwn() {
        Random random = new Random(7);
        Set<Integer> all = new HashSet<>();
        while (all.size() < 20_000) {
            all.add(random.nextInt());
        }
        int[] hashes = all.stream().mapToInt(i -> i).toArray();
        Places places = Places.of(hashes, 10);
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            int place = Places.place(hashes[i], places.factors(), places.bits());
            assertThat(place).isEqualTo(places.of()[i]).isPositive();
            taken.add(place);
        }
        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void theSameHashTwiceHasNoPlaces() {
        assertThatThrownBy(() -> Places.of(new int[] {5, 5}, 24)).isInstanceOf(IllegalArgumentException.class);
    }
}
