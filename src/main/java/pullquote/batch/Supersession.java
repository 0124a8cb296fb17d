package pullquote.batch;

import java.util.Optional;

/**
 * A published dispatch that leaves the tables once the file that delivered it has been read.
 *
 * @param oldText identity of its text
 * @param newText identity of the text that comes instead, which may be the same one, extracted again; empty for none
 * @param version version of what comes instead
 * @param isReused whether what comes instead carries the warning that its name was used before for another
 */
record Supersession(String oldText, Optional<String> newText, int version, boolean isReused) {}
