package pullquote.batch;

import java.util.List;

/**
 * Some records of a split, in the order of the input, that are analysed together: what one part of the analysis needs
 * stays in the processor's cache from text to text.
 *
 * <p>The records that are read at a time are cut into the same number of sheaves however few they are, so that in a small
 * night, too, there is something for every worker.
 *
 * @param items the records; at least one
 */
record Sheaf(List<SourceItem> items) {
    /** Most records: a hundred gain no more in a whole job, and what they need meanwhile outlives a collection. */
    static final int MOST = 32;

    private static final int FOR_EACH_WORKER = 2;

    Sheaf {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("Expected a record in a sheaf but found none");
        }
    }

    /**
     * {@return how many sheaves a transaction's records are cut into}
     *
     * @param chunkRecords most records of a transaction
     * @param workers how many may analyse them
     */
    static int perChunk(int chunkRecords, int workers) {
        int most = Math.max(FOR_EACH_WORKER * workers, (chunkRecords + MOST - 1) / MOST);
        return Math.min(chunkRecords, most);
    }
}
