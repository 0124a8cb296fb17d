package pullquote.analysis;

/** What the day of an utterance was read from. */
public enum Basis {
    /** The words next to the cue, or its sentence, name the day. */
    STATED,
    /** The dispatch reports an event of that day, and this is a statement of the event. */
    EVENT,
    /** Nothing but the dispatch's news day speaks for it, counted from the dateline: less sure. */
    DATELINE,
    /** Nothing but the dispatch's news day speaks for it, counted from the publication: less sure. */
    PUBLISHED
}
