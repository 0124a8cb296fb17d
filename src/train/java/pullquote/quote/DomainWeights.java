package pullquote.quote;

import java.util.Arrays;

/**
 * Numbers for features that are learned once for all text and once more for wire copy (Daumé's feature augmentation). A
 * wire example has both, any other the first alone. As the job always reads as wire, the two are one weight in the end.
 */
final class DomainWeights {
    private final Dictionary all = new Dictionary();
    private final Dictionary wire = new Dictionary();
    private int[] hashes = new int[0];
    private int[] wireHashes = new int[0];

    void count(int[] features, boolean fromWire) {
        for (int f : features) {
            all.count(f);
            if (fromWire) {
                wire.count(f);
            }
        }
    }

    /** Keeps the features met at least so often and numbers them. */
    void number(int atLeast) {
        hashes = all.number(atLeast);
        wireHashes = wire.number(atLeast);
    }

    /** {@return how many numbers there are} */
    int size() {
        return hashes.length + wireHashes.length;
    }

    /** {@return the hashes of the features kept} */
    int[] hashes() {
        return hashes;
    }

    int[] numbers(int[] features, boolean fromWire) {
        int[] shared = all.numbers(features, features.length);
        if (!fromWire) {
            return shared;
        }
        int[] own = wire.numbers(features, features.length);
        int[] both = Arrays.copyOf(shared, shared.length + own.length);
        for (int i = 0; i < own.length; i++) {
            both[shared.length + i] = own[i] + hashes.length;
        }
        return both;
    }

    /**
     * {@return the weights of the features kept as wire copy has them}
     *
     * @param share how much of what only wire copy has taught counts, 0 to 1
     */
    float[] asWire(float[] weights, int classes, float share) {
        float[] sums = Arrays.copyOf(weights, hashes.length * classes);
        for (int i = 0; i < wireHashes.length; i++) {
            int to = Arrays.binarySearch(hashes, wireHashes[i]) * classes;
            int from = (hashes.length + i) * classes;
            for (int k = 0; k < classes; k++) {
                sums[to + k] += share * weights[from + k];
            }
        }
        return sums;
    }
}
