package pullquote.text;

/**
 * A quick look that tells most words of a running text from those of a table, without making strings of them: a bit for
 * each hash. A word is hashed as {@link String#hashCode()} does, so that it can be hashed as its characters are read.
 */
public final class WordSieve {
    private static final int BITS = 8192;

    private final long[] bits = new long[BITS / Long.SIZE];

    /** Enters a word of the table. */
    public void add(String word) {
        int bit = bit(word.hashCode());
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    /** {@return false where no word that was entered has this hash} */
    public boolean mayHold(int hash) {
        int bit = bit(hash);
        return (bits[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    /** {@return the hash of a word one character longer} */
    public static int longer(int hash, int character) {
        return hash * 31 + character;
    }

    private static int bit(int hash) {
        return ((hash * 0x9E3779B1) >>> 1) % BITS;
    }
}
