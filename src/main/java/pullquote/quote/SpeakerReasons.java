package pullquote.quote;

import java.util.ArrayList;
import java.util.List;

/** Says in words what speaks for a speaker. */
final class SpeakerReasons {
    private static final String[] DISTANCES = {
        "named in the same sentence",
        "named one sentence before",
        "named two sentences before",
        "named a few sentences before",
        "named several sentences before",
        "named long before",
        "named later"
    };

    private SpeakerReasons() {}

    static List<String> of(Discourse d, SourcePhrase source, SpeakerCandidate c, SpeakerFeatures features) {
        List<String> why = new ArrayList<>();
        if (c.within >= 0 || (c.entries.size() > 1 && source.form == SourcePhrase.NAME)) {
            return List.of("named in the source");
        }
        int ago = d.ago(c.state);
        if (c.before) {
            why.add("named right before");
        } else if (ago == 1) {
            why.add("last speaker");
        } else if (ago > 1) {
            why.add("spoke before");
        }
        if (!c.before) {
            int last = c.state.lastOutside >= 0 ? c.state.lastOutside : c.state.last;
            why.add(DISTANCES[features.sentences(last)]);
            if (last >= 0 && d.isSubject(last)) {
                why.add("as subject");
            }
        }
        if (c.alike) {
            why.add("title or name fits");
        }
        if (source.sex() != '?' && source.sex() == c.state.sex) {
            why.add("sex agrees");
        }
        return why;
    }
}
