package pullquote.intake;

import pullquote.analysis.Rejected;
import pullquote.dispatch.RawDispatch;

/** The next thing found in an input file: a record, or the reason why there is none. */
public sealed interface Incoming {

    /** A record whose text could be read. */
    record Received(RawDispatch raw) implements Incoming {}

    /** A record, or a whole file, that could not be read. */
    record Unreadable(Rejected rejected) implements Incoming {}
}
