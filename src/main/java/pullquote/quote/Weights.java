package pullquote.quote;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a learned model knows about its features: for each, one small integer per class. Features never seen in training
 * weigh nothing.
 *
 * <p>Every feature has a place of its own ({@link Places}), so that a look-up needs no search and no branch; what is not
 * there adds nothing. Weights of several classes are kept by what they are above the last class's.
 */
abstract sealed class Weights {
    /** A sum holds no more features than these where a model has up to four classes. */
    static final int FEW = 48;

    final float scale;
    final int classes;
    /** The bits of a hash that features are told apart by. */
    final int known;

    final char[] factors;
    final int bits;
    /** The first class that has a lane; those before it have no weights at all. */
    final int first;

    /** How many classes have a lane: all from the first on but the last, or the only one. */
    final int lanes;

    private Weights(float scale, int classes, int first, int known, Places places) {
        this.scale = scale;
        this.classes = classes;
        this.first = first;
        lanes = classes == 1 ? 1 : classes - 1 - first;
        this.known = known;
        factors = places.factors();
        bits = places.bits();
    }

    /**
     * @param scale what one unit of a weight is worth
     * @param known the bits of a hash that features are told apart by, the lowest among them
     * @param hashes of the features, all different in these bits, zero in the others, and none of them zero
     * @param weights of the features, one after the other, one byte a class
     */
    static Weights of(float scale, int classes, int known, int[] hashes, byte[] weights) {
        int from = classes - 1 <= Narrow.LANES ? 0 : idle(classes, weights);
        int to = classes == 1 ? 1 : classes - 1;
        int[] told = new int[hashes.length * (to - from)];
        int[] bases = new int[hashes.length];
        int heaviest = 0;
        for (int i = 0, at = 0; i < hashes.length; i++) {
            bases[i] = classes == 1 ? 0 : weights[i * classes + to];
            for (int k = from; k < to; k++, at++) {
                told[at] = weights[i * classes + k] - bases[i];
                heaviest = Math.max(heaviest, Math.abs(told[at]));
            }
        }
        return from == 0 && Narrow.fits(to, heaviest)
                ? new Narrow(scale, classes, known, hashes, told)
                : new Wide(scale, classes, from, known, hashes, told, bases);
    }

