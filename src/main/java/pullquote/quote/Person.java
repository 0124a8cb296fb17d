package pullquote.quote;

import java.util.List;
import java.util.Optional;

/**
 * A person or organisation that a dispatch names.
 *
 * @param name the fullest form of the name in the dispatch, without titles
 * @param aliases other forms in which it occurs, in order of appearance
 * @param title title or post as printed: {@code Prime Minister}
 * @param affiliation the body or country it belongs to, where stated
 * @param kind person or organisation
 * @param mentions how often it is named, pronouns left out
 */
public record Person(
        String name,
        List<String> aliases,
        Optional<String> title,
        Optional<String> affiliation,
        Kind kind,
        int mentions) {

    /** What a name stands for. */
    public enum Kind {
        PERSON,
        ORGANIZATION
    }

    public Person {
        aliases = List.copyOf(aliases);
    }
}
