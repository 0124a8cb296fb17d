package pullquote.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.Outcome;
import pullquote.analysis.Part;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.RawDispatch;
import pullquote.intake.Incoming;
import pullquote.report.Stage;
import pullquote.report.StageTimes;
import pullquote.table.RowMapper;

/**
 * One record in, its rows out: known texts are set aside, the rest goes through the analysis. Several threads may work
 * on one chunk's records.
 */
final class DispatchProcessor implements ItemProcessor<SourceItem, Result> {
    private final Analyzer analyzer;
    private final RowMapper rows;
    private final Instant runStart;
    private final StageTimes times;
    private final TextIds accepted;

    DispatchProcessor(Analyzer analyzer, TextIds accepted, RunNumber run, StageTimes times) {
        this.analyzer = analyzer;
        this.accepted = accepted;
        this.rows = new RowMapper(run.id());
        this.runStart = run.startedAt();
        this.times = times;
    }

    @Override
    public Result process(SourceItem item) {
        times.end(Stage.BOOKKEEPING);
        Result result = result(item);
        times.end(Stage.ROWS);
        return result;
    }

    private Result result(SourceItem item) {
        if (item.incoming().isEmpty()) {
            return new Result(item, Result.Outcome.DEFERRED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Incoming incoming = item.incoming().get();
        if (incoming instanceof Incoming.Unreadable unreadable) {
            return rejected(item, unreadable.rejected(), "intake");
        }
        RawDispatch raw = ((Incoming.Received) incoming).raw();
        String textId = item.textId().orElseThrow();
        if (item.known() || accepted.contains(textId)) {
            return Result.duplicate(item, textId);
        }
        Outcome outcome = analyze(raw);
        if (outcome instanceof Rejected rejected) {
            return rejected(item, rejected, "analysis");
        }
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
            return analyzer.analyze(raw, part -> times.end(stage(part)));
        } catch (RuntimeException | StackOverflowError fault) {
            return new Rejected(
                    raw.at(),
                    RejectCode.ANALYSIS_FAILED,
                    "Expected an analysis but found a fault of the program, " + fault + ", in "
                            + raw.at().sourceUri(),
                    Optional.of(raw.text()).map(text -> text.substring(0, Math.min(200, text.length()))));
        }
    }

    private static Stage stage(Part part) {
        return switch (part) {
            case DISPATCH -> Stage.PARSE;
            case DATES -> Stage.DATES;
            case QUOTATIONS -> Stage.QUOTATIONS;
        };
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
