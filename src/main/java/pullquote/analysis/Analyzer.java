package pullquote.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.RawDispatch;
import pullquote.quote.Attributions;
import pullquote.quote.QuotationExtractor;
import pullquote.time.Timex3;
import pullquote.time.TimexTagger;

/**
 * The whole analysis: one raw dispatch in, one outcome out.
 *
 * <p>The same dispatch gives the same outcome on any machine. Immutable and safe for use by many threads.
 */
public final class Analyzer {
    private final DispatchParser parser;
    private final TimexTagger timexes;
    private final QuotationExtractor quotations;

    private Analyzer(DispatchParser parser, TimexTagger timexes, QuotationExtractor quotations) {
        this.parser = parser;
        this.timexes = timexes;
        this.quotations = quotations;
    }

    public static Analyzer english(DispatchSettings settings) {
        return new Analyzer(new DispatchParser(settings), TimexTagger.english(), QuotationExtractor.english());
    }

    /** {@return what became of a raw dispatch} */
    public Outcome analyze(RawDispatch raw) {
        return analyze(raw, part -> {});
    }

    /**
     * {@return what became of a raw dispatch}
     *
     * @param done told of each part that is done, so that a caller can time it; the analysis itself knows no clock
     */
    public Outcome analyze(RawDispatch raw, Consumer<Part> done) {
        if (raw.text().isBlank()) {
            return new Rejected(
                    raw.at(),
                    RejectCode.EMPTY,
                    "Expected a dispatch but found no text in " + raw.at().sourceUri(),
                    Optional.empty());
        }
        Optional<Dispatch> parsed = parser.parse(raw);
        done.accept(Part.DISPATCH);
        if (parsed.isEmpty()) {
            return new Rejected(
                    raw.at(),
                    RejectCode.NO_BODY,
                    "Expected a body after the header, byline and credit lines but found none in "
                            + raw.at().sourceUri(),
                    Optional.of(raw.text()));
        }
        Dispatch dispatch = parsed.get();
        List<Timex3> times = timexes.tag(dispatch.body(), dispatch.referenceTime());
        done.accept(Part.DATES);
        Attributions found = quotations.extract(dispatch.body(), dispatch.storyStart());
        List<DatedQuotation> dated = found.quotations().stream()
                .map(quotation -> UtteranceDay.date(quotation, times, dispatch))
                .toList();
        done.accept(Part.QUOTATIONS);
        // what was left out is told where an analyst looks
        Dispatch told = found.passedOver() > 0 ? dispatch.warned("cues-passed-over") : dispatch;
        return new AnnotatedDispatch(told, times, dated, found.persons());
    }
}
