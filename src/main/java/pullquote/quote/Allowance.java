package pullquote.quote;

/**
 * How many tokens may be looked at around cues, so that reading a text takes time in proportion to its length whatever it
 * says. A text earns its allowance character by character; what prose does not use is kept up to a limit. News spends 0.28
 * to 0.30 tokens a character, however long it is; only text that repeats attributions without end runs out, and then
 * passes over cues, which is told.
 */
final class Allowance {
    private static final double EARNED = 0.45;
    private static final double MOST = 2500;

    /** What a cue costs beside the tokens around it. */
    private static final int CUE = 20;

    /** Once less than half is left, doubtful cues are passed over first: at the end all but those as likely as this. */
    private static final double SURE = 0.85;

    private final double earned;
    private double left = MOST;
    private int at;

    /** For a text whose length is not known to be harmless. */
    Allowance() {
        this(EARNED);
    }

    private Allowance(double earned) {
        this.earned = earned;
    }

    /** {@return one that affords everything} */
    static Allowance unlimited() {
        return new Allowance(MOST);
    }

    /**
     * {@return whether the text can afford to look into a cue; asked for cues in the order of the text}
     *
     * @param position where the cue stands, in UTF-16 units
     * @param tokens to look at
     * @param probability of the cue
     */
    boolean affords(int position, int tokens, float probability) {
        left = Math.min(MOST, left + earned * (position - at));
        at = position;
        if (CUE + tokens > left || probability < SURE * (1 - 2 * left / MOST)) {
            return false;
        }
        left -= CUE + tokens;
        return true;
    }
}
