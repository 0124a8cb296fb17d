package pullquote.dispatch;

/** What header lines state. A time without a label is one of publication. */
enum HeaderKey {
    SOURCE,
    PUBLISHED,
    TIME,
    DATE,
    UPDATED,
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
    OTHER
}
