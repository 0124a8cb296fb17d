package pullquote.quote;

/**
 * A body whose attributions are looked for.
 *
 * @param body the text; spans are offsets into it, in UTF-16 units
 * @param start where the story proper begins, after the dateline; 0 where there is none
 */
public record Story(String body, int start) {
    public Story {
        if (start < 0 || start > body.length()) {
            throw new IllegalArgumentException(
                    "Expected a story's start within its body, 0 to " + body.length() + ", but found " + start);
        }
    }
}
