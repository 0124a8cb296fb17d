package pullquote.quote;

import java.util.List;
import pullquote.quote.Roster.Entry;

/** One entry that a source may stand for, or several together. */
final class SpeakerCandidate {
    final List<Entry> entries;
    final EntryState state;
    /** Place among those of its kind that were named last, from 0; {@link #UNRANKED} where it was not looked back at. */
    int rank = UNRANKED;
    /** The number of its name within the source, or -1. */
    int within = -1;

    boolean before;
    boolean alike;

    static final int UNRANKED = 7;

    SpeakerCandidate(List<Entry> entries, EntryState state) {
        this.entries = entries;
        this.state = state;
    }

    Entry entry() {
        return entries.get(0);
    }
}
