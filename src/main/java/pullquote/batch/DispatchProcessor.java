package pullquote.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.Outcome;
import pullquote.analysis.Part;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.RawDispatch;
import pullquote.intake.Incoming;
import pullquote.report.Stage;
import pullquote.report.StageTimes;
import pullquote.table.RejectRow;
import pullquote.table.RowMapper;

/**
 * A sheaf of records in, their rows out: known texts are set aside, the rest goes through the analysis together. Several
 * threads may work on one chunk's sheaves.
 */
final class DispatchProcessor implements ItemProcessor<Sheaf, List<Result>> {
    /** The warning of a dispatch whose file held another one before, which stays. */
    static final String NAME_REUSED = "name-reused";

    private final Analysis analysis;
    private final RowMapper rows;
    private final Instant runStart;
    private final StageTimes times;
    private final TextIds accepted;

    /** What turns raw dispatches into outcomes, one for each, and tells of each part that is done. */
    interface Analysis {
        List<Outcome> of(List<RawDispatch> raws, Consumer<Part> done);
    }

    DispatchProcessor(Analysis analysis, TextIds accepted, RunNumber run, StageTimes times) {
        this.analysis = analysis;
        this.accepted = accepted;
        this.rows = new RowMapper(run.id());
        this.runStart = run.startedAt();
        this.times = times;
    }

    @Override
    public List<Result> process(Sheaf sheaf) {
        times.end(Stage.BOOKKEEPING);
        ResultPacker packer = new ResultPacker();
        List<Optional<Result>> settled = sheaf.items().stream()
                .map(item -> withoutAnalysis(item, packer))
                .toList();
        List<RawDispatch> fresh = new ArrayList<>();
        for (int i = 0; i < settled.size(); i++) {
            if (settled.get(i).isEmpty()) {
                fresh.add(received(sheaf.items().get(i)));
            }
        }
        Iterator<Outcome> outcomes = analyze(fresh).iterator();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < settled.size(); i++) {
            SourceItem item = sheaf.items().get(i);
            results.add(settled.get(i).orElseGet(() -> result(item, outcomes.next(), packer)));
        }
        times.end(Stage.ROWS);
        return results;
    }

    /** {@return what became of a record that needs no look at its text} */
    private Optional<Result> withoutAnalysis(SourceItem item, ResultPacker packer) {
        if (item.incoming().isEmpty()) {
            Result.Outcome unread = item.vanished() ? Result.Outcome.VANISHED : Result.Outcome.DEFERRED;
            return Optional.of(new Result(item, unread, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        if (item.incoming().get() instanceof Incoming.Unreadable unreadable) {
            return Optional.of(rejected(item, unreadable.rejected(), "intake", packer));
        }
        String textId = item.textId().orElseThrow();
        return item.known() || accepted.contains(textId)
                ? Optional.of(Result.duplicate(item, textId))
                : Optional.empty();
    }

    private static RawDispatch received(SourceItem item) {
        return ((Incoming.Received) item.incoming().orElseThrow()).raw();
    }

    private Result result(SourceItem item, Outcome outcome, ResultPacker packer) {
        if (outcome instanceof Rejected rejected) {
            return rejected(item, rejected, "analysis", packer);
        }
        AnnotatedDispatch annotated = warned((AnnotatedDispatch) outcome, item);
        String textId = item.textId().orElseThrow();
        int before =
                received(item).text().codePointCount(0, annotated.dispatch().bodyStart());
        try {
            return new Result(
                    item,
                    Result.Outcome.ACCEPTED,
                    Optional.of(textId),
                    Optional.of(packer.pack(rows.rows(textId, item.succession().version(), annotated, before))),
                    Optional.empty());
        } catch (IllegalArgumentException unfit) {
            // a value that has no place in its column
            return rejected(item, fault(received(item), unfit), "analysis", packer);
        }
    }

    private static AnnotatedDispatch warned(AnnotatedDispatch found, SourceItem item) {
        return item.succession().isReused()
                ? new AnnotatedDispatch(
                        found.dispatch().warned(NAME_REUSED),
                        found.timexes(),
                        found.quotations(),
                        found.persons(),
                        found.places())
                : found;
    }

    private List<Outcome> analyze(List<RawDispatch> fresh) {
        try {
            return analysis.of(fresh, part -> times.end(stage(part)));
        } catch (RuntimeException | StackOverflowError fault) {
            // one of them is at fault: the others are not to suffer for it
            return fresh.stream().map(this::analyzeAlone).toList();
        }
    }

    private Outcome analyzeAlone(RawDispatch raw) {
        try {
            return analysis.of(List.of(raw), part -> times.end(stage(part))).get(0);
        } catch (RuntimeException | StackOverflowError fault) {
            return fault(raw, fault);
        }
    }

    private static Rejected fault(RawDispatch raw, Throwable fault) {
        return new Rejected(
                raw.at(),
                RejectCode.ANALYSIS_FAILED,
                "Expected an analysis but found a fault of the program, " + fault + ", in "
                        + raw.at().sourceUri(),
                Optional.of(raw.text()).map(text -> text.substring(0, Math.min(200, text.length()))));
    }

    private static Stage stage(Part part) {
        return switch (part) {
            case DISPATCH -> Stage.PARSE;
            case DATES -> Stage.DATES;
            case QUOTATIONS -> Stage.QUOTATIONS;
        };
    }

    private Result rejected(SourceItem item, Rejected rejected, String stage, ResultPacker packer) {
        RejectRow row = rows.reject(rejected, stage, runStart.truncatedTo(ChronoUnit.MICROS));
        return new Result(
                item, Result.Outcome.REJECTED, Optional.empty(), Optional.of(packer.pack(row)), Optional.of(row));
    }
}
