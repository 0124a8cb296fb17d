package pullquote.quote;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
    private static final long LANES = 0x00FF_00FF_00FF_00FFL;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Weights are kept as unsigned bytes, so much above what they are. */
    private static final int BIAS = 128;

    /** So many features can be added at once without a lane running over. */
    static final int MOST = 256;

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
        weights = new byte[((classes * WAYS) << bits) + 16];
    }

    float scale() {
        return scale;
    }

    /**
     * Adds the weights of features to the scores, which stand from an offset on. The features' array is used up.
     *
     * <p>Eight weights are added at once: the bytes of a long, spread over the sixteen-bit lanes of two.
     *
     * @param count how many features, at most {@link #MOST}
     */
    void add(int[] features, int count, int[] scores, int offset) {
        int hits = find(features, count);
        for (int first = 0; first < classes; first += 16) {
            long even = 0;
            long odd = 0;
            if (first + 8 >= classes) {
                for (int h = 0; h < hits; h++) {
                    long eight = (long) EIGHT.get(weights, features[h] * classes + first);
                    even += eight & LANES;
                    odd += eight >>> 8 & LANES;
                }
            } else {
                long evenOn = 0;
                long oddOn = 0;
                for (int h = 0; h < hits; h++) {
                    int at = features[h] * classes + first;
                    long eight = (long) EIGHT.get(weights, at);
                    long on = (long) EIGHT.get(weights, at + 8);
                    even += eight & LANES;
                    odd += eight >>> 8 & LANES;
                    evenOn += on & LANES;
                    oddOn += on >>> 8 & LANES;
                }
                spread(evenOn, oddOn, hits, scores, offset + first + 8, Math.min(classes - first - 8, 8));
            }
            spread(even, odd, hits, scores, offset + first, Math.min(classes - first, 8));
        }
    }

    /** Puts the places of the known features to the front of the array and returns how many are known. */
    private int find(int[] features, int count) {
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
        return hits;
    }

    private static void spread(long even, long odd, int hits, int[] scores, int offset, int count) {
        for (int k = 0; k < count; k++) {
            long lane = ((k & 1) == 0 ? even : odd) >>> ((k >> 1) * 16) & 0xFFFF;
            scores[offset + k] += (int) lane - hits * BIAS;
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
                for (int k = 0; k < classes; k++) {
                    weights[(bucket * WAYS + way) * classes + k] = (byte) (values[k] + BIAS);
                }
                return true;
            }
            if (found == tag(hash)) {
                return false;
            }
        }
        return false;
    }

    private static int tag(int hash) {
        int tag = hash >>> 16;
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
                    for (int k = 0; k < classes; k++) {
                        out.writeByte(weights[(b * WAYS + way) * classes + k] - BIAS);
                    }
                }
            }
        }
    }

    static Weights read(DataInputStream in) throws IOException {
        Weights table = new Weights(in.readInt(), in.readInt(), in.readFloat());
        byte[] entries = in.readAllBytes();
        int at = 0;
        for (int place = 0; place < table.buckets.length * WAYS; place++) {
            int tag = (entries[at] & 0xFF) << 8 | (entries[at + 1] & 0xFF);
            at += 2;
            if (tag != 0) {
                table.buckets[place / WAYS] |= (long) tag << (place % WAYS * 16);
                for (int k = 0; k < table.classes; k++) {
                    table.weights[place * table.classes + k] = (byte) (entries[at++] + BIAS);
                }
            }
        }
        return table;
    }
}
