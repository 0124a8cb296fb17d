package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import pullquote.text.Tokens;

/** Finds the attributions of a body and resolves their speakers. Immutable and safe for use by many threads. */
public final class QuotationExtractor {
    private final Lexicon lexicon;
    private final Tagger tagger;
    private final FindingReader reader;
    private final NameFinder names;
    private final Assembler assembler;

    private QuotationExtractor(
            Lexicon lexicon, Tagger tagger, FindingReader reader, Assembler assembler, NameFinder names) {
        this.lexicon = lexicon;
        this.tagger = tagger;
        this.reader = reader;
        this.names = names;
        this.assembler = assembler;
    }

    /** {@return the extractor for English, its model loaded from the class path} */
    public static QuotationExtractor english() {
        return english(
                Models.weights("names.bin"),
                Models.lexicon("namewords.bin"),
                Models.weights("listing.bin"),
                Models.weights("speakers.bin"));
    }

    /** {@return the same with other models of names and speakers} */
    static QuotationExtractor english(Weights names, Lexicon nameWords, Weights listing, Weights speakers) {
        WordLists lists = WordLists.read("words-en.txt");
        NameLists nameLists = new NameLists(lists);
        return new QuotationExtractor(
                Models.lexicon("lexicon.bin"),
                new Tagger(Models.weights("tagger.bin")),
                FindingReader.of(
                        Models.weights("cues.bin"),
                        Models.weights("roles.bin"),
                        Models.weights("readings.bin"),
                        Models.weights("confidence.bin"),
                        Models.weights("attitudes.bin"),
                        Models.weights("parties.bin")),
                new Assembler(
                        lists, new NameListing(listing, nameWords), speakers, Models.weights("speakerconfidence.bin")),
                new NameFinder(nameLists, new NameRecognizer(names, nameWords, nameLists)));
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
        List<List<NameFinder.Name>> named = passages.stream().map(names::names).toList();
        List<FindingReader.Found> found = reader.read(passages);
        List<Attributions> attributions = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage p = passages.get(i);
            attributions.add(
                    p.size == 0
                            ? Attributions.none()
                            : assembler.assemble(
                                    p,
                                    named.get(i),
                                    found.get(i).findings(),
                                    found.get(i).passedOver()));
        }
        return attributions;
    }
}
