package pullquote.batch;

import java.util.List;

/**
 * Some records of a split, in the order of the input, that are analysed together: what one part of the analysis needs
 * stays in the processor's cache from text to text.
 *
 * <p>Few enough for a night of a hundred dispatches to give every worker its share, and no more text than a few long
 * dispatches hold.
 *
 * @param items the records; at least one
 */
record Sheaf(List<SourceItem> items) {
    /** Most records. */
    static final int MOST = 16;

    /** With so many characters of text a sheaf is full. */
    static final int FULL = 1 << 16;

    Sheaf {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Expected a record in a sheaf but found none");
        }
    }

    /** {@return the most records of a sheaf where a transaction is to have so many} */
    static int records(int chunkRecords) {
        return Math.min(MOST, chunkRecords);
    }

    /** {@return how many sheaves hold a transaction's records} */
    static int perChunk(int chunkRecords) {
        return (chunkRecords + records(chunkRecords) - 1) / records(chunkRecords);
    }
}
