package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;
import pullquote.dispatch.DispatchSettings.Desk;
import pullquote.dispatch.RawDispatch.Field;
import pullquote.time.ReferenceTime;

class DispatchParserTest {
    private static final String STORY = "LIMA, Sept. 27 (Xinhua) -- Boats stayed in port.\n\nThey stayed all day.";
    private final DispatchParser parser = new DispatchParser(DispatchSettings.standard());

    @Test
    void letsWhatTheCarrierStatesWinOverTheText() {
        Dispatch read = parse(
                "Boats stay\n\nSource: AP| 2017-09-28\n\n" + STORY,
                Map.of(
                        Field.PROVIDER, "xinhua",
                        Field.HEADLINE, "Boats Stay in Port",
                        Field.PUBLISHED, "2017-09-28T01:02:03+02:00",
                        Field.BYLINE, "DANA ORTIZ and Leo Marsh",
                        Field.GUID, "urn:x:1",
                        Field.STATUS, "canceled",
                        Field.LANGUAGE, "en-GB"));
        assertThat(read.provider()).contains("Xinhua");
        assertThat(read.headline()).contains("Boats Stay in Port");
        assertThat(read.publication().at()).contains(Instant.parse("2017-09-27T23:02:03Z"));
        assertThat(read.publication().zone()).contains("+02:00 (text)");
        assertThat(read.bylines()).extracting(Byline::name).containsExactly("Dana Ortiz", "Leo Marsh");
        assertThat(read.guid()).contains("urn:x:1");
        assertThat(read.status()).isEqualTo(Dispatch.Status.CANCELED);
        assertThat(read.language()).isEqualTo("en-GB");
    }

    @Test
    void readsAStatedDatelineWhereTheBodyHasNone() {
        Dispatch read = parse(
                "Boats stayed in port.",
                Map.of(Field.DATELINE, "SALEM, Ore.", Field.PUBLISHED, "1506556800", Field.PROVIDER, "AP"));
        assertThat(read.dateline().map(Dateline::place)).contains("Salem, Ore.");
        assertThat(read.dateline().flatMap(Dateline::country)).contains("US");
        assertThat(read.publication().at()).contains(Instant.parse("2017-09-28T00:00:00Z"));
        assertThat(read.publication().date()).contains(LocalDate.of(2017, 9, 27));
    }

    @Test
    void anchorsOnTheDatelineBeforeTheDayOfPosting() {
        Dispatch filed = parse("Source: Xinhua| 2017-09-28\n\n" + STORY, Map.of());
        assertThat(filed.referenceTime())
                .isEqualTo(ReferenceTime.of(LocalDate.of(2017, 9, 27), ReferenceTime.Origin.DATELINE));
        Dispatch posted = parse("Source: AP| 2017-09-28\n\nLIMA (AP) -- Boats stayed.", Map.of());
        assertThat(posted.referenceTime())
                .isEqualTo(ReferenceTime.of(LocalDate.of(2017, 9, 28), ReferenceTime.Origin.PUBLISHED));
    }

    @Test
    void countsParagraphsByBlankLinesAndIndents() {
        assertThat(parse("One two.\n\nThree.\n   Four\nfive.", Map.of()).paragraphs())
                .isEqualTo(3);
        assertThat(parse("One two.\n\nThree.\n   Four\nfive.", Map.of()).words())
                .isEqualTo(5);
    }

    @Test
    void findsNoBodyInAHeaderAlone() {
        assertThat(parser.parse(raw("Source: AP| 2017-09-28\n\n", Map.of()))).isEmpty();
        assertThat(parser.parse(raw("  \n ", Map.of()))).isEmpty();
    }

    @Test
    void takesAUsersDeskAndOrder() {
        DispatchParser own = new DispatchParser(DispatchSettings.standard()
                .withDesk(new Desk("Harbour Wire", ZoneId.of("Asia/Tokyo"), DayMonthOrder.DAY_FIRST)));
        Publication read = own.parse(raw("Source: HARBOUR WIRE| 03/04/2017 09:00\n\nBoats stayed.", Map.of()))
                .orElseThrow()
                .publication();
        assertThat(read.at()).contains(Instant.parse("2017-04-03T00:00:00Z"));
        assertThat(read.zone()).contains("Asia/Tokyo (provider)");
    }

    @ParameterizedTest
    @CsvSource({
        "en, The boats stayed in port and the crews went home to their families.",
        "es, Los barcos se quedan en el puerto porque la tormenta no ha pasado y es de noche.",
        "fr, Les bateaux restent au port et les marins ne sont pas sur le quai avec leur patron.",
        "de, Die Schiffe bleiben im Hafen und die Mannschaft ist nicht auf dem Meer.",
        "it, Le barche sono nel porto e gli uomini non sono con la nave che è della città.",
        "pt, Os barcos ficam no porto e não são mais do que uma parte da frota que foi ao mar.",
        "ru, Суда остались в порту и не вышли в море из-за шторма по данным порта.",
        "ar, بقيت السفن في الميناء من الصباح إلى المساء على الرغم من أن العاصفة مرت",
        "zh, 渔船停在港口，风暴仍未过去。",
        "ja, 船は港にとどまっている。",
        "ko, 배들은 항구에 머물렀다.",
        "und, Xyzzy plugh 12 34."
    })
    void guessesTheLanguage(String tag, String text) {
        assertThat(parse(text, Map.of()).language()).isEqualTo(tag);
    }

    private Dispatch parse(String text, Map<Field, String> given) {
        return parser.parse(raw(text, given)).orElseThrow();
    }

    private static RawDispatch raw(String text, Map<Field, String> given) {
        return new RawDispatch(new Provenance("x.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, given);
    }
}
