package pullquote.storage;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Values as text, the same for every reader: strings in quotes, lists in brackets, structs in parentheses. */
public final class Canonical {
    private Canonical() {}

    /** {@return a value as text: null, a scalar, a list, or a struct as an array of its fields} */
    public static String text(Object value) {
        if (value instanceof String string) {
            return '"' + string.codePoints().mapToObj(Canonical::escaped).collect(Collectors.joining()) + '"';
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Canonical::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Object[] struct) {
            return Arrays.stream(struct).map(Canonical::text).collect(Collectors.joining(", ", "(", ")"));
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : String.valueOf(value);
    }

    private static String escaped(int codePoint) {
        return codePoint < ' ' || codePoint == '"' || codePoint == '\\' || codePoint > '~'
                ? "\\u{" + Integer.toHexString(codePoint) + "}"
                : Character.toString(codePoint);
    }
}
