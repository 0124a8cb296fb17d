package pullquote.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.dispatch.RawDispatch.Field;

/** One story in many layouts: it is never rejected, and its body, headline and credits are the same in each. */
class LayoutTest {
    private static final String HEADLINE = "Storm keeps boats in port";
    private static final String HEADER = "Source: Reuters| 2017-05-14";
    private static final String DATELINE = "LIMA, May 14 (Reuters) - ";
    private static final String FIRST = "Boats stayed in port on Sunday, harbour master Ida Holm said.";
    private static final String SECOND = "\"We will wait for the wind,\" Holm said.";
    private static final String CREDIT = "(Reporting by Leo Marsh in Oslo; Editing by Dana Ortiz)";
    private static final List<String> CREDITED = List.of("Leo Marsh", "Dana Ortiz");

    private final DispatchParser parser = new DispatchParser(DispatchSettings.standard());

    /**
     * A layout.
     *
     * @param name what is peculiar to it
     * @param text the text
     * @param bylines who wrote, photographed, reported and edited
     */
    private record Layout(String name, String text, List<String> bylines) {}

    @TestFactory
    Stream<DynamicTest> readsTheSameStoryFromEveryLayout() {
        return Stream.concat(whole(), Stream.concat(fronts(), marks()))
                .map(layout -> DynamicTest.dynamicTest(layout.name(), () -> holds(layout)));
    }

    private static Stream<Layout> whole() {
        String head = HEADLINE + "\n\n" + HEADER + "\n\n";
        String story = DATELINE + FIRST + "\n\n" + SECOND + "\n\n" + CREDIT;
        return Stream.of(
                new Layout("blank lines between paragraphs", head + "By Pia Lund\n\n" + story, written("Pia Lund")),
                new Layout(
                        "carriage returns",
                        (head + "By Pia Lund\n\n" + story).replace("\n", "\r\n"),
                        written("Pia Lund")),
                new Layout("bare carriage returns", (head + story).replace("\n", "\r"), CREDITED),
                new Layout(
                        "no blank lines",
                        (head + "By Pia Lund\n\n" + story).replace("\n\n", "\n"),
                        written("Pia Lund")),
                new Layout(
                        "indented paragraphs",
                        head + "    By Pia Lund\n   " + DATELINE + FIRST + "\n   " + SECOND + "\n   " + CREDIT,
                        written("Pia Lund")),
                new Layout("everything in one paragraph", DATELINE + FIRST + " " + SECOND + " " + CREDIT, CREDITED),
                new Layout("credit glued to the last sentence", DATELINE + FIRST + " " + SECOND + CREDIT, CREDITED),
                new Layout(
                        "credits without brackets",
                        DATELINE + FIRST + " " + SECOND + " Reporting by Leo Marsh. Editing by Dana Ortiz.",
                        CREDITED),
                new Layout(
                        "contributors in the last paragraph",
                        DATELINE + FIRST + " " + SECOND
                                + " Associated Press writers Leo Marsh in Oslo and Dana Ortiz contributed to this report.",
                        CREDITED),
                new Layout(
                        "lines wrapped at 60 columns",
                        head
                                + "By Pia Lund and\nNils Berg\n\nLIMA, May 14 (Reuters) - Boats stayed in port on Sunday,\nharbour master"
                                + " Ida Holm said. \"We will wait for the\nwind,\" Holm said. (Reporting by Leo Marsh in Oslo;\nEditing by Dana Ortiz)",
                        List.of("Pia Lund", "Nils Berg", "Leo Marsh", "Dana Ortiz")),
                new Layout("an empty headline", "\n\n" + HEADER + "\n\n" + story, CREDITED),
                new Layout(
                        "capitals",
                        (head + DATELINE + FIRST + "\n\n" + SECOND).toUpperCase(java.util.Locale.ROOT),
                        List.of()));
    }

