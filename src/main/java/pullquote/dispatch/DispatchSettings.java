package pullquote.dispatch;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a job knows about its providers beyond what their dispatches say.
 *
 * @param defaultZone the zone of a publication time that states none and whose provider is unknown
 * @param dayMonthOrder how {@code 03/04/2017} is read where the provider does not decide it
 * @param desks what is known of each provider, by its usual spelling in lower case
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

    /** {@return the settings of a job that sets none} */
    public static DispatchSettings standard() {
        return new DispatchSettings(ZoneOffset.UTC, DayMonthOrder.MONTH_FIRST, Map.of());
    }
}