    /** {@return how many of the first classes have no weights at all; the last two are not counted} */
    private static int idle(int classes, byte[] weights) {
        int idle = Math.max(0, classes - 2);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                idle = Math.min(idle, i % classes);
            }
        }
        return idle;
    }

    static Weights none(int classes) {
        return of(1, classes, -1, new int[0], new byte[0]);
    }

    /** {@return how many longs the sum of some features' weights takes} */
    abstract int width();

    /**
     * Adds the weights of features to a sum, which stands from an offset on and began as zeros. Sums of the same model may
     * be added up, long by long, as long as they hold no more features together than a sum has room for: {@link #FEW}
     * where a model has up to four classes, or else 256. The features' array is used up.
     *
     * @param count how many features
     */
    abstract void add(int[] features, int count, long[] sums, int from);

    /** Sets the scores of all classes to what a sum stands for; only what lies between them counts. */
    abstract void read(long[] sums, int from, int[] scores, int offset);

    /** {@return the score of some features by a model of a single class} */
    double score(int[] features, int count) {
        long[] sum = new long[width()];
        int[] score = new int[classes];
        add(features, count, sum, 0);
        read(sum, 0, score, 0);
        return score[0] * (double) scale;
    }

    float scale() {
        return scale;
    }

    /**
     * Up to three sums share one long, fourteen bits each, and the feature's tag stands above them. Of several classes the
     * last one's score is not kept but called 0, since only what lies between scores counts.
     */
    private static final class Narrow extends Weights {
        private static final int LANE = 14;
        private static final int LANES = 3;
        private static final int TAG = LANE * LANES;
        private static final int TAGGED = (1 << (64 - TAG)) - 1;
        private static final int LEAST_BITS = 32 - (64 - TAG);

        private final long[] rows;

        private Narrow(float scale, int classes, int known, int[] hashes, int[] told) {
            this(scale, classes, known, Places.of(hashes, LEAST_BITS), hashes, told);
        }

        private Narrow(float scale, int classes, int known, Places places, int[] hashes, int[] told) {
            super(scale, classes, 0, known, places);
            rows = new long[1 << places.bits()];
            for (int i = 0; i < hashes.length; i++) {
                long sum = 0;
                for (int k = 0; k < lanes; k++) {
                    sum += (long) told[i * lanes + k] << (k * LANE);
                }
                rows[places.of()[i]] = ((long) hashes[i] << TAG) | (sum & ((1L << TAG) - 1));
            }
        }

        private static boolean fits(int lanes, int heaviest) {
            return lanes <= LANES && heaviest * FEW < 1 << (LANE - 1);
        }

        @Override
        int width() {
            return 1;
        }

        @Override
        void add(int[] features, int count, long[] sums, int from) {
            if (count > FEW) {
                throw new IllegalArgumentException("Expected at most " + FEW + " features but found " + count);
            }
            long sum = 0;
            for (int f = 0; f < count; f++) {
                int hash = features[f] & known;
                long row = rows[Places.place(hash, factors, bits)];
                // all ones where the tag is the same, or else zero: no branch to guess
                int other = (int) (row >>> TAG) ^ (hash & TAGGED);
                int hit = (other - 1) >> 31;
                sum += row & hit;
            }
            sums[from] += sum;
        }

        @Override
        void read(long[] sums, int from, int[] scores, int offset) {
            long sum = sums[from];
            scores[offset + classes - 1] = 0;
            for (int k = 0; k < lanes; k++) {
                int lane = (int) (sum << (64 - LANE) >> (64 - LANE));
                scores[offset + k] = lane;
                sum = (sum - lane) >> LANE;
            }
        }
    }

    /**
     * Eight weights are added at once: the bytes of a long, spread over the sixteen-bit lanes of two. A weight is kept by so
     * much as it is above the least of its class; the last class's own has an array to itself.
     */
    private static final class Wide extends Weights {
        private static final long LANES = 0x00FF_00FF_00FF_00FFL;

        private static final int LEAST_BITS = 16;

        private final char[] tags;
        private final byte[] bases;
        private final long[] rows;
        private final int stride;
        private final int[] least;

        private Wide(float scale, int classes, int first, int known, int[] hashes, int[] told, int[] bases) {
            this(scale, classes, first, known, Places.of(hashes, LEAST_BITS), hashes, told, bases);
        }

        private Wide(
                float scale, int classes, int first, int known, Places places, int[] hashes, int[] told, int[] bases) {
            super(scale, classes, first, known, places);
            tags = new char[1 << places.bits()];
            this.bases = new byte[tags.length];
            stride = (lanes + 7) / 8;
            least = new int[stride * 8];
            for (int i = 0; i < told.length; i++) {
                least[i % lanes] = Math.min(least[i % lanes], told[i]);
            }
            rows = new long[stride << places.bits()];
            long[] nothing = row(new int[lanes], 0);
            for (int at = 0; at < rows.length; at += stride) {
                System.arraycopy(nothing, 0, rows, at, stride);
            }
            for (int i = 0; i < hashes.length; i++) {
                int place = places.of()[i];
                tags[place] = (char) hashes[i];
                this.bases[place] = (byte) bases[i];
                System.arraycopy(row(told, i * lanes), 0, rows, place * stride, stride);
            }
        }

        private long[] row(int[] told, int from) {
            long[] row = new long[stride];
            for (int k = 0; k < lanes; k++) {
                int above = told[from + k] - least[k];
                if (above > 255) {
                    throw new IllegalArgumentException(
                            "Expected weights of a class within 255 of each other but found " + above);
                }
                row[k / 8] |= (long) above << (k % 8 * 8);
            }
            return row;
        }

        @Override
        int width() {
            return 2 * stride + 1;
        }

        @Override
        void add(int[] features, int count, long[] sums, int from) {
            for (int f = 0; f < count; f++) {
                int hash = features[f] & known;
                int place = Places.place(hash, factors, bits);
                // place 0, which weighs nothing, where another feature has the place: no branch to guess
                features[f] = place & (((tags[place] ^ (hash & 0xFFFF)) - 1) >> 31);
            }
            for (int column = 0; column < stride; column++) {
                long even = 0;
                long odd = 0;
                for (int f = 0; f < count; f++) {
                    long eight = rows[features[f] * stride + column];
                    even += eight & LANES;
                    odd += eight >>> 8 & LANES;
                }
                sums[from + 2 * column] += even;
                sums[from + 2 * column + 1] += odd;
            }
            int base = 0;
            for (int f = 0; f < count; f++) {
                base += bases[features[f]];
            }
            sums[from + 2 * stride] += ((long) base << 32) + count;
        }

        @Override
        void read(long[] sums, int from, int[] scores, int offset) {
            int count = (int) sums[from + 2 * stride];
            int base = (int) (sums[from + 2 * stride] >> 32);
            Arrays.fill(scores, offset, offset + first, 0);
            scores[offset + classes - 1] = base;
            for (int lane = 0; lane < lanes; lane++) {
                // lanes of a column by turns in its two longs
                long four = sums[from + lane / 8 * 2 + lane % 2];
                scores[offset + first + lane] =
                        base + (int) ((four >>> (lane % 8 / 2 * 16)) & 0xFFFF) + count * least[lane];
            }
        }
    }

    /**
     * Reads a table as it is filed: classes, the number of buckets as a power of two, the scale, then bucket by bucket four
     * tags of sixteen bits, each but zero followed by a byte a class. A bucket's number is the lower bits of a hash, a tag
     * its upper half, or 1 where that is 0. A hash of 0 is no feature's.
     */
    static Weights read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int buckets = in.readInt();
        float scale = in.readFloat();
        byte[] filed = in.readAllBytes();
        int[] hashes = new int[filed.length / (2 + classes) + 1];
        byte[] weights = new byte[hashes.length * classes];
        int n = 0;
        int at = 0;
        for (int place = 0; place < 4 << buckets; place++) {
            int tag = ((filed[at] & 0xFF) << 8) | (filed[at + 1] & 0xFF);
            at += 2;
            if (tag == 0) {
                continue;
            }
            for (int half = tag == 1 ? 0 : tag; half <= tag; half++) {
                int hash = (half << 16) | ((place / 4) & 0xFFFF);
                if (hash != 0 && (hash & ((1 << buckets) - 1)) == place / 4) {
                    if (n == hashes.length) {
                        hashes = Arrays.copyOf(hashes, n + n / 8 + 4);
                        weights = Arrays.copyOf(weights, hashes.length * classes);
                    }
                    hashes[n] = hash;
                    System.arraycopy(filed, at, weights, n++ * classes, classes);
                }
            }
            at += classes;
        }
        int known = 0xFFFF_0000 | ((1 << buckets) - 1);
        return of(scale, classes, known, Arrays.copyOf(hashes, n), Arrays.copyOf(weights, n * classes));
    }
}
