package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which dispatch under the same name is a newer edition of an older one. */
class EditionTest {
    private static final String FERRY =
            "OBAN, May 3 (Ferro) -- The night ferry to Colonsay ran aground off the north pier"
                    + " on Friday and 42 passengers were taken off by lifeboat.\n\n"
                    + "“Nobody was hurt and the tide will lift her tonight,” said Ana Ruiz, the harbour master.\n";
    private static final String MORE = "\nThe operator, Brae Lines, said the ship was built in 1998.\n"
            + "Passengers were given blankets and soup in the church hall while buses were found for them.\n"
            + "It was the third such accident at the pier since the sands began to move.\n";

    private final DispatchParser parser = new DispatchParser(DispatchSettings.standard());

    @Test
    void aCorrectedFigureMakesANewEdition() {
        assertThat(replaces(FERRY, FERRY.replace("42", "24")))
                .isGreaterThan(0.7)
                .isLessThan(1);
    }

    @Test
    void aStoryThatGrowsMakesANewEditionButABriefCutFromItDoesNot() {
        assertThat(replaces(FERRY, FERRY + MORE)).isGreaterThan(0.9);
        assertThat(replaces(FERRY + MORE, FERRY)).isZero();
    }

    @Test
    void anotherStoryOfTheSamePlaceAndDayIsNone() {
        String pier =
                "OBAN, May 3 (Ferro) -- The north pier will be closed to anglers from Friday while its timbers are"
                        + " renewed.\n\n“The tide has eaten the piles,” said Ana Ruiz, the harbour master.\n";

        assertThat(replaces(FERRY, pier)).isZero();
    }

    @Test
    void aDailyNoticeThatDiffersInItsFiguresIsNone() {
        String market =
                "LEITH (Ferro) -- Herring sold at %d pounds a cran on the Leith market and cod at %d pounds a box,"
                        + " the fish office said. Landings were %d crans from %d boats. Prices are those of the first sale.\n";

        assertThat(replaces(market.formatted(118, 240, 61, 9), market.formatted(121, 238, 57, 8)))
                .isZero();
    }

    @Test
    void daysFarApartTellNoticesApartThatShareEveryWord() {
        String notice =
                "LEITH, May %d (Ferro) -- No boats left Leith for want of wind, the harbour office said, and none came"
                        + " in. The office expects no change before the end of the week. The fish market was closed.\n";

        assertThat(replaces(notice.formatted(3), notice.formatted(10))).isZero();
        assertThat(replaces(notice.formatted(3), notice.formatted(3).replace("fish market", "market")))
                .isPositive();
    }

    @Test
    void aTextCorrectedTheNextDayHasToBeNearlyTheSame() {
        String later = FERRY.replace("May 3", "May 4");

        assertThat(replaces(FERRY + MORE, (later + MORE).replace("soup", "tea")))
                .isPositive();
        assertThat(replaces(
                        FERRY, later.replace("42 passengers", "all passengers").replace("Nobody", "No one")))
                .isZero();
    }

    @Test
    void theTurnOfTheYearIsOneDay() {
        String notice = FERRY.replace("May 3", "Dec. 31");

        assertThat(replaces(notice + MORE, (notice + MORE).replace("Dec. 31", "Jan. 1")))
                .isPositive();
        assertThat(replaces(notice + MORE, (notice + MORE).replace("Dec. 31", "2 January")))
                .isZero();
    }

    @Test
    void aDispatchThatCallsItselfACorrectionMayChangeMore() {
        String rewritten = FERRY.replace(
                "“Nobody was hurt and the tide will lift her tonight,” said Ana Ruiz, the harbour master.",
                "Two of them were hurt, said Ana Ruiz, who runs the harbour.");

        assertThat(replaces(FERRY, rewritten)).isZero();
        assertThat(replaces(FERRY, "(Corrects that two were hurt)\n" + rewritten))
                .isPositive();
    }

    @Test
    void theSameNumberOfTheProviderMakesANewEditionWhateverTheText() {
        Edition first =
                edition("OBAN, May 3 (Ferro) -- A ferry ran aground.\n", Map.of(RawDispatch.Field.GUID, "f-17"));
        Edition second = edition(MORE, Map.of(RawDispatch.Field.GUID, "f-17"));
        Edition other = edition(MORE, Map.of(RawDispatch.Field.GUID, "f-18"));

        assertThat(second.replaces(first)).isGreaterThanOrEqualTo(2);
        assertThat(other.replaces(first)).isZero();
    }

    @Test
    void aTextTooShortToCompareIsNone() {
        assertThat(replaces("OBAN, May 3 (Ferro) -- The ferry sailed.\n", "OBAN, May 3 (Ferro) -- The ferry sank.\n"))
                .isZero();
    }

    @Test
    void scriptsWithoutSpacesAreComparedCharacterByCharacter() {
        String text = "新华社奥本5月3日电 一艘夜间渡轮星期五在北码头附近搁浅,42名乘客由救生艇接走。";

        assertThat(TextSketch.of(text).size()).isGreaterThan(20);
        assertThat(TextSketch.of(text).shared(TextSketch.of(text.replace("42", "24"))))
                .isGreaterThan(15);
    }

    @Test
    void aNumberWithPointsIsOneNumber() {
        assertThat(TextSketch.of("Shares fell 1.5 to 2,194.29 by 3:30, in 1/2 hours.")
                        .numbers())
                .isEqualTo(4);
    }

    @Test
    void withoutASketchOnlyTheNumberOfTheProviderTells() {
        Edition old = Edition.of(Optional.empty(), Optional.of(LocalDate.EPOCH), Optional.empty(), false, FERRY, false);

        assertThat(edition(FERRY, Map.of()).replaces(old)).isZero();
    }

    private double replaces(String earlier, String later) {
        return edition(later, Map.of()).replaces(edition(earlier, Map.of()));
    }

    private Edition edition(String text, Map<RawDispatch.Field, String> given) {
        RawDispatch raw = new RawDispatch(new Provenance("a.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, given);
        return Edition.of(parser.parse(raw).orElseThrow());
    }
}