    private static Stream<Layout> fronts() {
        String head = HEADLINE + "\n\n" + HEADER + "\n\n";
        String body = FIRST + " " + SECOND + " " + CREDIT;
        return Stream.of(
                new Layout(
                        "note and byline before a day",
                        "(Adds detail) By A. B. Berg May 14 (Ferro) - " + body,
                        written("A. B. Berg")),
                new Layout(
                        "byline sentence before the dateline",
                        head + "By Pia Lund. " + DATELINE + body,
                        written("Pia Lund")),
                new Layout(
                        "byline sentence without dateline",
                        head + "Boats at rest. By Pia Lund/Nils Berg. " + body,
                        List.of("Pia Lund", "Nils Berg", "Leo Marsh", "Dana Ortiz")),
                new Layout(
                        "byline and agency before the dateline",
                        head + "By PIA LUND and NILS BERG, Associated Press LIMA (AP) — " + body,
                        List.of("Pia Lund", "Nils Berg", "Leo Marsh", "Dana Ortiz")),
                new Layout(
                        "agency on a line below the byline",
                        head + "By PIA LUND\nAssociated Press\n\nLIMA (AP) — " + body,
                        written("Pia Lund")),
                new Layout(
                        "byline above the dateline, wrapped note above it",
                        head + "(Corrects a name in\nparagraph 2)\nBy Pia Lund\n\n" + DATELINE + body,
                        written("Pia Lund")),
                new Layout(
                        "note in brackets in the paragraph",
                        HEADLINE + "\n\n(Corrects a name in paragraph 2) " + DATELINE + body,
                        CREDITED),
                new Layout(
                        "points above the dateline",
                        head + "* Boats stay in port\n\n* Wind may ease on Monday\n\n" + DATELINE + body,
                        CREDITED),
                new Layout(
                        "points, note and byline in the paragraph",
                        HEADLINE + "\n\n* Boats stay * Wind may ease (Adds quotes) By Pia Lund " + DATELINE + body,
                        written("Pia Lund")),
                new Layout(
                        "caption above the dateline",
                        head + "Boats in the harbour of Lima, May 13. (AP Photo/Nils Berg)\n\n" + DATELINE + body,
                        written("Nils Berg")),
                new Layout(
                        "caption in the paragraph",
                        HEADLINE + "\n\nBoats in the harbour of Lima, May 13. (AP Photo/Nils Berg) LIMA, Peru (AP) - "
                                + body,
                        written("Nils Berg")),
                new Layout("headline repeated below the header", head + HEADLINE + "\n" + body, CREDITED),
                new Layout(
                        "headline repeated in the paragraph",
                        HEADLINE + "\n\n" + HEADLINE + " (AP) LIMA (AP) — " + body,
                        CREDITED));
    }

    private static Stream<Layout> marks() {
        return Stream.of("ENDS", "(END)", "END", "MORE", "(MORE)", "-MORE-", "-ends-", "Enditem", "###", "-30-", "■")
                .flatMap(mark -> Stream.of(
                        new Layout(mark + " on a line", DATELINE + FIRST + "\n\n" + SECOND + "\n\n" + mark, List.of()),
                        new Layout(
                                mark + " in the last line", DATELINE + FIRST + " " + SECOND + " " + mark, List.of())));
    }

    private static List<String> written(String name) {
        return Stream.concat(Stream.of(name), CREDITED.stream()).toList();
    }

    private void holds(Layout layout) {
        Dispatch read = parse(layout.text());
        String story = read.body().substring(read.storyStart()).replaceAll("\\s+", " ");
        assertThat(story).isEqualToIgnoringCase(FIRST + " " + SECOND);
        assertThat(read.bylines()).extracting(Byline::name).containsExactlyElementsOf(layout.bylines());
        if (layout.text().startsWith(HEADLINE)) {
            assertThat(read.headline()).contains(HEADLINE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Monday the army had left Kandahar and Herat.",
                "By Leo Marsh and Dana Ortiz the boat was built.",
                "Source: officials say the army has left the city.",
                "Updated: the army has left the city, officials said on 14 May 2017.",
                "On 14 May 2017 the army left.",
                "Photo by satellite shows that the army has left.",
                "Editing by hand takes years. Writing by Ada Lund shows that.",
                "\"We will wait for the wind.\"",
                "\"We will wait for the wind,\" Ida Holm said.",
                "THE ARMY HAS LEFT THE CITY.",
                "渔船停在港口，风暴仍未过去。"
            })
    void keepsAStoryWhoseOnlyParagraphLooksLikeSomethingElse(String story) {
        assertThat(parse(story).body()).isEqualTo(story);
        Dispatch headed = parse(HEADLINE + "\n\n" + HEADER + "\n\n" + story + "\n\n" + CREDIT);
        assertThat(headed.body()).isEqualTo(story);
        assertThat(headed.headline()).contains(HEADLINE);
        assertThat(headed.bylines()).extracting(Byline::name).containsExactlyElementsOf(CREDITED);
    }

    @Test
    void takesAHeadlineForTheStoryWhereItIsAllThatThereIs() {
        Dispatch flash = parse(HEADLINE + "\n\n" + HEADER + "\n\nBy Pia Lund\n");
        assertThat(flash.body()).isEqualTo(HEADLINE);
        assertThat(flash.headline()).contains(HEADLINE);
        assertThat(flash.provider()).contains("Reuters");
    }

    @Test
    void keepsASummaryAboveTheDatelineInTheBody() {
        Dispatch read = parse(HEADLINE + "\n\n" + HEADER + "\n\nNobody has asked the fish, the harbour master said\n\n"
                + DATELINE + FIRST);
        assertThat(read.body()).startsWith("Nobody has asked the fish").contains(DATELINE);
        assertThat(read.body().substring(0, read.summaryEnd()))
                .isEqualTo("Nobody has asked the fish, the harbour master said");
        assertThat(read.body().substring(read.storyStart())).isEqualTo(FIRST);
        assertThat(read.dateline().map(Dateline::place)).contains("Lima");
    }

    private Dispatch parse(String text) {
        return parser.parse(new RawDispatch(
                        new Provenance("x.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.<Field, String>of()))
                .orElseThrow();
    }
}
