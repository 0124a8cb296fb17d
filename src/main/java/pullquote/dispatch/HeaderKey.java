package pullquote.dispatch;

/** What header lines state. A time without a label is one of publication. */
enum HeaderKey {
    SOURCE,
    PUBLISHED,
    TIME,
    DATE,
    UPDATED,
    /** The mark below the story. */
    SENT,
    EDITOR,
    WRITER,
    REPORTER,
    PHOTOGRAPHER,
    TRANSLATOR,
    HEADLINE,
    SLUG,
    DATELINE,
    LANGUAGE,
    EMBARGO,
    STATUS,
    GUID,
    OTHER,
    /** Words of a header line that nothing is made of. */
    UNREAD
}
