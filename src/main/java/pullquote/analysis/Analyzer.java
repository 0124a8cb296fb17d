package pullquote.analysis;

import java.util.ArrayList;
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
import pullquote.quote.Story;
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
    private final UtteranceDay days = UtteranceDay.english();
    private final PlaceList places = new PlaceList();

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
        return analyze(List.of(raw), done).get(0);
    }

    /**
     * What became of some raw dispatches, each as if it were analysed alone.
     *
     * <p>They are taken part by part, not one after the other: every part has tables of its own, which stay in the
     * processor's cache from dispatch to dispatch. A dozen or two are enough for that.
     *
     * @param done told of each part that is done for all of them
     * @return an outcome for each, in their order
     */
    public List<Outcome> analyze(List<RawDispatch> raws, Consumer<Part> done) {
        List<Optional<Dispatch>> parsed = raws.stream().map(this::parse).toList();
        done.accept(Part.DISPATCH);
        List<Dispatch> dispatches = parsed.stream().flatMap(Optional::stream).toList();
        List<List<Timex3>> times = dispatches.stream()
                .map(dispatch -> timexes.tag(dispatch.body(), dispatch.referenceTime()))
                .toList();
        done.accept(Part.DATES);
        List<Attributions> found =
                quotations.extract(dispatches.stream().map(Analyzer::story).toList());
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < raws.size(); i++) {
            if (parsed.get(i).isEmpty()) {
                outcomes.add(rejected(raws.get(i)));
            } else {
                outcomes.add(annotated(dispatches.get(next), times.get(next), found.get(next)));
                next++;
            }
        }
        done.accept(Part.QUOTATIONS);
        return outcomes;
    }

    /** A dateline below a summary is no part of a sentence: it is blanked, so that every offset stays. */
    private static Story story(Dispatch dispatch) {
        String body = dispatch.body();
        int from = dispatch.summaryEnd();
        if (from == 0 || from >= dispatch.storyStart()) {
            return new Story(body, dispatch.storyStart());
        }
        StringBuilder blanked = new StringBuilder(body);
        for (int i = from; i < dispatch.storyStart(); i++) {
            blanked.setCharAt(i, body.charAt(i) == '\n' ? '\n' : ' ');
        }
        return new Story(blanked.toString(), 0);
    }

    private Optional<Dispatch> parse(RawDispatch raw) {
        return raw.text().isBlank() ? Optional.empty() : parser.parse(raw);
    }

    private static Rejected rejected(RawDispatch raw) {
        String uri = raw.at().sourceUri();
        return raw.text().isBlank()
                ? new Rejected(
                        raw.at(), RejectCode.EMPTY, "Expected a dispatch but found no text in " + uri, Optional.empty())
                : new Rejected(
                        raw.at(),
                        RejectCode.NO_BODY,
                        "Expected a body after the header, byline and credit lines but found none in " + uri,
                        Optional.of(raw.text()));
    }

    private AnnotatedDispatch annotated(Dispatch dispatch, List<Timex3> times, Attributions found) {
        List<DatedQuotation> dated = days.date(found.quotations(), times, dispatch);
        // what was left out is told where an analyst looks
        Dispatch told = found.passedOver() > 0 ? dispatch.warned("cues-passed-over") : dispatch;
        return new AnnotatedDispatch(told, times, dated, found.persons(), places.of(dispatch, found.persons()));
    }
}
