package pullquote.analysis;

import java.util.Optional;
import pullquote.dispatch.Provenance;

/**
 * A record that could not become a dispatch.
 *
 * @param at where it came from
 * @param code why
 * @param detail a sentence for the operator: what was expected, what was found, where
 * @param sample the beginning of the record, where it is text
 */
public record Rejected(Provenance at, RejectCode code, String detail, Optional<String> sample) implements Outcome {}
