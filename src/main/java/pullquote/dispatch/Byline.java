package pullquote.dispatch;

import java.util.Optional;

/**
 * One person's part in a dispatch, as its byline or credit line states it.
 *
 * @param name the name in normal case
 * @param role what the person did
 * @param title job title as printed: {@code Associated Press Writer}
 * @param organization the employer, where stated
 * @param raw the line it was read from
 */
public record Byline(String name, Role role, Optional<String> title, Optional<String> organization, String raw) {

    /** The parts that newsrooms credit. */
    public enum Role {
        WRITER,
        REPORTER,
        EDITOR,
        PHOTOGRAPHER,
        TRANSLATOR
    }
}
