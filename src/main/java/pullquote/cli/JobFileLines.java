package pullquote.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * In which line of a job file each setting is, and what it says there, so that a fault can name both.
 *
 * <p>A setting's path is its names joined by dots, entries of lists counted from 0: {@code formats.0.read}.
 */
final class JobFileLines {
    private final Path file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private Optional<String> unreadableNumber = Optional.empty();

    /** No line of a file: what holds where no job file is. */
    JobFileLines(Path file) {
        this.file = file;
    }

    /** {@return the lines of a job file} */
    static JobFileLines read(Path file, byte[] yaml, YAMLMapper mapper) {
        JobFileLines lines = new JobFileLines(file);
        try (JsonParser parser = mapper.createParser(yaml)) {
            lines.read(parser);
        }
        return lines;
    }

    /** A list or a section that is open, with the entry that it has come to. */
    private static final class Level {
        final String path;
        String entry = "";
        int index = -1;

        Level(String path) {
            this.path = path;
        }
    }

    private void read(JsonParser parser) {
        Deque<Level> open = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.PROPERTY_NAME) {
                Level section = open.element();
                section.entry = join(section.path, parser.currentName());
                Integer before = lines.put(section.entry, line);
                if (before != null) {
                    throw new UsageException("expected " + section.entry + " once but found it in lines " + before
                            + " and " + line + " of " + file);
                }
            } else if (token.isStructEnd()) {
                open.pop();
            } else {
                String path = entry(open.peek(), line);
                values.put(path, token.isStructStart() ? kind(token) : parser.getString());
                if (token.isNumeric() && unreadableNumber.isEmpty() && !isReadable(parser)) {
                    unreadableNumber = Optional.of(path);
                }
                if (token.isStructStart()) {
                    open.push(new Level(path));
                    lines.putIfAbsent(path, line);
                    openList(open.element(), token);
                }
            }
        }
    }

    /** A number may have more digits than any setting has use for, or none at all. */
    private static boolean isReadable(JsonParser parser) {
        try {
            return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                    : Double.isFinite(parser.getDoubleValue());
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static void openList(Level level, JsonToken token) {
        level.index = token == JsonToken.START_ARRAY ? 0 : -1;
    }

    private String entry(@Nullable Level around, int line) {
        if (around == null) {
            return "";
        }
        if (around.index < 0) {
            return around.entry;
        }
        String path = join(around.path, Integer.toString(around.index++));
        lines.put(path, line);
        return path;
    }

    private static String kind(JsonToken token) {
        return token == JsonToken.START_ARRAY ? "a list" : "a section";
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Path file() {
        return file;
    }

    /** {@return the first setting whose number can't be read} */
    Optional<String> unreadableNumber() {
        return unreadableNumber;
    }

    /** {@return what the file says for a setting; empty where it says nothing} */
    Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /** {@return where a setting is; where it is missing, the section that it is missing in} */
    String where(String path) {
        for (String at = path; !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
            Integer line = lines.get(at);
            if (line != null) {
                return "in line " + line + " of " + file;
            }
        }
        return "in " + file;
    }

    /** {@return the refusal of what a setting says} */
    UsageException refuse(String path, String expected, @Nullable Object found) {
        return refuse(path, expected, found, "");
    }

    /** {@return the refusal of what a setting says, with what to do instead} */
    UsageException refuse(String path, String expected, @Nullable Object found, String remedy) {
        return new UsageException("expected " + expected + " for " + path.replaceAll("\\.[0-9]+", "") + " but found "
                + (found == null ? "none" : found) + " " + where(path) + remedy);
    }
}
