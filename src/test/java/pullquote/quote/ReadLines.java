package pullquote.quote;

import java.util.List;
import java.util.stream.Collectors;
import pullquote.text.Span;

/** What the extractor reads in a body, as lines that a test can compare. */
final class ReadLines {
    private static final QuotationExtractor EXTRACTOR = QuotationExtractor.english();

    private ReadLines() {}

    static Attributions extract(String body) {
        return extract(body, 0);
    }

    static Attributions extract(String body, int storyStart) {
        return EXTRACTOR.extract(new Story(body, storyStart));
    }

    static List<Quotation> quotations(String body) {
        return extract(body).quotations();
    }

    static String text(String body, List<Span> spans) {
        return spans.stream().map(s -> s.of(body)).collect(Collectors.joining(" | "));
    }

    /** One line for each attribution: source ~ cue ~ content. */
    static List<String> read(String body) {
        return quotations(body).stream()
                .map(q -> text(body, q.source()) + " ~ " + text(body, q.cue()) + " ~ " + text(body, q.content()))
                .toList();
    }

    /** The speakers of each attribution. */
    static List<String> speakers(String body) {
        Attributions found = extract(body);
        return found.quotations().stream()
                .map(q -> q.speakers().stream()
                        .map(s -> found.persons().get(s).name())
                        .collect(Collectors.joining(" + ")))
                .toList();
    }
}
