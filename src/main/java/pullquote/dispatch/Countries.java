package pullquote.dispatch;

import java.util.Optional;

/** Tells in which country a place is, as far as the project's own table knows it. Immutable and safe for use by many threads. */
public final class Countries {
    private final Gazetteer gazetteer = new Gazetteer();

    /** {@return the ISO 3166-1 alpha-2 code of a place's country} */
    public Optional<String> of(String place) {
        return gazetteer.country(place);
    }
}
