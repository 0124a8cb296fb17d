package pullquote.quote;

import java.util.List;

/**
 * How it was decided who speaks.
 *
 * @param confidence how likely the speakers are the right ones, 0 to 1
 * @param basis what in the source tells them
 * @param why what speaks for them, in words
 */
public record Speaker(double confidence, Basis basis, List<String> why) {
    /** What tells a speaker. */
    public enum Basis {
        /** The source names them. */
        NAME,
        /** A pronoun stands for them. */
        PRONOUN,
        /** The source describes a person whom the dispatch names elsewhere: "the minister". */
        DESCRIPTION,
        /** The source describes a body or country that the dispatch names elsewhere: "the ministry". */
        ORGANIZATION,
        /** The words go on with those of whoever spoke before. */
        CONTINUED
    }

    public Speaker {
        why = List.copyOf(why);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence needs 0..1, got " + confidence);
        }
    }
}
