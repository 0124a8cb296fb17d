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
    private final int[] slots;
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
        slots = new int[Integer.highestOneBit(Math.max(keys.length, 2)) * 4];
        mask = slots.length - 1;
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
        }
    }

    static Lexicon empty() {
        return new Lexicon(new int[0], new short[0], new byte[0], new byte[0]);
    }

    /** {@return the place of a word, or -1 where it is not known} */
    int find(int word) {
        int slot = word & mask;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (keys[entry] == word) {
                return entry;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    int cluster(int entry) {
        return entry < 0 ? 0 : fine[entry];
    }

    int coarse(int entry) {
        return entry < 0 ? 0 : coarse[entry];
    }

    /** {@return the tag that a word written small always has, or 0} */
    int tag(int entry) {
        return entry < 0 ? 0 : tags[entry];
    }

    /** {@return the same words with their only tags} */
    Lexicon withTags(byte[] only) {
        return new Lexicon(keys, fine, coarse, only);
    }

    int size() {
        return keys.length;
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
