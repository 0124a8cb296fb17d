package pullquote.batch;

import java.util.Optional;
import pullquote.intake.Incoming;

/**
 * What the reader hands on: a record of a planned file, or word that the file has to wait.
 *
 * @param file the file
 * @param ordinal place of the record in the batch's order
 * @param incoming the record; empty for a file that was changed since it was planned
 * @param sha256 digest of the whole file, with its last record
 */
record SourceItem(PlannedFile file, long ordinal, Optional<Incoming> incoming, Optional<String> sha256) {

    /** {@return the place of a record: files in the manifest's order, records in the file's} */
    static long ordinal(PlannedFile file, int record) {
        return ((long) file.position() << Integer.SIZE) | record;
    }
}
