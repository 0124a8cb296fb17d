package pullquote.quote;

/** What is known of one entry so far. */
final class EntryState {
    char sex;
    /** What kinds of body or person its name or its titles call, as {@link WordKinds}. */
    int kinds;

    /** The margin of the surest of its names, and of all together, as {@link NameFinder.Name}. */
    int surest = Integer.MIN_VALUE;

    int sureness;
    /** The number of its last name so far, of the last outside of quotation marks, and how many there were. */
    int last = -1;

    int lastOutside = -1;
    int mentions;
    /** The last time it spoke: which source that was, and at which token. */
    int turn = -1;

    int spoke = -1;
    /** Words of its titles, as {@link SourcePhrase#lastPart}. */
    int[] roles = new int[0];
    /** First letters of the words near its names, as {@link Passage#prefixes}. */
    final int[] context = new int[Discourse.MOST_NEAR];

    /** Words near its names, as {@link SourcePhrase#lastPart}. */
    final int[] near = new int[Discourse.MOST_NEAR];

    int contexts;

    /** {@return whether a word is near one of the names} */
    boolean hasNear(int word) {
        for (int i = 0; i < contexts; i++) {
            if (near[i] == word) {
                return true;
            }
        }
        return false;
    }
}
