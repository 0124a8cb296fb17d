package pullquote.quote;

import java.util.Arrays;

/** Numbers hashes in the order in which they are first seen, from 0: a hash map of integers without boxing. */
final class HashIndex {
    private static final int LEAST = 16;

    /** Hashes by number. */
    private int[] hashes;
    /** Numbers plus one by slot; zero where a slot is free. At most half of the slots are taken. */
    private int[] slots;

    private int size;

    HashIndex(int expected) {
        hashes = new int[Math.max(LEAST, expected)];
        slots = new int[Integer.highestOneBit(hashes.length) * 4];
    }

    /** {@return the number of a hash, a new one if it has none yet} */
    int add(int hash) {
        int slot = slot(hash);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == hashes.length) {
            grow();
            slot = slot(hash);
        }
        hashes[size] = hash;
        slots[slot] = ++size;
        return size - 1;
    }

    /** {@return the number of a hash, or -1} */
    int find(int hash) {
        return slots[slot(hash)] - 1;
    }

    boolean has(int hash) {
        return slots[slot(hash)] != 0;
    }

    int size() {
        return size;
    }

    /** {@return the hash that has a number} */
    int hash(int number) {
        return hashes[number];
    }

    private int slot(int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && hashes[slots[slot] - 1] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        slots = new int[Integer.highestOneBit(hashes.length) * 4];
        for (int i = 0; i < size; i++) {
            slots[slot(hashes[i])] = i + 1;
        }
    }
}
