package pullquote.dispatch;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Time zones as header lines print them: {@code GMT}, {@code EDT}, {@code +0800}, {@code Beijing time}. */
final class PrintedZone {
    private static final Map<String, String> ZONES = zones();

    /** Every form as a regular expression without groups. */
    static final String PATTERN = "(?:(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d{2})?|[+-]\\d{2}(?::?\\d{2})?(?!\\d)|"
            + Alternatives.of(ZONES.keySet(), " ") + ")";

    private PrintedZone() {}

    /**
     * {@return the zone that a printed form names}
     *
     * @param desk the zone of the desk that printed it; it decides what CST, IST and BST stand for
     */
    static Optional<ZoneId> zone(String printed, Optional<ZoneId> desk) {
        String key = printed.strip().toLowerCase(Locale.ROOT);
        String known = ZONES.get(key);
        if (known != null) {
            if (key.equals("cst")
                    && desk.filter(zone -> zone.getId().startsWith("Asia/")).isPresent()) {
                return Optional.of(ZoneOffset.ofHours(8));
            }
            return Optional.of(ZoneId.of(known));
        }
        String offset = key.replaceFirst("^(?:gmt|utc)\\s?", "").replace(":", "");
        try {
            int sign = offset.startsWith("-") ? -1 : 1;
            int digits = Integer.parseInt(offset.substring(1));
            int hours = offset.length() > 3 ? digits / 100 : digits;
            int minutes = offset.length() > 3 ? digits % 100 : 0;
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        } catch (DateTimeException | NumberFormatException noZone) {
            return Optional.empty();
        }
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        for (List<String> row : Tables.rows("zones.tsv")) {
            zones.put(row.get(0).toLowerCase(Locale.ROOT), row.get(1));
        }
        return Map.copyOf(zones);
    }
}
