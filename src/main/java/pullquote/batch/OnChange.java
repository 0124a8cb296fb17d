package pullquote.batch;

/** What a file delivers that was changed after a batch had read it. */
public enum OnChange {
    /** Decided for each file by what it held and holds. */
    AUTO,
    /** A new version of what it delivered before, which is replaced. */
    REPLACE,
    /** Something new; what it delivered before is kept. */
    KEEP
}
