package pullquote.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.quote.Act;
import pullquote.quote.Person;
import pullquote.quote.Quotation;
import pullquote.text.Span;

/** How an attribution becomes a row. */
class RowMapperTest {
    private static final String BODY =
            "The harbour\n   office accused\u00a0 Ana Ruiz of saying\nthat the\tpier\nwas shut.";

    @Test
    void foldsWhiteSpaceInTextsAndKeepsSpansExact() {
        QuotationRow row = rows().get(0);

        assertThat(row.source()).isEqualTo("The harbour office");
        assertThat(row.cue()).isEqualTo("accused");
        assertThat(row.content()).isEqualTo("of saying that the pier was shut");
        SpanRow span = row.contentSpans().get(0);
        assertThat(BODY.substring(span.start(), span.end())).isEqualTo("of saying\nthat the\tpier\nwas shut");
    }

    @Test
    void namesTheTargetOfAnAccusationAndTheRowThatHoldsAnother() {
        List<QuotationRow> rows = rows();

        assertThat(rows.get(0).target()).isEqualTo("Ana Ruiz");
        assertThat(rows.get(0).targetIds()).hasSize(1);
        assertThat(rows.get(0).outerQuotationId()).isNull();
        assertThat(rows.get(1).outerQuotationId()).isEqualTo(rows.get(0).quotationId());
    }

    @Test
    void callsAThoughtNoStatement() {
        assertThat(rows()).extracting(QuotationRow::communicative).containsExactly(true, true, false);
    }

    private static List<QuotationRow> rows() {
        var dispatch = new DispatchParser(DispatchSettings.standard())
                .parse(new RawDispatch(
                        new Provenance("a.txt", 0, "0", "txt", "UTF-8", "valid-utf8"),
                        "Source: AP| 2017-09-28\n\n" + BODY,
                        Map.of()))
                .orElseThrow();
        assertThat(dispatch.body()).isEqualTo(BODY);
        Person ruiz = new Person(
                "Ana Ruiz",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Person.Kind.PERSON,
                List.of(span("Ana Ruiz")));
        List<DatedQuotation> quotations = List.of(
                dated(Act.ACCUSED, "of saying\nthat the\tpier\nwas shut", "accused", "Ana Ruiz", OptionalInt.empty()),
                dated(Act.SAID, "that the\tpier\nwas shut", "saying", "", OptionalInt.of(0)),
                dated(Act.THOUGHT, "was shut", "pier", "", OptionalInt.empty()));
        return new RowMapper("run")
                .rows("id", 1, new AnnotatedDispatch(dispatch, List.of(), quotations, List.of(ruiz), List.of()), 0)
                .quotations();
    }

    private static DatedQuotation dated(Act act, String content, String cue, String target, OptionalInt outer) {
        Quotation q = new Quotation(
                Quotation.Kind.INDIRECT,
                act,
                List.of(span(content)),
                List.of(span(cue)),
                Optional.empty(),
                List.of(span("The harbour\n   office")),
                Quotation.SourceForm.DESCRIPTION,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                target.isEmpty() ? Optional.empty() : Optional.of(span(target)),
                target.isEmpty() ? List.of() : List.of(0),
                Optional.empty(),
                outer,
                false,
                0.9,
                "test");
        return new DatedQuotation(
                q, Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(), 0.9, "test");
    }

    private static Span span(String words) {
        int at = BODY.indexOf(words);
        return new Span(at, at + words.length());
    }
}
