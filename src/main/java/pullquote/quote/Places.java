package pullquote.quote;

/**
 * A place for each of a set of hashes, none of them shared: perfect hashing by hash and displace (Belazzougui, Botelho and
 * Dietzfelbinger 2009). The lowest bits of a hash, sixteen at the most, tell its group; the group's odd factor, the first one
 * that does it, sends all of its hashes to places that are still free. Place 0 is nobody's.
 *
 * <p>A place is the uppermost bits of the hash times the factor. So of the hashes that share their lower bits, the group's
 * among them, no two have a place in common, if a place has as many bits as are not shared: a hash is told for sure by its
 * place and its other bits.
 *
 * @param factors of each group, odd
 * @param bits there are two to this power of places
 * @param of for each hash its place
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never handed out
record Places(char[] factors, int bits, int[] of) {
    private static final int MOST_BITS = 26;

    /**
     * @param hashes all different, none of them zero
     * @param leastBits there are at least two to this power of places
     * @throws IllegalArgumentException when there is no room, however large, in which all find a place
     */
    static Places of(int[] hashes, int leastBits) {
        int least = hashes.length + hashes.length / 20 + 2;
        for (int bits = Math.max(leastBits, 32 - Integer.numberOfLeadingZeros(least - 1)); bits <= MOST_BITS; bits++) {
            Places found = new Places(new char[groups(hashes.length)], bits, new int[hashes.length]);
            if (found.fill(hashes)) {
                return found;
            }
        }
        throw new IllegalArgumentException(
                "Expected different hashes, none of them zero, but found no places for %d".formatted(hashes.length));
    }

    private static int groups(int hashes) {
        return Math.min(1 << 16, Integer.highestOneBit(Math.max(1, hashes / 3)));
    }

    /** {@return the place of a hash, if it has one} */
    static int place(int hash, char[] factors, int bits) {
        return (hash * factors[hash & (factors.length - 1)]) >>> (32 - bits);
    }

    private boolean fill(int[] hashes) {
        java.util.Arrays.fill(factors, (char) 1);
        int[] starts = new int[factors.length + 1];
        for (int hash : hashes) {
            starts[(hash & (factors.length - 1)) + 1]++;
        }
        int largest = 0;
        for (int group = 0; group < factors.length; group++) {
            largest = Math.max(largest, starts[group + 1]);
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        int[] grouped = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            grouped[next[hashes[i] & (factors.length - 1)]++] = i;
        }
        boolean[] taken = new boolean[1 << bits];
        taken[0] = true;
        // the largest groups first, while there is much room
        for (int size = largest; size > 0; size--) {
            for (int group = 0; group < factors.length; group++) {
                if (starts[group + 1] - starts[group] == size
                        && !findFactor(hashes, grouped, starts[group], starts[group + 1], taken)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Looks for the first factor that sends the hashes of a group to free places. */
    private boolean findFactor(int[] hashes, int[] grouped, int from, int to, boolean[] taken) {
        int group = hashes[grouped[from]] & (factors.length - 1);
        for (int factor = 1; factor <= Character.MAX_VALUE; factor += 2) {
            int placed = from;
            while (placed < to) {
                int place = (hashes[grouped[placed]] * factor) >>> (32 - bits);
                if (taken[place]) {
                    break;
                }
                taken[place] = true;
                of[grouped[placed++]] = place;
            }
            if (placed == to) {
                factors[group] = (char) factor;
                return true;
            }
            while (placed > from) {
                taken[of[grouped[--placed]]] = false;
            }
        }
        return false;
    }
}
