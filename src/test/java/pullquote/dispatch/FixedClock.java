package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a dispatch's fields as one line, for the table of headers, datelines and bylines. */
final class FixedClock {
    private FixedClock() {}

    /** {@return the fields that are set, as {@code name=value} joined by " | "; "nothing" for a text without body} */
    static String row(DispatchParser parser, String text) {
        Optional<Dispatch> parsed = parser.parse(
                new RawDispatch(new Provenance("table.txt", 0, "", "txt", "UTF-8", "valid-utf8"), text, Map.of()));
        if (parsed.isEmpty()) {
            return "nothing";
        }
        Dispatch read = parsed.get();
        List<String> fields = new ArrayList<>();
        add(fields, "provider", read.provider());
        add(fields, "slug", read.slug());
        add(fields, "headline", read.headline());
        add(fields, "at", read.publication().at());
        add(fields, "date", read.publication().date());
        add(fields, "zone", read.publication().zone());
        read.dateline().ifPresent(dateline -> {
            fields.add("place=" + dateline.place());
            add(fields, "country", dateline.country());
            add(fields, "filed", dateline.date());
            add(fields, "agency", dateline.agency());
        });
        for (Byline byline : read.bylines()) {
            fields.add(byline.role().name().toLowerCase(Locale.ROOT) + "=" + byline.name()
                    + byline.title().map(title -> " (" + title + ")").orElse("")
                    + byline.organization().map(employer -> " of " + employer).orElse(""));
        }
        if (read.status() != Dispatch.Status.USABLE) {
            fields.add("status=" + read.status());
        }
        add(fields, "embargo", read.embargo());
        if (!read.warnings().isEmpty()) {
            fields.add("warnings=" + String.join(",", read.warnings()));
        }
        fields.add("story=" + read.body().substring(read.storyStart()).replace("\n", "¶"));
        return String.join(" | ", fields);
    }

    private static void add(List<String> fields, String name, Optional<?> value) {
        value.ifPresent(set -> fields.add(name + "=" + set));
    }
}
