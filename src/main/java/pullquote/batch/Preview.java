package pullquote.batch;

/**
 * What a run would read if it began now.
 *
 * @param files how many files are new or changed
 * @param changing how many are still being written, and stay for a later run
 */
public record Preview(long files, long changing) {}
