package pullquote.dispatch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a job knows about its providers beyond what their dispatches say.
 *
 * @param defaultZone the zone of a publication time that states none and whose provider is unknown
 * @param dayMonthOrder how {@code 03/04/2017} is read where the provider does not decide it
 * @param desks what is known of each provider, by each of its names in lower case
 */
public record DispatchSettings(ZoneId defaultZone, DayMonthOrder dayMonthOrder, Map<String, Desk> desks) {

    /** Whether the day or the month is printed first. */
    public enum DayMonthOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /**
     * An agency's desk.
     *
     * @param name the agency in its usual spelling
     * @param zone the zone of its header times
     * @param dayMonthOrder how it prints numeric dates
     */
    public record Desk(String name, ZoneId zone, DayMonthOrder dayMonthOrder) {}

    public DispatchSettings {
        desks = Map.copyOf(desks);
    }

    /** {@return the settings of a job that sets none: UTC, month first, and the built-in table of agencies} */
    public static DispatchSettings standard() {
        Map<String, Desk> desks = new HashMap<>();
        for (List<String> row : Tables.rows("desks.tsv")) {
            Desk desk = new Desk(row.get(0), ZoneId.of(row.get(1)), DayMonthOrder.valueOf(row.get(2)));
            desks.put(key(desk.name()), desk);
            for (String alias : Tables.names(row, 3)) {
                desks.putIfAbsent(key(alias), desk);
            }
        }
        return new DispatchSettings(ZoneOffset.UTC, DayMonthOrder.MONTH_FIRST, desks);
    }

    /** {@return these settings with another default zone} */
    public DispatchSettings withDefaultZone(ZoneId zone) {
        return new DispatchSettings(zone, dayMonthOrder, desks);
    }

    /** {@return these settings with another default order of day and month} */
    public DispatchSettings withDayMonthOrder(DayMonthOrder order) {
        return new DispatchSettings(defaultZone, order, desks);
    }

    /** {@return these settings with one more desk, which replaces a known one of the same name} */
    public DispatchSettings withDesk(Desk desk) {
        Map<String, Desk> more = new HashMap<>(desks);
        desks.forEach((name, known) -> {
            if (key(known.name()).equals(key(desk.name()))) {
                more.put(name, desk);
            }
        });
        more.put(key(desk.name()), desk);
        return new DispatchSettings(defaultZone, dayMonthOrder, more);
    }

    /** {@return what is known of an agency, found by any of its names, however they are cased} */
    public Optional<Desk> desk(String name) {
        return Optional.ofNullable(desks.get(key(name)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
