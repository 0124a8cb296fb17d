package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The table of header lines, datelines and bylines, and the rows expected of them, whatever the machine's settings. */
@Execution(ExecutionMode.SAME_THREAD)
class FixedClockTableTest {
    private static final DispatchParser PARSER = new DispatchParser(DispatchSettings.standard());

    @TestFactory
    Stream<DynamicTest> readsEachDispatchAsTheTableSays() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row[0],
                        () -> assertThat(FixedClock.row(PARSER, text(row[0]))).isEqualTo(row[1])));
    }

    @Test
    void holdsAtLeast150Dispatches() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void givesTheSameRowsInEveryZoneAndLocale() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            for (String place : List.of("UTC", "America/St_Johns", "Pacific/Kiritimati")) {
                for (String language : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(place));
                    Locale.setDefault(Locale.forLanguageTag(language));
                    DispatchParser parser = new DispatchParser(DispatchSettings.standard());
                    for (String[] row : rows()) {
                        assertThat(FixedClock.row(parser, text(row[0])))
                                .as("%s in %s, %s", row[0], place, language)
                                .isEqualTo(row[1]);
                    }
                }
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static String text(String cell) {
        return cell.replace("¶", "\n");
    }

    private static List<String[]> rows() {
        try (InputStream in =
                Objects.requireNonNull(FixedClockTableTest.class.getResourceAsStream("fixed-clock.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
