package pullquote.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pullquote.dispatch.Countries;
import pullquote.dispatch.Dateline;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Person;
import pullquote.text.Span;

/** Lists the places of a dispatch: that of its dateline, then those that its story names. */
final class PlaceList {
    private final Countries countries = new Countries();

    List<NamedPlace> of(Dispatch dispatch, List<Person> named) {
        List<NamedPlace> places = new ArrayList<>();
        dispatch.dateline()
                .filter(dateline -> !dateline.place().isEmpty())
                .ifPresent(dateline -> places.add(filed(dispatch.body(), dateline)));
        for (Person each : named) {
            if (each.kind() == Person.Kind.PLACE) {
                add(places, each);
            }
        }
        return places;
    }

    private static NamedPlace filed(String body, Dateline dateline) {
        int at = body.indexOf(dateline.raw(), dateline.span().start());
        boolean printed =
                at >= 0 && at + dateline.raw().length() <= dateline.span().end();
        List<Span> spans = printed ? List.of(new Span(at, at + dateline.raw().length())) : List.of(dateline.span());
        return new NamedPlace(dateline.place(), spans, dateline.country());
    }

    private void add(List<NamedPlace> places, Person named) {
        if (!places.isEmpty() && key(places.get(0).name()).equals(key(named.name()))) {
            NamedPlace filed = places.get(0);
            List<Span> spans = new ArrayList<>(filed.spans());
            spans.addAll(named.mentions());
            places.set(0, new NamedPlace(filed.name(), spans, filed.country()));
            return;
        }
        Optional<String> country = countries.of(named.name());
        for (String alias : named.aliases()) {
            country = country.or(() -> countries.of(alias));
        }
        places.add(new NamedPlace(named.name(), named.mentions(), country));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
