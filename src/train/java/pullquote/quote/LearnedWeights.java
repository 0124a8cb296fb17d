package pullquote.quote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The features that a model keeps, as they are filed ({@link Weights#read}): a hash table of buckets of four. Where more
 * than four fall into one bucket, the lightest are left out.
 */
final class LearnedWeights {
    private static final int WAYS = 4;

    private final int classes;
    private final float scale;
    private final int[] tags;
    private final byte[] weights;

    /**
     * @param classes weights to a feature
     * @param bits the table holds two to this power of buckets
     * @param scale what one unit of a weight is worth
     */
    LearnedWeights(int classes, int bits, float scale) {
        this.classes = classes;
        this.scale = scale;
        tags = new int[WAYS << bits];
        weights = new byte[tags.length * classes];
    }

    /** Enters a feature where its bucket has room; enter the weightiest first. */
    boolean put(int hash, byte[] values) {
        int bucket = hash & (tags.length / WAYS - 1);
        int tag = hash >>> 16 == 0 ? 1 : hash >>> 16;
        for (int place = bucket * WAYS; place < bucket * WAYS + WAYS; place++) {
            if (tags[place] == 0) {
                tags[place] = tag;
                System.arraycopy(values, 0, weights, place * classes, classes);
                return true;
            }
            if (tags[place] == tag) {
                return false;
            }
        }
        return false;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeInt(Integer.numberOfTrailingZeros(tags.length / WAYS));
        out.writeFloat(scale);
        for (int place = 0; place < tags.length; place++) {
            out.writeShort(tags[place]);
            if (tags[place] != 0) {
                out.write(weights, place * classes, classes);
            }
        }
    }

    /** {@return the same to look features up in} */
    Weights weights() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(new DataOutputStream(bytes));
            return Weights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
