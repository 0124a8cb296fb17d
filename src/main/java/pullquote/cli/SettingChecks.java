package pullquote.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.file.FileSystems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a job file says into values that a job can work with; what can't work is refused with its line. */
final class SettingChecks {
    private final JobFileLines lines;

    SettingChecks(JobFileLines lines) {
        this.lines = lines;
    }

    long whole(String path, @Nullable Long value, long least, long most, long otherwise) {
        if (value != null && (value < least || value > most)) {
            throw lines.refuse(path, "a whole number from " + least + " to " + most, value);
        }
        return value == null ? otherwise : value;
    }

    int count(String path, @Nullable Long value, int least, int most, int otherwise) {
        return Math.toIntExact(whole(path, value, least, most, otherwise));
    }

    double share(String path, @Nullable Double value, double otherwise) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw lines.refuse(path, "a number from 0 to 1", value);
        }
        return value == null ? otherwise : value;
    }

    <T> T given(String path, @Nullable T value) {
        if (value == null) {
            throw lines.refuse(path, "a value", null);
        }
        return value;
    }

    String oneOf(String path, @Nullable String value, List<String> known) {
        String given = given(path, value);
        if (!known.contains(given)) {
            throw lines.refuse(path, "one of " + known, given, DidYouMean.hint(given, known));
        }
        return given;
    }

    <E extends Enum<E>> E constant(Class<E> type, String path, String name) {
        List<String> known = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return Enum.valueOf(
                type, oneOf(path, name.toLowerCase(Locale.ROOT), known).toUpperCase(Locale.ROOT));
    }

    String glob(String path, @Nullable String glob) {
        String given = given(path, glob);
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + given);
            return given;
        } catch (java.util.regex.PatternSyntaxException invalid) {
            throw lines.refuse(path, "a file name's pattern", given);
        }
    }

    Pattern pattern(String path, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException invalid) {
            throw lines.refuse(path, "a regular expression", pattern);
        }
    }

    ZoneId zone(String path, String id) {
        try {
            return id.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw lines.refuse(path, "a time zone such as Asia/Shanghai or +08:00", id);
        }
    }
}
