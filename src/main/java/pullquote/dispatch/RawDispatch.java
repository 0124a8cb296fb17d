package pullquote.dispatch;

import java.util.Map;

/**
 * One dispatch as it came off the wire: decoded, otherwise untouched.
 *
 * @param at where it came from
 * @param text the whole text as received, header lines included
 * @param given fields that the carrier stated beside the text (a JSON record's), by their field of the dispatch; empty
 *     for plain text
 */
public record RawDispatch(Provenance at, String text, Map<Field, String> given) {

    /** The fields that a carrier can state beside the text. */
    public enum Field {
        GUID,
        PROVIDER,
        SLUG,
        HEADLINE,
        BYLINE,
        DATELINE,
        PUBLISHED,
        EMBARGO,
        LANGUAGE,
        STATUS
    }

    public RawDispatch {
        given = Map.copyOf(given);
    }
}
