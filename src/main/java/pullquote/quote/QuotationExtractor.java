package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
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

    /** {@return the attributions of a body and the persons that it names} */
    public Attributions extract(Story story) {
        return extract(List.of(story)).get(0);
    }

    /**
     * {@return for each body its attributions and the persons that it names, as if it were read alone}
     *
     * <p>Every model goes over all of them before the next has its turn, as each fills the processor's cache.
     */
    public List<Attributions> extract(List<Story> stories) {
        List<Passage> passages = stories.stream()
                .map(story -> new Passage(Tokens.of(story.body(), story.start()), lexicon))
                .toList();
        passages.forEach(tagger::tag);
        List<FindingReader.Found> found = reader.read(passages);
        List<Attributions> attributions = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            attributions.add(
                    p.size == 0
                            ? Attributions.none()
                            : assembler.assemble(
                                    p, found.get(i).findings(), found.get(i).passedOver()));
        }
        return attributions;
    }
}
