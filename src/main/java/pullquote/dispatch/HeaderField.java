package pullquote.dispatch;

/**
 * One statement of a header line: {@code Source: Xinhua}, {@code 2017-09-28 05:31:38}, {@code Editor: yan}.
 *
 * @param key what it states
 * @param value the words after its label, as printed
 */
record HeaderField(HeaderKey key, String value) {}
