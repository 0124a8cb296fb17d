package pullquote.intake;

import com.google.re2j.Pattern;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pullquote.dispatch.RawDispatch.Field;

/**
 * How input files are read.
 *
 * @param formats the first rule that matches a file's name tells how it is read
 * @param maxRecordBytes longest record that is read, in bytes after decompression
 */
public record IntakeSettings(List<FileFormat.Rule> formats, int maxRecordBytes) {
    public IntakeSettings {
        formats = List.copyOf(formats);
    }

    /** {@return the settings of a job that sets none} */
    public static IntakeSettings standard() {
        return new IntakeSettings(
                List.of(
                        new FileFormat.Rule("*.multi.txt", new FileFormat.ManyTexts(Pattern.compile("={5,}"))),
                        new FileFormat.Rule("*.txt", new FileFormat.PlainText()),
                        new FileFormat.Rule("*.jsonl", new FileFormat.JsonLines("text", standardFields()))),
                16 << 20);
    }

    /** {@return the member names under which JSON records state a dispatch's fields, unless a job says otherwise} */
    public static Map<Field, String> standardFields() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.GUID, "id");
        for (Field field : List.of(
                Field.PROVIDER,
                Field.SLUG,
                Field.HEADLINE,
                Field.BYLINE,
                Field.DATELINE,
                Field.PUBLISHED,
                Field.EMBARGO,
                Field.LANGUAGE,
                Field.STATUS)) {
            fields.put(field, field.name().toLowerCase(Locale.ROOT));
        }
        return fields;
    }

    /** {@return how a file is read, by its name; empty when no rule names it} */
    Optional<FileFormat> formatOf(String fileName) {
        String plain = isGzip(fileName) ? fileName.substring(0, fileName.length() - 3) : fileName;
        Path name = asPath(plain);
        for (FileFormat.Rule rule : formats) {
            if (FileSystems.getDefault().getPathMatcher("glob:" + rule.match()).matches(name)) {
                return Optional.of(rule.format());
            }
        }
        return Optional.empty();
    }

    /** A name beyond the machine's own encoding is matched with a question mark for each strange character. */
    private static Path asPath(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException beyond) {
            return Path.of(name.replaceAll("[^ -~]", "?"));
        }
    }

    static boolean isGzip(String fileName) {
        return fileName.endsWith(".gz");
    }
}
