package pullquote.quote;

/** Finds the attributions of a body and resolves their speakers. Immutable and safe for use by many threads. */
public final class QuotationExtractor {
    private QuotationExtractor() {}

    /** {@return the extractor for English, its model loaded from the class path} */
    public static QuotationExtractor english() {
        return new QuotationExtractor();
    }

    /**
     * {@return the attributions of a body and the persons that it names}
     *
     * @param body the text; spans are offsets into it
     * @param storyStart where the story proper begins, after the dateline, in UTF-16 units; 0 where there is none
     */
    public Attributions extract(String body, int storyStart) {
        return Attributions.none();
    }
}
