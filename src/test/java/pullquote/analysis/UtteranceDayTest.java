package pullquote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertSaidOn("2017-09-27", "Dana Ortiz, who was hurt in the blaze on Monday, ⟦Qsaid⟧ ⟦Cit was arson⟧.");
    }

    @Test
    void neverTakesTheDayOfTheEvent() {
        assertSaidOn("2017-09-27", "The board ⟦Qsaid⟧ ⟦Cthe mill burned on Monday⟧.");
        assertSaidOn("2017-09-27", "⟦C“It was arson,”⟧ ⟦Qsaid⟧ Dana Ortiz, who was hurt in the blaze on Monday.");
        assertSaidOn("2017-09-27", "⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ of Monday's fire.");
        assertSaidOn("2017-09-27", "⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ after the fire on Monday.");
        assertSaidOn("2017-09-27", "Ortiz ⟦Qpromised⟧ for next Tuesday ⟦Can answer⟧.");
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
    void isLessSureOfTheDatelineThanOfANamedDay() {
        DatedQuotation named = date("⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧ on Tuesday.");
        DatedQuotation filed = date("⟦C“It was arson,”⟧ Ortiz ⟦Qsaid⟧.");
        assertThat(filed.saidOn()).contains(LocalDate.of(2017, 9, 27));
        assertThat(filed.confidence()).isLessThan(named.confidence());
        assertThat(named.rule()).isEqualTo("test; said-on:day");
        assertThat(filed.rule()).isEqualTo("test; said-on:dateline");
    }

    private static void assertSaidOn(String day, String marked) {
        assertThat(date(marked).saidOn()).as(marked).contains(LocalDate.parse(day));
    }

    private static DatedQuotation date(String marked) {
        StringBuilder text = new StringBuilder(DATELINE);
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
                (kind == 'C' ? content : cue).add(new Span(start, text.length()));
            } else {
                text.append(c);
            }
        }
        RawDispatch raw = new RawDispatch(
                new Provenance("test.txt", 0, "", "txt", "UTF-8", "valid-utf8"),
                "Source: AP| 2017-09-28\n\n" + text,
                Map.of());
        Dispatch dispatch = PARSER.parse(raw).orElseThrow();
        Quotation quotation = new Quotation(
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
                false,
                0.9,
                "test");
        return UtteranceDay.date(quotation, TAGGER.tag(dispatch.body(), dispatch.referenceTime()), dispatch);
    }
}
