package pullquote.quote;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a learned model knows about its features: for each, one small integer per class.
 *
 * <p>A hash table of buckets of four: a bucket is one long of four sixteen-bit tags, compared at once, the weights lie in
 * a second array. Look-ups come in batches, so that the memory they wait for is fetched together. Features never seen in
 * training weigh nothing; the lightest of a fifth and further in one bucket are left out when the table is made.
 */
final class Weights {
    private static final int WAYS = 4;
    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;

    private final int classes;
    private final float scale;
    private final long[] buckets;
    private final byte[] weights;

    /**
     * @param classes weights to a feature
     * @param bits the table holds two to this power of buckets
     * @param scale what one unit of a weight is worth
     */
    Weights(int classes, int bits, float scale) {
        this.classes = classes;
        this.scale = scale;
        buckets = new long[1 << bits];
        weights = new byte[(classes * WAYS) << bits];
    }

    float scale() {
        return scale;
    }

    /** Adds the weights of features to the scores, which stand from an offset on. The features' array is used up. */
    void add(int[] features, int count, int[] scores, int offset) {
        int mask = buckets.length - 1;
        int hits = 0;
        for (int f = 0; f < count; f++) {
            int hash = features[f];
            int bucket = hash & mask;
            long lanes = buckets[bucket] ^ (tag(hash) * ONES);
            long match = (lanes - ONES) & ~lanes & TOPS;
            // written always, kept only where a tag is the same: no branch to guess
            features[hits] = bucket * WAYS + (Long.numberOfTrailingZeros(match) >>> 4);
            hits += match == 0 ? 0 : 1;
        }
        for (int h = 0; h < hits; h++) {
            int at = features[h] * classes;
            for (int k = 0; k < classes; k++) {
                scores[offset + k] += weights[at + k];
            }
        }
    }

    /** Enters a feature where its bucket has room; enter the weightiest first. */
    boolean put(int hash, byte[] values) {
        int bucket = hash & (buckets.length - 1);
        for (int way = 0; way < WAYS; way++) {
            int shift = way * 16;
            long found = buckets[bucket] >>> shift & 0xFFFF;
            if (found == 0) {
                buckets[bucket] |= (long) tag(hash) << shift;
                System.arraycopy(values, 0, weights, (bucket * WAYS + way) * classes, classes);
                return true;
            }
            if (found == tag(hash)) {
                return false;
            }
        }
        return false;
    }

    private static int tag(int hash) {
        int tag = ((hash >>> 16) ^ ((hash & 0xFFFF) * 0x9E5)) & 0xFFFF;
        return tag == 0 ? 1 : tag;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(Integer.numberOfTrailingZeros(buckets.length));
        out.writeFloat(scale);
        for (int b = 0; b < buckets.length; b++) {
            for (int way = 0; way < WAYS; way++) {
                int tag = (int) (buckets[b] >>> (way * 16) & 0xFFFF);
                out.writeShort(tag);
                if (tag != 0) {
                    out.write(weights, (b * WAYS + way) * classes, classes);
                }
            }
        }
    }

    static Weights read(DataInputStream in) throws IOException {
        Weights table = new Weights(in.readInt(), in.readInt(), in.readFloat());
        for (int b = 0; b < table.buckets.length; b++) {
            for (int way = 0; way < WAYS; way++) {
                int tag = in.readUnsignedShort();
                if (tag != 0) {
                    table.buckets[b] |= (long) tag << (way * 16);
                    in.readFully(table.weights, (b * WAYS + way) * table.classes, table.classes);
                }
            }
        }
        return table;
    }
}
