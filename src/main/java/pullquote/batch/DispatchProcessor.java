package pullquote.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.Outcome;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.RawDispatch;
import pullquote.dispatch.TextIdentity;
import pullquote.intake.Incoming;
import pullquote.table.RowMapper;

/** One record in, its rows out: known texts are set aside, the rest goes through the analysis. */
final class DispatchProcessor implements ItemProcessor<SourceItem, Result> {
    private final Analyzer analyzer;
    private final Ledger ledger;
    private final RowMapper rows;
    private final Instant runStart;
    private final long runNo;
    private final TextIds accepted = new TextIds();

    DispatchProcessor(Analyzer analyzer, Ledger ledger, RunNumber run) {
        this.analyzer = analyzer;
        this.ledger = ledger;
        this.rows = new RowMapper(run.id());
        this.runStart = run.startedAt();
        this.runNo = run.no();
    }

    @Override
    public Result process(SourceItem item) {
        if (item.incoming().isEmpty()) {
            return new Result(item, Result.Outcome.DEFERRED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Incoming incoming = item.incoming().get();
        if (incoming instanceof Incoming.Unreadable unreadable) {
            return rejected(item, unreadable.rejected(), "intake");
        }
        RawDispatch raw = ((Incoming.Received) incoming).raw();
        String textId = TextIdentity.of(raw.text());
        if (accepted.contains(textId) || ledger.isPublishedText(textId, runNo)) {
            return new Result(item, Result.Outcome.DUPLICATE, Optional.of(textId), Optional.empty(), Optional.empty());
        }
        Outcome outcome = analyze(raw);
        if (outcome instanceof Rejected rejected) {
            return rejected(item, rejected, "analysis");
        }
        accepted.add(textId);
        AnnotatedDispatch annotated = (AnnotatedDispatch) outcome;
        int before = raw.text().codePointCount(0, annotated.dispatch().bodyStart());
        return new Result(
                item,
                Result.Outcome.ACCEPTED,
                Optional.of(textId),
                Optional.of(rows.rows(textId, item.file().version(), annotated, before)),
                Optional.empty());
    }

    private Outcome analyze(RawDispatch raw) {
        try {
            return analyzer.analyze(raw);
        } catch (RuntimeException | StackOverflowError fault) {
            return new Rejected(
                    raw.at(),
                    RejectCode.ANALYSIS_FAILED,
                    "Expected an analysis but found a fault of the program, " + fault + ", in "
                            + raw.at().sourceUri(),
                    Optional.of(raw.text()).map(text -> text.substring(0, Math.min(200, text.length()))));
        }
    }

    private Result rejected(SourceItem item, Rejected rejected, String stage) {
        return new Result(
                item,
                Result.Outcome.REJECTED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(rows.reject(rejected, stage, runStart.truncatedTo(ChronoUnit.MICROS))));
    }
}
