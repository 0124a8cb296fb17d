package pullquote.quote;

import pullquote.text.Tokens;

/** Finds the attributions of a body and resolves their speakers. Immutable and safe for use by many threads. */
public final class QuotationExtractor {
    private final Lexicon lexicon;
    private final Tagger tagger;
    private final FindingReader reader;
    private final Assembler assembler = new Assembler(WordLists.read("words-en.txt"));

    private QuotationExtractor(Lexicon lexicon, Tagger tagger, FindingReader reader) {
        this.lexicon = lexicon;
        this.tagger = tagger;
        this.reader = reader;
    }

    /** {@return the extractor for English, its model loaded from the class path} */
    public static QuotationExtractor english() {
        return new QuotationExtractor(
                Models.lexicon("lexicon.bin"),
                new Tagger(Models.weights("tagger.bin")),
                new FindingReader(
                        new CueFinder(Models.weights("cues.bin"), 0.1f),
                        new RoleFinder(Models.weights("roles.bin"), 8),
                        new ReadingChoice(Models.weights("readings.bin")),
                        new Confidence(Models.weights("confidence.bin")),
                        0.28));
    }

    /**
     * {@return the attributions of a body and the persons that it names}
     *
     * @param body the text; spans are offsets into it
     * @param storyStart where the story proper begins, after the dateline, in UTF-16 units; 0 where there is none
     */
    public Attributions extract(String body, int storyStart) {
        Tokens tokens = Tokens.of(body, storyStart);
        if (tokens.size() == 0) {
            return Attributions.none();
        }
        Passage p = new Passage(tokens, lexicon);
        tagger.tag(p);
        FindingReader.Found found = reader.read(p);
        return assembler.assemble(p, found.findings(), found.passedOver());
    }
}
