package pullquote.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TimexTaggerTest {
    private static final TimexTagger TAGGER = TimexTagger.english();
    private static final LocalDate FILED = LocalDate.of(2017, 9, 27);
    private static final ReferenceTime WEDNESDAY = ReferenceTime.of(FILED, ReferenceTime.Origin.DATELINE);

    private final Random random = new Random(27);

    /** What direction.cases holds; single sentences may be wrong, most may not. */
    @Test
    void tellsWhatIsAheadFromWhatIsBehind() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        try (InputStream in = TimexTaggerTest.class.getResourceAsStream("direction.cases")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int bar = line.indexOf(" | ");
                if (bar < 0 || line.startsWith("#")) {
                    continue;
                }
                all++;
                List<Timex3> found = TAGGER.tag(line.substring(bar + 3), WEDNESDAY);
                String value =
                        found.isEmpty() ? "none" : found.get(found.size() - 1).value();
                if (!value.equals(line.substring(0, bar))) {
                    wrong.add(value + " for " + line);
                }
            }
        }
        assertThat(all).isGreaterThan(20);
        assertThat(wrong.size()).as(String.join("\n", wrong)).isLessThanOrEqualTo(all / 10);
    }

    @Test
    void readsDatesInFiguresWhosePartsShow() {
        assertValues("The stamps say 19-Nov-12, 2016/4/13 and 13.01.2016.", "2012-11-19", "2016-04-13", "2016-01-13");
        assertValues("Version 3.4.20167 and 19-Nov-1 are none.");
    }

    @Test
    void takesTheHourFromTheHourAndTheDayFromTheDay() {
        assertValues(
                "It sank on March 6, 2016 at 9 a.m. and rose at 10 p.m. on May 9, 2016.",
                "2016-03-06T09:00",
                "2016-05-09T22:00");
        assertValues("He fell on May 9, 2016, shortly after midnight.", "2016-05-09", "2016-05-09T00:00");
    }

    @Test
    void findsTheNthWeekdayAndWeekOfAMonth() {
        assertValues("It opened on the last Sunday in June 2016.", "2016-06-26");
        assertValues("It was shut in the first week of 2016.", "2016-W01");
    }

    @Test
    void givesTheYearOfTheLastToAWholeListOfMonths() {
        assertValues("Snow fell between November and February 2015.", "2014-11", "2015-02");
        assertValues("They met in April, May and June 2015.", "2015-04", "2015-05", "2015-06");
    }

    @Test
    void readsAListOfWeekdaysOnOneSide() {
        assertValues("Games are on Friday, Saturday and Monday.", "2017-09-29", "2017-09-30", "2017-10-02");
    }

    @Test
    void leavesOutTheWeekdayThatIsAPersonsName() {
        assertValues("The clerk met lawyer Lena Friday. Friday said the hall was shut.");
        assertValues("Sunday Morrow sang. The boat sank on Sunday.", "2017-09-24");
    }

    @Test
    void leavesOutNumbersThatCountOrName() {
        assertValues("He sold 1990 bottles, read page 2003 and sat in Hall 1999.");
    }

    @Test
    void countsAWeekFromSundayOnASunday() {
        ReferenceTime sunday = ReferenceTime.of(LocalDate.of(2017, 10, 1), ReferenceTime.Origin.DATELINE);
        assertThat(TAGGER.tag("It rained last week.", sunday))
                .extracting(Timex3::value)
                .containsExactly("2017-W39");
        assertThat(TAGGER.tag("It rained last week.", WEDNESDAY))
                .extracting(Timex3::value)
                .containsExactly("2017-W38");
    }

    @Test
    void putsAClockTimeOnTheDayOfTheStory() {
        assertValues("A tram burned on Tuesday. It caught fire at 10 a.m.", "2017-09-26", "2017-09-26T10:00");
        assertValues("Rain fell overnight.", "2017-09-26TNI");
    }

    @Test
    void readsNoTimeIntoNames() {
        assertValues("Editor April Jonas of the Sunday Post met singer June Carver in Christmas Cove.");
        assertValues("Saturday Night Live was cancelled after Black Wednesday.");
    }

    @Test
    void readsNoYearIntoWhatIsCountedOrNumbered() {
        assertValues("The town ordered 2020 tonnes of sand in Room 2001 of 1968 Oak Street.");
    }

    @Test
    void countsFromWhatTheTextHasNamed() {
        assertValues("He fell on May 9, 2015. He died two days later.", "2015-05-09", "2015-05-11");
        assertValues("Sales doubled in 1993. They had halved the previous year.", "1993", "1992");
        assertValues("The vote is on May 9, 2018. Schools close that day.", "2018-05-09", "2018-05-09");
    }

    @Test
    void placesAnExpressionOnTheCalendarAndNamesItsAnchorAndRule() {
        Timex3 week = TAGGER.tag("It rained last week.", WEDNESDAY).get(0);
        assertThat(week.from()).contains(LocalDate.of(2017, 9, 18));
        assertThat(week.to()).contains(LocalDate.of(2017, 9, 24));
        assertThat(week.anchor()).contains("dateline 2017-09-27");
        assertThat(week.rule()).isEqualTo("calendar-unit");
        Timex3 later = TAGGER.tag("He fell on May 9, 2015. He died two days later.", WEDNESDAY)
                .get(1);
        assertThat(later.anchor()).contains("text 2015-05-09");
    }

    @Test
    void leavesRelativeDaysOutWithoutAReference() {
        List<Timex3> found = TAGGER.tag("He left yesterday, or on Friday, or on May 9, 2015.", ReferenceTime.unknown());
        assertThat(found).extracting(Timex3::value).containsExactly("2015-05-09");
    }

    @Test
    void neverRollsAnImpossibleDayOver() {
        assertThat(TAGGER.tag("It opened on Feb. 30, 2015.", WEDNESDAY))
                .extracting(Timex3::value)
                .doesNotContain("2015-03-02");
    }

    @Test
    void bringsBackAnyDayPrintedInFull() {
        List<String> forms = List.of("MMMM d, yyyy", "MMM. d, yyyy", "d MMMM yyyy", "EEEE, MMMM d, yyyy", "yyyy-MM-dd");
        for (int i = 0; i < 3000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            String printed = day.format(DateTimeFormatter.ofPattern(forms.get(i % forms.size()), Locale.ENGLISH))
                    .replace("May.", "May");
            assertThat(TAGGER.tag("The bridge was built on " + printed + ", they said.", WEDNESDAY))
                    .as(printed)
                    .singleElement()
                    .satisfies(time -> assertThat(time.from()).contains(day));
        }
    }

    @Test
    void bringsBackBothEndsOfASpanOfDays() {
        for (int i = 0; i < 1000; i++) {
            LocalDate first = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            LocalDate last = first.plusDays(1 + random.nextInt(9));
            if (last.getMonth() != first.getMonth()) {
                continue;
            }
            String month = first.format(DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH));
            String printed = i % 2 == 0
                    ? month + " " + first.getDayOfMonth() + "-" + last.getDayOfMonth() + ", " + first.getYear()
                    : first.getDayOfMonth() + " to " + last.getDayOfMonth() + " " + month + " " + first.getYear();
            assertThat(TAGGER.tag("They met on " + printed + ", they said.", WEDNESDAY))
                    .as(printed)
                    .extracting(Timex3::value)
                    .containsExactly(first.toString(), last.toString());
        }
    }

    @Test
    void bringsBackBothEndsOfASpanOfYears() {
        for (int i = 0; i < 500; i++) {
            int first = 1800 + random.nextInt(240);
            String second = CalendarValue.pad((first + 1) % 100, 2);
            String printed = first + (i % 2 == 0 ? "-" : "/") + second;
            assertThat(TAGGER.tag("He won in the " + printed + " season.", WEDNESDAY))
                    .as(printed)
                    .extracting(Timex3::value)
                    .containsExactly(Integer.toString(first), Integer.toString(first + 1));
        }
    }

    @Test
    void leavesOpenWhichOfTwoNumbersIsTheDay() {
        assertValues("It opened on 03/04/1999.");
        assertValues("It opened on 13/04/1909 and closed on 04/30/2001.", "1909-04-13", "2001-04-30");
    }

    @Test
    void readsNoSpanIntoScores() {
        assertValues("They lost 3-2 in May.", "2017-05");
        assertValues("They won by 1998-95 points.", "1998");
    }

    @Test
    void countsAnAttackOfSeptember11InItsYear() {
        assertValues("The Sept. 11 attacks changed that.", "2001-09-11");
        assertThat(TAGGER.tag(
                        "The Sept. 11 attacks were small.",
                        ReferenceTime.of(LocalDate.of(1999, 10, 1), ReferenceTime.Origin.DATELINE)))
                .extracting(Timex3::value)
                .containsExactly("1999-09-11");
    }

    @Test
    void takesWhateverComes() {
        String[] scraps = {
            "May ",
            "5 ",
            "p.m. ",
            "the ",
            "of ",
            "first ",
            "half ",
            "1990 ",
            "year ",
            "'s ",
            "-",
            "quarter ",
            "next ",
            "last ",
            "two ",
            "ago",
            ". ",
            "\n\n",
            "Friday ",
            "night ",
            "99999999999 ",
            "1/2 ",
            "'90s ",
            "twenty ",
            "hundred ",
            "million ",
            "25:99 ",
            "😀",
            "\ud83d",
            "every ",
            "later ",
            "decade ",
            "that ",
            "31 ",
            "February ",
            "2017-02-30 ",
            "a ",
            "few ",
            "days "
        };
        int found = 0;
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(scraps[random.nextInt(scraps.length)]);
            }
            int end = 0;
            ReferenceTime reference = i % 3 == 0 ? ReferenceTime.unknown() : WEDNESDAY;
            for (Timex3 time : TAGGER.tag(text.toString(), reference)) {
                assertThat(time.span().start()).isGreaterThanOrEqualTo(end);
                end = time.span().end();
                assertThat(end).isLessThanOrEqualTo(text.length());
                found++;
            }
        }
        assertThat(found).isGreaterThan(5000);
    }

    @Test
    void givesTheSameValuesInEveryZoneAndLocale() {
        String text =
                "On Friday, it said sales fell in the second quarter, a year after the İzmir fire of May 9, 1998.";
        List<Timex3> expected = TAGGER.tag(text, WEDNESDAY);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            for (String place : List.of("UTC", "America/St_Johns", "Pacific/Kiritimati")) {
                for (String language : List.of("en-US", "tr-TR", "ar-EG-u-nu-arab")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(place));
                    Locale.setDefault(Locale.forLanguageTag(language));
                    assertThat(TimexTagger.english().tag(text, WEDNESDAY)).isEqualTo(expected);
                }
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static void assertValues(String text, String... values) {
        assertThat(TAGGER.tag(text, WEDNESDAY)).extracting(Timex3::value).containsExactly(values);
    }
}
