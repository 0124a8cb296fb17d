package pullquote.quote;

/**
 * What a learned model knows about its features: for each, one small integer per class.
 *
 * <p>An open-addressed table keyed by a feature's hash; a record holds sixteen bits of the hash to tell features apart
 * and the weights beside them, so that a look-up costs one cache line. Features never seen in training weigh nothing.
 */
final class Weights {
    private final int classes;
    private final int stride;
    private final int mask;
    private final byte[] records;
    private final float scale;

    Weights(int classes, int bits, float scale) {
        this(classes, bits, scale, new byte[(1 << bits) * (classes + 2)]);
    }

    Weights(int classes, int bits, float scale, byte[] records) {
        this.classes = classes;
        this.stride = classes + 2;
        this.mask = (1 << bits) - 1;
        this.scale = scale;
        this.records = records;
    }

    int classes() {
        return classes;
    }

    float scale() {
        return scale;
    }

    byte[] records() {
        return records;
    }

    /** Adds a feature's weights to the scores, which stand from an offset on. */
    void add(int hash, int[] scores, int offset) {
        byte[] table = records;
        int tag = tag(hash);
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int at = slot * stride;
            int found = (table[at] & 0xFF) | (table[at + 1] & 0xFF) << 8;
            if (found == tag) {
                for (int k = 0; k < classes; k++) {
                    scores[offset + k] += table[at + 2 + k];
                }
                return;
            }
            if (found == 0) {
                return;
            }
        }
    }

    /** Enters a feature; used when a model is made. */
    void put(int hash, byte[] weights) {
        int tag = tag(hash);
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int at = slot * stride;
            int found = (records[at] & 0xFF) | (records[at + 1] & 0xFF) << 8;
            if (found == 0 || found == tag) {
                records[at] = (byte) tag;
                records[at + 1] = (byte) (tag >>> 8);
                System.arraycopy(weights, 0, records, at + 2, classes);
                return;
            }
        }
    }

    float[] score(int[] features, int count) {
        int[] sums = new int[classes];
        for (int i = 0; i < count; i++) {
            add(features[i], sums, 0);
        }
        float[] scores = new float[classes];
        for (int k = 0; k < classes; k++) {
            scores[k] = sums[k] * scale;
        }
        return scores;
    }

    private static int tag(int hash) {
        int tag = hash >>> 16 ^ (hash & 0xFFFF) * 0x9E5;
        tag &= 0xFFFF;
        return tag == 0 ? 1 : tag;
    }
}
