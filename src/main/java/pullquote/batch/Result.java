package pullquote.batch;

import java.util.Optional;
import pullquote.table.RejectRow;

/**
 * What became of one item of the input.
 *
 * @param source the item
 * @param outcome accepted, duplicate, rejected, deferred or vanished
 * @param textId identity of its text, where it had one
 * @param rows its rows, if accepted or rejected
 * @param reject why, if rejected
 */
record Result(
        SourceItem source,
        Outcome outcome,
        Optional<String> textId,
        Optional<ResultRows> rows,
        Optional<RejectRow> reject) {

    /** The ways in which an item is counted: four for what was read or waits, one for a file that is gone. */
    enum Outcome {
        ACCEPTED("A"),
        DUPLICATE("D"),
        REJECTED("R"),
        DEFERRED("W"),
        VANISHED("V");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** {@return the letter in the ledger} */
        String code() {
            return code;
        }
    }

    /** A record whose text is known. */
    static Result duplicate(SourceItem source, String textId) {
        return new Result(source, Outcome.DUPLICATE, Optional.of(textId), Optional.empty(), Optional.empty());
    }
}
