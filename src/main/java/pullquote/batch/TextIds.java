package pullquote.batch;

/**
 * The identities of the texts that a split has accepted: 128 bits each, in 16 to 32 bytes of memory.
 *
 * <p>Open addressing with linear probing; identities are digests, so their own bits are the hash.
 */
final class TextIds {
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int size;
    private boolean hasZero;

    boolean contains(String textId) {
        long h = half(textId, 0);
        long l = half(textId, 16);
        if (h == 0 && l == 0) {
            return hasZero;
        }
        int slot = slot(h, l, high, low);
        return high[slot] != 0 || low[slot] != 0;
    }

    void add(String textId) {
        long h = half(textId, 0);
        long l = half(textId, 16);
        if (h == 0 && l == 0) {
            hasZero = true;
            return;
        }
        if (size > high.length / 3 * 2) {
            grow();
        }
        int slot = slot(h, l, high, low);
        if (high[slot] == 0 && low[slot] == 0) {
            high[slot] = h;
            low[slot] = l;
            size++;
        }
    }

    /** {@return the slot that holds the identity, or the free one where it belongs} */
    private static int slot(long h, long l, long[] high, long[] low) {
        int mask = high.length - 1;
        int slot = (int) l & mask;
        while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != h || low[slot] != l)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] newHigh = new long[high.length * 2];
        long[] newLow = new long[low.length * 2];
        for (int i = 0; i < high.length; i++) {
            if (high[i] != 0 || low[i] != 0) {
                int slot = slot(high[i], low[i], newHigh, newLow);
                newHigh[slot] = high[i];
                newLow[slot] = low[i];
            }
        }
        high = newHigh;
        low = newLow;
    }

    private static long half(String textId, int from) {
        return Long.parseUnsignedLong(textId, from, from + 16, 16);
    }
}
