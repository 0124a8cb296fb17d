package pullquote.batch;

import java.util.Optional;
import pullquote.batch.SupersessionLedger.Succession;
import pullquote.dispatch.TextIdentity;
import pullquote.intake.Incoming;

/**
 * What the reader hands on: a record of a planned file, or word that the file has to wait or is gone.
 *
 * @param file the file
 * @param ordinal place of the record in the batch's order
 * @param incoming the record; empty for a file that was changed or removed since it was planned
 * @param vanished whether the file was removed
 * @param textId the identity of the record's text; empty when there is none
 * @param known whether that text has been published
 * @param succession how its row begins, if it gets one
 * @param sha256 digest of the whole file, with its last record
 */
record SourceItem(
        PlannedFile file,
        long ordinal,
        Optional<Incoming> incoming,
        boolean vanished,
        Optional<String> textId,
        boolean known,
        Succession succession,
        Optional<String> sha256) {

    /** Word that a file has to wait, or that it is gone. */
    static SourceItem unread(PlannedFile file, boolean vanished) {
        return new SourceItem(
                file,
                ordinal(file, 0),
                Optional.empty(),
                vanished,
                Optional.empty(),
                false,
                first(file),
                Optional.empty());
    }

    /** A record of a file. */
    static SourceItem of(PlannedFile file, int record, Incoming incoming, Optional<String> sha256) {
        Optional<String> textId = incoming instanceof Incoming.Received received
                ? Optional.of(TextIdentity.of(received.raw().text()))
                : Optional.empty();
        return new SourceItem(
                file, ordinal(file, record), Optional.of(incoming), false, textId, false, first(file), sha256);
    }

    private static Succession first(PlannedFile file) {
        return new Succession(file.rowVersion(), file.isReused());
    }

    /** {@return the same record, whose text has been published} */
    SourceItem asKnown() {
        return new SourceItem(file, ordinal, incoming, vanished, textId, true, succession, sha256);
    }

    /** {@return the same record, which comes instead of a published one} */
    SourceItem after(Succession other) {
        return new SourceItem(file, ordinal, incoming, vanished, textId, known, other, sha256);
    }

    /** {@return the length of the record's text} */
    int chars() {
        return incoming.isPresent() && incoming.get() instanceof Incoming.Received received
                ? received.raw().text().length()
                : 0;
    }

    /** {@return the place of a record: files in the manifest's order, records in the file's} */
    static long ordinal(PlannedFile file, int record) {
        return ((long) file.position() << Integer.SIZE) | record;
    }
}
