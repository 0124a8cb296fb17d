package pullquote.time;

import java.util.List;

/** Finds the time expressions of a body and normalises them. Immutable and safe for use by many threads. */
public final class TimexTagger {
    private TimexTagger() {}

    public static TimexTagger english() {
        return new TimexTagger();
    }

    /**
     * {@return the time expressions in order of appearance, without overlap}
     *
     * @param body the text
     * @param reference the day that relative expressions are counted from
     */
    public List<Timex3> tag(String body, ReferenceTime reference) {
        return List.of();
    }
}
