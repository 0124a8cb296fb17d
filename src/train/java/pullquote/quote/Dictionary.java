package pullquote.quote;

import java.util.Arrays;

/** Feature hashes met in training, counted, then numbered without gaps. */
final class Dictionary {
    private int[] keys = new int[1 << 20];
    private int[] values = new int[1 << 20];
    private int used;

    void count(int hash) {
        if (used * 2 > keys.length) {
            grow();
        }
        int slot = slot(hash);
        if (values[slot] == 0) {
            keys[slot] = hash;
            used++;
        }
        values[slot]++;
    }

    private int slot(int hash) {
        int mask = keys.length - 1;
        int slot = ((hash * 0x9E3779B1) >>> 7) & mask;
        while (values[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Keeps features met at least so often and numbers them. */
    int[] number(int atLeast) {
        int[] hashes = new int[used];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] >= atLeast) {
                hashes[n++] = keys[i];
            }
        }
        hashes = Arrays.copyOf(hashes, n);
        Arrays.sort(hashes);
        keys = new int[Integer.highestOneBit(Math.max(n, 8)) * 4];
        values = new int[keys.length];
        used = n;
        for (int i = 0; i < n; i++) {
            int slot = slot(hashes[i]);
            keys[slot] = hashes[i];
            values[slot] = i + 1;
        }
        return hashes;
    }

    /** {@return the feature's number, or -1} */
    int find(int hash) {
        return values[slot(hash)] - 1;
    }

    int[] numbers(int[] features, int count) {
        int[] found = new int[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            int number = find(features[i]);
            if (number >= 0) {
                found[n++] = number;
            }
        }
        return Arrays.copyOf(found, n);
    }
}
