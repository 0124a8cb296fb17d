package pullquote.storage;

import java.util.regex.Pattern;

/** Names that become directories: no separators, nothing hidden, nothing that a shell or a reader's glob expands. */
final class Names {
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern DIRECTORY = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,199}");

    private Names() {}

    static String table(String name) {
        return matching(TABLE, name, "a table's name in snake_case");
    }

    static String snapshot(String id) {
        return matching(DIRECTORY, id, "a snapshot's id of letters, digits, '.', '_' and '-'");
    }

    static String workspace(String name) {
        return matching(DIRECTORY, name, "a name of letters, digits, '.', '_' and '-'");
    }

    private static String matching(Pattern pattern, String name, String expected) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("Expected " + expected + " but found '" + name + "'");
        }
        return name;
    }
}
