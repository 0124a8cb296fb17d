package pullquote.batch;

import java.util.List;
import java.util.Optional;
import pullquote.batch.Ledger.KnownFile;
import pullquote.intake.InputFile;

/**
 * What a file that is read again does to the dispatches that it delivered before.
 *
 * @param known the file as the ledger knows it
 * @param file the file as it is now
 * @param superseded dispatches that leave the tables
 * @param isReused whether it no longer holds a dispatch that stays: its name was used again
 */
record FileChange(KnownFile known, InputFile file, List<Supersession> superseded, boolean isReused) {
    FileChange {
        superseded = List.copyOf(superseded);
    }

    /** {@return how many dispatches give way to another text, or to none} */
    long supersededByOthers() {
        return superseded.stream()
                .filter(each -> !each.newText().equals(Optional.of(each.oldText())))
                .count();
    }
}
