package pullquote.analysis;

import java.util.List;
import java.util.Optional;
import pullquote.text.Span;

/**
 * A place that a dispatch names.
 *
 * @param name the fullest form of its name in the dispatch
 * @param spans where it is named in the body, in UTF-16 units, in order
 * @param country ISO 3166-1 alpha-2 code, where the place is known
 */
public record NamedPlace(String name, List<Span> spans, Optional<String> country) {
    public NamedPlace {
        spans = List.copyOf(spans);
    }
}
