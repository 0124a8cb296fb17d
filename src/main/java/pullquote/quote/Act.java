package pullquote.quote;

/**
 * What a speaker does by saying something. All but {@link #THOUGHT} and {@link #PLANNED} are expressed statements.
 */
public enum Act {
    /** Said, added, told, noted, stressed; the default. */
    SAID,
    /** Wrote, tweeted, posted, published. */
    WROTE,
    /** Asked, inquired, wondered aloud. */
    ASKED,
    /** Called for, urged, demanded, ordered. */
    DEMANDED,
    /** Promised, vowed, pledged, threatened. */
    PROMISED,
    /** Announced, declared. */
    ANNOUNCED,
    /** Denied, refuted, disputed: said not to be so. */
    DENIED,
    /** Refused, declined, rejected: will not do or have something. */
    REFUSED,
    /** Ruled, decreed, upheld: decided by a court or an authority. */
    RULED,
    /** Accused, blamed, criticised, condemned. */
    ACCUSED,
    /** Praised, hailed, welcomed. */
    PRAISED,
    /** Warned. */
    WARNED,
    /** Reported, showed, found: documents and outlets. */
    REPORTED,
    /** Thought, believed, feared, hoped, wanted, opposed: an attitude or an act that is no statement. */
    THOUGHT,
    /** Planned, decided, intended: not expressed. */
    PLANNED;

    /** {@return whether this is a statement, not a thought or plan} */
    public boolean expressed() {
        return this != THOUGHT && this != PLANNED;
    }
}
