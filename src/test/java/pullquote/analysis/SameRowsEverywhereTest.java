package pullquote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;

/** The whole analysis of a few dispatches, on machines of three zones and three locales. */
@Isolated
class SameRowsEverywhereTest {
    private static final List<String> DISPATCHES = List.of(
            "Boats stay in port\n\nSource: Xinhua| 2018-01-01 00:10:00|Editor: Li Na\n\nLIMA, Dec. 31 (Xinhua) -- \"Boats"
                    + " will stay in port until Tuesday,\" harbor master ANA IZQUIERDO said on Sunday evening. She said last"
                    + " week that İsmet Çelik, the pilot, had left two days earlier.\n\nThe first quarter of 2018 will be"
                    + " quiet, she added.",
            "Title: Ferry is late\nSource: AP| 2017-03-12 03:30\n\nBy DANA ORTIZ\nISTANBUL, Turkey (AP) -- Captain Leo"
                    + " Marsh told reporters Friday that the ferry left at 9:15 p.m. on March 3, 1998.\n\n(Editing by"
                    + " Irma Iliescu)",
            "Published: 28/09/17 11.30pm IST\nSource: PTI\n\nKochi, Sep 28 (PTI) Rain fell in 2016-17, officials"
                    + " said on Thursday.");

    @Test
    void givesTheSameRowsInThreeZonesAndThreeLocales() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            List<Outcome> expected = outcomes("UTC", "en-US");
            assertThat(expected)
                    .hasSize(3)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    AnnotatedDispatch.class,
                                    read -> assertThat(read.timexes()).hasSizeGreaterThan(1)));
            for (String place : List.of("UTC", "America/St_Johns", "Pacific/Kiritimati")) {
                for (String language : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab")) {
                    assertThat(outcomes(place, language))
                            .as(place + ", " + language)
                            .isEqualTo(expected);
                }
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static List<Outcome> outcomes(String zone, String language) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(language));
        Analyzer analyzer = Analyzer.english(DispatchSettings.standard());
        List<Outcome> outcomes = new ArrayList<>();
        for (String text : DISPATCHES) {
            outcomes.add(analyzer.analyze(
                    new RawDispatch(new Provenance("x.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of())));
        }
        return outcomes;
    }
}
