package pullquote.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import pullquote.dispatch.DispatchSettings.Desk;

/** Reads when a dispatch was published from its header's times, or from what its carrier stated. */
final class PublicationReader {
    private static final List<HeaderKey> PREFERENCE =
            List.of(HeaderKey.PUBLISHED, HeaderKey.TIME, HeaderKey.DATE, HeaderKey.UPDATED, HeaderKey.SENT);

    /** Seconds or milliseconds since 1970, as records carry them. */
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{13}");

    private final DispatchSettings settings;

    PublicationReader(DispatchSettings settings) {
        this.settings = settings;
    }

    /**
     * {@return the publication that the header states; one with a time of day wins over a bare date}
     *
     * @param warnings takes the names of oddities
     */
    Publication read(List<HeaderField> header, Optional<Desk> desk, Consumer<String> warnings) {
        HeaderField bare = null;
        for (HeaderKey key : PREFERENCE) {
            for (HeaderField field : header) {
                if (field.key() == key) {
                    Optional<PrintedTime> time = scan(field.value(), desk);
                    if (time.filter(at -> at.day().isPresent() && at.clock().isPresent())
                            .isPresent()) {
                        return read(field.value(), desk, warnings);
                    }
                    bare = bare == null ? field : bare;
                }
            }
        }
        return bare == null ? Publication.unknown() : dayAndClock(bare, header, desk, warnings);
    }

    /** A date on one line and the clock on another: {@code Sept. 27, 2017 | Published 0743 GMT}. */
    private Publication dayAndClock(
            HeaderField bare, List<HeaderField> header, Optional<Desk> desk, Consumer<String> warnings) {
        Optional<HeaderField> date = first(header, desk, true);
        Optional<HeaderField> clock = first(header, desk, false);
        return date.isPresent() && clock.isPresent()
                ? read(date.get().value() + " " + clock.get().value(), desk, warnings)
                : read(date.orElse(bare).value(), desk, warnings);
    }

    private Optional<HeaderField> first(List<HeaderField> header, Optional<Desk> desk, boolean date) {
        return PREFERENCE.stream()
                .flatMap(key -> header.stream().filter(field -> field.key() == key))
                .filter(field -> scan(field.value(), desk)
                        .filter(time -> time.day().isPresent() == date)
                        .isPresent())
                .findFirst();
    }

    private Optional<PrintedTime> scan(String words, Optional<Desk> desk) {
        return PrintedTime.scan(words, desk.map(Desk::dayMonthOrder).orElse(settings.dayMonthOrder()));
    }

    /** {@return the publication that printed words state; unknown where they state none} */
    Publication read(String words, Optional<Desk> desk, Consumer<String> warnings) {
        String raw = words.strip();
        if (EPOCH.matcher(raw).matches()) {
            long number = Long.parseLong(raw);
            Instant at = raw.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            ZoneId zone = desk.map(Desk::zone).orElse(settings.defaultZone());
            String origin = desk.isPresent() ? "provider" : "default";
            return new Publication(
                    Optional.of(at),
                    Optional.of(LocalDate.ofInstant(at, zone)),
                    Optional.of(raw),
                    Optional.of(zone + " (" + origin + ")"));
        }
        Optional<PrintedTime> scanned = scan(raw, desk);
        if (scanned.isEmpty()) {
            warnings.accept("unreadable-date");
            return new Publication(Optional.empty(), Optional.empty(), Optional.of(raw), Optional.empty());
        }
        PrintedTime printed = scanned.get();
        Optional<LocalDate> date = printed.date();
        if (date.isEmpty()) {
            warnings.accept(printed.day().isEmpty() ? "date-missing" : "impossible-date");
            return new Publication(Optional.empty(), Optional.empty(), Optional.of(raw), Optional.empty());
        }
        Optional<ZoneId> stated = printed.zone().flatMap(zone -> PrintedZone.zone(zone, desk.map(Desk::zone)));
        if (stated.isEmpty() && printed.zone().isPresent()) {
            warnings.accept("unknown-zone");
        }
        ZoneId zone = stated.or(() -> desk.map(Desk::zone)).orElse(settings.defaultZone());
        String origin = stated.isPresent() ? "text" : desk.isPresent() ? "provider" : "default";
        if (printed.clock().isPresent() && printed.time().isEmpty()) {
            warnings.accept("impossible-time");
            return new Publication(Optional.empty(), date, Optional.of(raw), Optional.of(zone + " (" + origin + ")"));
        }
        LocalDateTime local = date.get().atTime(printed.time().orElse(LocalTime.MIDNIGHT));
        Optional<Instant> at = instant(local, zone, printed.clock().isPresent(), warnings);
        return new Publication(at, date, Optional.of(raw), Optional.of(zone + " (" + origin + ")"));
    }

    /** A clock time that a zone skips is none; one that it shows twice is the first of the two. */
    private static Optional<Instant> instant(
            LocalDateTime local, ZoneId zone, boolean clock, Consumer<String> warnings) {
        int offsets = zone.getRules().getValidOffsets(local).size();
        if (clock && offsets == 0) {
            warnings.accept("skipped-time");
            return Optional.empty();
        }
        if (clock && offsets > 1) {
            warnings.accept("repeated-time");
        }
        return Optional.of(local.atZone(zone).toInstant());
    }
}
