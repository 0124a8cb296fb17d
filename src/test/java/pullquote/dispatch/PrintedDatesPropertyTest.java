package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;
import pullquote.dispatch.DispatchSettings.Desk;

/** Any day and time, printed in any form that a header line may have, in any zone, comes back. */
class PrintedDatesPropertyTest {
    private static final int DRAWS = 4000;
    private static final List<String> FORMS = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyyMMdd'T'HHmmss",
            "yyyy/MM/dd HH:mm:ss",
            "MMMM d, yyyy HH:mm:ss",
            "MMM. d, yyyy HH:mm:ss",
            "d MMM yyyy HH:mm:ss",
            "d MMMM yyyy, HH:mm:ss",
            "EEEE, MMMM d, yyyy, HH:mm:ss",
            "EEE, d MMM yyyy HH:mm:ss",
            "HH:mm:ss, MMMM d, yyyy",
            "dd-MMM-yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm:ss",
            "MMMM d, yyyy h:mm:ss a",
            "yyyy年M月d日 HH:mm:ss");
    private static final List<String> OFFSETS = List.of(" XXX", " XX", "XXX", "XX");

    private final Random random = new Random(20170927);

    @Test
    void bringsBackAnInstantPrintedWithItsOffset() {
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        for (int i = 0; i < DRAWS; i++) {
            LocalDateTime local = moment();
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(105) - 48) * 900);
            String pattern = FORMS.get(i % FORMS.size());
            String printed = local.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)) + offset(local, offset);
            Publication read = parse(parser, "Published: " + printed);
            assertThat(read.at()).as(printed).contains(local.toInstant(offset));
            assertThat(read.date()).as(printed).contains(local.toLocalDate());
        }
    }

    @Test
    void bringsBackALocalTimeInTheDesksZone() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/"))
                .sorted()
                .toList();
        for (int i = 0; i < 200; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            LocalDateTime local = moment();
            DispatchParser parser = new DispatchParser(
                    DispatchSettings.standard().withDesk(new Desk("Harbour Wire", zone, DayMonthOrder.DAY_FIRST)));
            String printed = local.format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ENGLISH));
            Publication read = parse(parser, "Source: Harbour Wire| " + printed);
            boolean skipped = zone.getRules().getValidOffsets(local).isEmpty();
            Optional<Instant> expected = skipped
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.of(local, zone).toInstant());
            assertThat(read.at()).as(printed + " in " + zone).isEqualTo(expected);
            assertThat(read.zone()).contains(zone + " (provider)");
        }
    }

    @Test
    void infersTheYearOfADatelinePostedWithinMonths() {
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        for (int i = 0; i < 1000; i++) {
            LocalDate filed = moment().toLocalDate();
            LocalDate posted = filed.plusDays(random.nextInt(200));
            String pattern = i % 2 == 0 ? "MMM. d" : "d MMMM";
            String day = filed.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
            String text = "Source: Xinhua| " + posted + "\n\nLIMA, " + day + " (Xinhua) -- Boats stayed in port.";
            Dispatch read = parser.parse(raw(text)).orElseThrow();
            assertThat(read.dateline().flatMap(Dateline::date)).as(text).contains(filed);
        }
    }

    @Test
    void keepsTheBodyAVerbatimSliceOfWhateverComes() {
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        String[] scraps = {
            "Source: ",
            "Xinhua",
            "| ",
            "2017-09-28",
            " 05:31",
            "25:00",
            "\n",
            "\n\n",
            "\r\n",
            "By ",
            "DANA ORTIZ",
            "LIMA, ",
            "(AP)",
            " -- ",
            "Sept. 31",
            "Eds: ",
            "^",
            "(Reporting by ",
            ")",
            ";",
            "Enditem",
            "Editor: ",
            "新华社",
            "记者",
            "电",
            "😀",
            "\ud83d",
            "\u2028",
            "\u0000",
            "Boats stayed in port. ",
            "¶",
            "Published: ",
            "a.m.",
            "/TASS/",
            "''",
            "\t"
        };
        int dispatches = 0;
        for (int i = 0; i < DRAWS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(
                        random.nextInt(12) == 0
                                ? Character.toString((char) random.nextInt(0x3000))
                                : scraps[random.nextInt(scraps.length)]);
            }
            Optional<Dispatch> parsed = parser.parse(raw(text.toString()));
            if (parsed.isPresent()) {
                dispatches++;
                Dispatch read = parsed.get();
                assertThat(text.toString().startsWith(read.body(), read.bodyStart()))
                        .as(text.toString())
                        .isTrue();
                assertThat(read.storyStart()).isBetween(0, read.body().length());
            }
        }
        assertThat(dispatches).isGreaterThan(DRAWS / 2);
    }

    private String offset(LocalDateTime local, ZoneOffset offset) {
        String pattern = OFFSETS.get(random.nextInt(OFFSETS.size()));
        return local.atOffset(offset).format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private LocalDateTime moment() {
        LocalDate day = LocalDate.of(1980, 1, 1).plusDays(random.nextInt(18_000));
        return day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    }

    private static Publication parse(DispatchParser parser, String header) {
        return parser.parse(raw(header + "\n\nBoats stayed in port."))
                .orElseThrow()
                .publication();
    }

    private static RawDispatch raw(String text) {
        return new RawDispatch(new Provenance("drawn.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of());
    }
}
