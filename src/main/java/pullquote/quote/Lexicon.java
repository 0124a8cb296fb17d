package pullquote.quote;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What is known of words, looked up by a word's hash: the clusters of those that stand among the same neighbours in
 * running news copy, and the part of speech of those that have only one.
 */
final class Lexicon {
    private final int[] keys;
    private final short[] fine;
    private final byte[] coarse;
    private final byte[] tags;
    /** For each word its hash, then what is known of it: cluster, cluster among few, tag. Zero where there is none. */
    private final long[] slots;

    private final int mask;

    /**
     * @param keys words' hashes
     * @param fine each word's cluster
     * @param coarse each word's cluster among few
     * @param tags the tag that a word, written small, always has, or 0
     */
    Lexicon(int[] keys, short[] fine, byte[] coarse, byte[] tags) {
        this.keys = keys;
        this.fine = fine;
        this.coarse = coarse;
        this.tags = tags;
        slots = new long[Integer.highestOneBit(Math.max(keys.length, 2)) * 4];
        mask = slots.length - 1;
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (long) keys[i] << 32 | (fine[i] & 0xFFFFL) << 16 | (coarse[i] & 0xFF) << 8 | (tags[i] & 0xFF);
        }
    }

    static Lexicon empty() {
        return new Lexicon(new int[0], new short[0], new byte[0], new byte[0]);
    }

    /** {@return what is known of a word, or 0 where it is not known} */
    int find(int word) {
        int slot = word & mask;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == word) {
                return (int) slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    static int cluster(int entry) {
        return entry >>> 16;
    }

    static int coarse(int entry) {
        return entry >>> 8 & 0xFF;
    }

    /** {@return the tag that a word written small always has, or 0} */
    static int tag(int entry) {
        return entry & 0xFF;
    }

    /** {@return the same words with their only tags} */
    Lexicon withTags(byte[] only) {
        return new Lexicon(keys, fine, coarse, only);
    }

    int size() {
        return keys.length;
    }

    /** {@return the hash of the word at a place} */
    int word(int place) {
        return keys[place];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        for (int i = 0; i < keys.length; i++) {
            out.writeInt(keys[i]);
            out.writeShort(fine[i]);
            out.writeByte(coarse[i]);
            out.writeByte(tags[i]);
        }
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int n = in.readInt();
        int[] keys = new int[n];
        short[] fine = new short[n];
        byte[] coarse = new byte[n];
        byte[] tags = new byte[n];
        for (int i = 0; i < n; i++) {
            keys[i] = in.readInt();
            fine[i] = in.readShort();
            coarse[i] = in.readByte();
            tags[i] = in.readByte();
        }
        return new Lexicon(keys, fine, coarse, tags);
    }
}
