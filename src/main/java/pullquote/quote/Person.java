package pullquote.quote;

import java.util.List;
import java.util.Optional;
import pullquote.text.Span;

/**
 * A person, organisation or place that a dispatch names.
 *
 * @param name the fullest form of the name in the dispatch, without titles
 * @param aliases other forms in which it occurs, in order of appearance
 * @param title title or post as printed: {@code Prime Minister}
 * @param affiliation the body or country it belongs to, where stated
 * @param kind person, organisation or place
 * @param mentions where it is named, pronouns left out: spans of the body in UTF-16 units, in order
 */
public record Person(
        String name,
        List<String> aliases,
        Optional<String> title,
        Optional<String> affiliation,
        Kind kind,
        List<Span> mentions) {

    /** What a name stands for. */
    public enum Kind {
        PERSON,
        ORGANIZATION,
        PLACE
    }

    public Person {
        aliases = List.copyOf(aliases);
        mentions = List.copyOf(mentions);
    }
}
