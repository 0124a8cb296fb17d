package pullquote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.quote.Act;
import pullquote.quote.Quotation;
import pullquote.text.Span;
import pullquote.time.TimexTagger;

/** In each sentence ⟦C…⟧ marks content and ⟦Q…⟧ the cue; the dispatch was filed on Wednesday, 27 September 2017. */
class UtteranceDayTest {
    private static final TimexTagger TAGGER = TimexTagger.english();
    private static final UtteranceDay DAYS = UtteranceDay.english();
    private static final DispatchParser PARSER = new DispatchParser(DispatchSettings.standard());
    private static final String DATELINE = "LIMA, Sept. 27 (AP) -- ";

    @Test
    void takesTheDayThatFollowsTheCue() {
        assertSaidOn("2017-09-26", "⟦C“The mill will close,”⟧ Dana Ortiz ⟦Qsaid⟧ on Tuesday.");
        assertSaidOn("2017-09-25", "Dana Ortiz ⟦Qtold⟧ reporters in Port Alder late Monday ⟦Cthe mill would close⟧.");
        assertSaidOn("2017-09-26", "The board ⟦Qsaid⟧ Tuesday ⟦Cit had sold the mill last year⟧.");
    }

    @Test
    void takesTheDayThatOpensTheSentence() {
        assertSaidOn("2017-09-26", "On Tuesday, the board ⟦Qannounced⟧ ⟦Cthe sale of the mill⟧.");
        assertSaidOn("2017-09-25", "The board on Monday ⟦Qsaid⟧ ⟦Cthe mill was sold⟧.");
    }

    @Test
    void takesTheDayOfTheSpeechThatIsNamedBeforeTheCue() {
        assertSaidOn("2017-09-26", "The Gazette, in an editorial late on Tuesday, ⟦Qurged⟧ ⟦Cthe board to resign⟧.");
        assertSaidOn(
                "2017-09-25", "In a speech to the port workers of Port Alder on Monday, Dana Ortiz ⟦Qsaid⟧ ⟦Cno⟧.");
    }

    @Test
    void takesThePossessiveOfASpeech() {
        assertSaidOn("2017-09-25", "⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ in Monday's statement.");
    }

    @Test
    void keepsAWeekAsAValueWithoutADay() {
        DatedQuotation dated = date("⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ last week.");
        assertThat(dated.saidOn()).isEmpty();
        assertThat(dated.saidOnValue()).contains("2017-W38");
    }

    @Test
    void leavesOpenWhenSomethingHadBeenSaid() {
        assertThat(date("The board ⟦Qhad said⟧ ⟦Cthe mill was safe⟧.").saidOn()).isEmpty();
    }

    @Test
    void saysWhatTheDayWasReadFrom() {
        DatedQuotation named = date("⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ on Tuesday.");
        assertThat(named.basis()).contains(Basis.STATED);
        assertThat(named.rule()).isEqualTo("test; said-on:day");
        DatedQuotation week = date("⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ last week.");
        assertThat(week.basis()).isEmpty();
    }

    @Test
    void givesNoDayWithoutABasisAndNoBasisWithoutADay() {
        String[] sentences = {
            "⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧.",
            "⟦C“It was arson,”⟧ Ortiz ⟦Qhas said⟧ often.",
            "The law ⟦Qsays⟧ ⟦Cmills must be swept⟧.",
            "A mill burned here Tuesday. ⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧."
        };
        for (String sentence : sentences) {
            DatedQuotation dated = date(sentence);
            assertThat(dated.basis().isPresent())
                    .as(sentence)
                    .isEqualTo(dated.saidOn().isPresent());
            assertThat(dated.saidOnConfidence().isPresent())
                    .as(sentence)
                    .isEqualTo(dated.saidOn().isPresent());
            assertThat(dated.confidence()).isBetween(0.0, 0.9);
        }
    }

    @Test
    void neverQuotesAnyoneFromTomorrow() {
        String[] sentences = {
            "Ortiz ⟦Qpromised⟧ for next Tuesday ⟦Can answer⟧.", "The board will meet on Friday, Ortiz ⟦Qsaid⟧ ⟦Cagain⟧."
        };
        for (String sentence : sentences) {
            assertThat(date(sentence).saidOn().filter(LocalDate.of(2017, 9, 27)::isBefore))
                    .as(sentence)
                    .isEmpty();
        }
    }

    @Test
    void letsAQuotationThatGoesOnKeepItsDay() {
        Dispatch dispatch = dispatch("“It was arson,” Ortiz said on Monday. “We know it.”");
        int at = dispatch.storyStart();
        Quotation first = quotation(List.of(new Span(at, at + 15)), List.of(new Span(at + 22, at + 26)), false);
        Quotation second = quotation(List.of(new Span(at + 38, at + 51)), List.of(), true);
        List<DatedQuotation> dated =
                DAYS.date(List.of(first, second), TAGGER.tag(dispatch.body(), dispatch.referenceTime()), dispatch);
        assertThat(dated.get(1).saidOn()).contains(LocalDate.of(2017, 9, 25));
        assertThat(dated.get(1).basis()).contains(Basis.STATED);
        assertThat(dated.get(1).rule()).isEqualTo("test; said-on:day");
    }

    private static void assertSaidOn(String day, String marked) {
        assertThat(date(marked).saidOn()).as(marked).contains(LocalDate.parse(day));
    }

    /** The days of utterance.cases that the model gives; single sentences may be wrong, most may not. */
    @Test
    void findsTheDayThatAReaderWouldGive() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        try (InputStream in = UtteranceDayTest.class.getResourceAsStream("utterance.cases")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int bar = line.indexOf(" | ");
                if (bar < 0 || line.startsWith("#")) {
                    continue;
                }
                all++;
                String given = date(line.substring(bar + 3))
                        .saidOn()
                        .map(LocalDate::toString)
                        .orElse("none");
                if (!given.equals(line.substring(0, bar))) {
                    wrong.add(given + " for " + line);
                }
            }
        }
        assertThat(all).isGreaterThan(15);
        assertThat(wrong.size()).as(String.join("\n", wrong)).isLessThanOrEqualTo(all / 5);
    }

    private static DatedQuotation date(String marked) {
        StringBuilder text = new StringBuilder();
        List<Span> content = new ArrayList<>();
        List<Span> cue = new ArrayList<>();
        int start = 0;
        char kind = ' ';
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '⟦') {
                kind = marked.charAt(++i);
                start = text.length();
            } else if (c == '⟧') {
                (kind == 'C' ? content : cue)
                        .add(new Span(start + DATELINE.length(), text.length() + DATELINE.length()));
            } else {
                text.append(c);
            }
        }
        Dispatch dispatch = dispatch(text.toString());
        return DAYS.date(
                        List.of(quotation(content, cue, false)),
                        TAGGER.tag(dispatch.body(), dispatch.referenceTime()),
                        dispatch)
                .get(0);
    }

    private static Dispatch dispatch(String story) {
        RawDispatch raw = new RawDispatch(
                new Provenance("test.txt", 0, "", "txt", "UTF-8", "valid-utf8"),
                "Source: AP| 2017-09-28\n\n" + DATELINE + story,
                Map.of());
        return PARSER.parse(raw).orElseThrow();
    }

    private static Quotation quotation(List<Span> content, List<Span> cue, boolean continued) {
        return new Quotation(
                Quotation.Kind.INDIRECT,
                Act.SAID,
                content,
                cue,
                Optional.of("say"),
                List.of(),
                Quotation.SourceForm.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                continued,
                0.9,
                "test");
    }
}
