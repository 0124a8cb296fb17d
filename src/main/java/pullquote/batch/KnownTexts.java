package pullquote.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a split's worker which texts have been published. The reader says which are coming, so that the ledger is asked
 * once for all that a chunk holds and not for each of them.
 */
final class KnownTexts {
    private final Ledger ledger;
    private final long runNo;
    private final List<String> coming = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    KnownTexts(Ledger ledger, long runNo) {
        this.ledger = ledger;
        this.runNo = runNo;
    }

    /** A text that will be asked for. */
    void expect(String textId) {
        coming.add(textId);
    }

    /** {@return whether a text that was expected has been published, by a file that this run does not read anew} */
    boolean contains(String textId) {
        if (!coming.isEmpty()) {
            known.clear();
            known.addAll(ledger.publishedTexts(coming, runNo));
            coming.clear();
        }
        return known.contains(textId);
    }
}
