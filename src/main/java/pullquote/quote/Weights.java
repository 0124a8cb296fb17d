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
 * <p>A hash table of buckets of four: four sixteen-bit tags, compared at once, and behind them the weights of the four, so
 * that what a look-up waits for is mostly one line of memory. Look-ups come in batches, so that these are fetched together.
 * Features never seen in training weigh nothing; the lightest of a fifth and further in one bucket are left out when the
 * table is made.
 */
final class Weights {
    private static final int WAYS = 4;
    /** Bytes of a bucket's tags, before its weights. */
    private static final int TAGS = Long.BYTES;

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
    /** The last bucket's number. */
    private final int mask;
    /** Bytes of a bucket. */
    private final int stride;

    private final byte[] table;

    /**
     * @param classes weights to a feature
     * @param bits the table holds two to this power of buckets
     * @param scale what one unit of a weight is worth
     */
    Weights(int classes, int bits, float scale) {
        this.classes = classes;
        this.scale = scale;
        mask = (1 << bits) - 1;
        stride = TAGS + classes * WAYS;
        table = new byte[(stride << bits) + 2 * Long.BYTES];
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
                    long eight = (long) EIGHT.get(table, features[h] + first);
                    even += eight & LANES;
                    odd += eight >>> 8 & LANES;
                }
            } else {
                long evenOn = 0;
                long oddOn = 0;
                for (int h = 0; h < hits; h++) {
                    int at = features[h] + first;
                    long eight = (long) EIGHT.get(table, at);
                    long on = (long) EIGHT.get(table, at + 8);
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

    /** Puts the places of the known features' weights to the front of the array and returns how many are known. */
    private int find(int[] features, int count) {
        int hits = 0;
        for (int f = 0; f < count; f++) {
            int hash = features[f];
            int bucket = (hash & mask) * stride;
            long lanes = (long) EIGHT.get(table, bucket) ^ (tag(hash) * ONES);
            long match = (lanes - ONES) & ~lanes & TOPS;
            // written always, kept only where a tag is the same: no branch to guess
            features[hits] = bucket + TAGS + (Long.numberOfTrailingZeros(match) >>> 4) * classes;
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
        int bucket = hash & mask;
        for (int way = 0; way < WAYS; way++) {
            int found = tag(bucket, way);
            if (found == 0) {
                enter(bucket, way, tag(hash), values, 0);
                return true;
            }
            if (found == tag(hash)) {
                return false;
            }
        }
        return false;
    }

    private int tag(int bucket, int way) {
        return (int) ((long) EIGHT.get(table, bucket * stride) >>> (way * 16) & 0xFFFF);
    }

    private void enter(int bucket, int way, int tag, byte[] values, int from) {
        int at = bucket * stride;
        EIGHT.set(table, at, (long) EIGHT.get(table, at) | (long) tag << (way * 16));
        for (int k = 0; k < classes; k++) {
            table[at + TAGS + way * classes + k] = (byte) (values[from + k] + BIAS);
        }
    }

    private static int tag(int hash) {
        int tag = hash >>> 16;
        return tag == 0 ? 1 : tag;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(Integer.bitCount(mask));
        out.writeFloat(scale);
        for (int bucket = 0; bucket <= mask; bucket++) {
            for (int way = 0; way < WAYS; way++) {
                int tag = tag(bucket, way);
                out.writeShort(tag);
                if (tag != 0) {
                    for (int k = 0; k < classes; k++) {
                        out.writeByte(table[bucket * stride + TAGS + way * classes + k] - BIAS);
                    }
                }
            }
        }
    }

    static Weights read(DataInputStream in) throws IOException {
        Weights weights = new Weights(in.readInt(), in.readInt(), in.readFloat());
        byte[] entries = in.readAllBytes();
        int at = 0;
        for (int bucket = 0; bucket <= weights.mask; bucket++) {
            for (int way = 0; way < WAYS; way++) {
                int tag = (entries[at] & 0xFF) << 8 | (entries[at + 1] & 0xFF);
                at += 2;
                if (tag != 0) {
                    weights.enter(bucket, way, tag, entries, at);
                    at += weights.classes;
                }
            }
        }
        return weights;
    }
}
