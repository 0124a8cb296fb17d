package pullquote.batch;

import java.util.List;

/**
 * What a run would read if it began now.
 *
 * @param files how many files are new or changed
 * @param changing how many are still being written, and stay for a later run
 * @param changes files that would supersede dispatches, or whose name was used again
 */
public record Preview(long files, long changing, List<Change> changes) {
    public Preview {
        changes = List.copyOf(changes);
    }

    /**
     * What a changed file would do to the dispatches that it delivered before.
     *
     * @param uri its name
     * @param superseded how many would leave the tables for newer versions
     * @param isNameReused whether it no longer holds one that would stay
     */
    public record Change(String uri, long superseded, boolean isNameReused) {}
}
