package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.analysis.Outcome;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.dispatch.TextIdentity;
import pullquote.intake.Incoming;
import pullquote.intake.InputFile;
import pullquote.report.Counters;
import pullquote.table.Table;

/** What becomes of the records of a sheaf. */
class DispatchProcessorTest {
    private static final String POISON = "The harbor is closed. \"Poison,\" the pilot said.";

    private final Analyzer analyzer = Analyzer.english(DispatchSettings.standard());
    private final TextIds accepted = new TextIds();
    private final DispatchProcessor processor = new DispatchProcessor(
            (raws, done) -> {
                if (raws.stream().anyMatch(raw -> raw.text().equals(POISON))) {
                    throw new IllegalStateException("a planted fault");
                }
                return analyzer.analyze(raws, done);
            },
            accepted,
            RunNumber.of(1, Instant.EPOCH),
            new Counters().times());

    @Test
    void onlyTheDispatchAtFaultIsRejected() {
        List<Result> results = processor.process(sheaf("Boats left, he said.", POISON, "No one came, she said."));

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Result.Outcome.ACCEPTED, Result.Outcome.REJECTED, Result.Outcome.ACCEPTED);
        assertThat(results.get(1).reject()).hasValueSatisfying(reject -> {
            assertThat(reject.code()).isEqualTo("analysis-failed");
            assertThat(reject.detail()).contains("a planted fault", "d1.txt");
        });
    }

    @Test
    void aValueWithNoPlaceInItsColumnCostsOneDispatch() {
        DispatchProcessor late = new DispatchProcessor(
                (raws, done) -> analyzer.analyze(raws, done).stream()
                        .map(outcome -> outcome instanceof AnnotatedDispatch found
                                        && found.dispatch().body().contains("Boats")
                                ? atTheEndOfTime(found)
                                : outcome)
                        .toList(),
                accepted,
                RunNumber.of(1, Instant.EPOCH),
                new Counters().times());

        List<Result> results = late.process(sheaf("\"Boats left,\" he said.", "No one came, she said."));

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Result.Outcome.REJECTED, Result.Outcome.ACCEPTED);
        assertThat(results.get(0).reject())
                .hasValueSatisfying(reject -> assertThat(reject.detail()).contains("said_on", "quotations", "d0.txt"));
        assertThat(body(results.get(1))).contains("No one came");
    }

    private static Outcome atTheEndOfTime(AnnotatedDispatch found) {
        List<DatedQuotation> quotations = found.quotations().stream()
                .map(q -> new DatedQuotation(
                        q.quotation(),
                        Optional.of(LocalDate.MAX),
                        q.saidOnValue(),
                        q.basis(),
                        q.saidOnConfidence(),
                        q.confidence(),
                        q.rule()))
                .toList();
        return new AnnotatedDispatch(found.dispatch(), found.timexes(), quotations, found.persons(), found.places());
    }

    @Test
    void recordsKeepTheirOrderWhereSomeAreKnown() {
        accepted.add(TextIdentity.of("Boats left, he said."));

        List<Result> results =
                processor.process(sheaf("No one came, she said.", "Boats left, he said.", "Rain fell, they said."));

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Result.Outcome.ACCEPTED, Result.Outcome.DUPLICATE, Result.Outcome.ACCEPTED);
        assertThat(results.get(2).textId()).contains(TextIdentity.of("Rain fell, they said."));
        assertThat(body(results.get(0))).contains("No one came");
        assertThat(body(results.get(2))).contains("Rain fell");
    }

    /** The packed row of the dispatch, in which text stands as it is. */
    private static String body(Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            result.rows().orElseThrow().tables().get(Table.DISPATCHES).writeTo(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Sheaf sheaf(String... texts) {
        return new Sheaf(IntStream.range(0, texts.length)
                .mapToObj(i -> item("d" + i + ".txt", texts[i]))
                .toList());
    }

    private static SourceItem item(String name, String text) {
        RawDispatch raw = new RawDispatch(new Provenance(name, 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of());
        PlannedFile file = new PlannedFile(1, 1, new InputFile(name, Path.of(name), text.length(), 0), 1, 1, 1, false);
        return SourceItem.of(file, 1, new Incoming.Received(raw), Optional.of("0"));
    }
}
