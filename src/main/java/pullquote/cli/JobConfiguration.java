package pullquote.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pullquote.batch.InputLimits;
import pullquote.batch.JobSettings;
import pullquote.batch.OnChange;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;
import pullquote.dispatch.DispatchSettings.Desk;
import pullquote.dispatch.RawDispatch;
import pullquote.intake.FileFormat;
import pullquote.intake.IntakeSettings;

/**
 * A job file with what the command line and the environment set over it.
 *
 * @param file the job file
 * @param set what is set over it
 */
record JobConfiguration(JobFile.Read file, Overrides set) {
    private static final List<String> IGNORED = List.of("*.part", "*.tmp", "*.partial", "*.filepart", "*~", "*.swp");
    private static final long MEGABYTE = 1 << 20;
    private static final int MOST_THREADS = 9999;
    private static final int HOUR_MILLIS = 3_600_000;
    private static final int YEAR_HOURS = 24 * 366;

    JobSettings settings() {
        IntakeSettings intake = intake();
        DispatchSettings dispatch = dispatch();
        JobFile.Input in = or(job().input(), new JobFile.Input(null, null, null, null, null, null));
        JobFile.Extract extract = or(job().extract(), new JobFile.Extract(null, null, null, null));
        int threads = check().count(
                        "threads",
                        job().threads(),
                        1,
                        MOST_THREADS,
                        Runtime.getRuntime().availableProcessors());
        long buffer = check().whole("extract.buffer_mb", extract.bufferMegabytes(), 1, 1024, 24);
        Path from = set.input().orElseGet(() -> resolve(in.path(), "../input"));
        if (from.equals(outputFolder())) {
            throw new UsageException("expected two folders for --input and --output but found " + from + " for both");
        }
        return new JobSettings(
                from,
                set.source().orElseGet(() -> or(in.source(), realPath(from).toString())),
                in.onChange() == null
                        ? OnChange.AUTO
                        : check().constant(OnChange.class, "input.on_change", in.onChange()),
                limits(),
                outputFolder(),
                stateFolder(),
                set.threads().orElse(threads),
                Duration.ofMillis(check().whole("input.settle_ms", in.settleMillis(), 0, HOUR_MILLIS, 1000)),
                ignored(or(in.ignore(), IGNORED)),
                check().share(
                                "limits.max_rejected_share",
                                job().limits() == null ? null : job().limits().maxRejectedShare(),
                                0.1),
                check().whole("extract.split_mb", extract.splitMegabytes(), 1, 1 << 20, 256) * MEGABYTE,
                check().count("extract.chunk_records", extract.chunkRecords(), 1, 10_000, 500),
                buffer * MEGABYTE,
                // each buffer that was set aside is a file that is open while they are merged
                check().whole(
                                        "extract.file_set_mb",
                                        extract.fileSetMegabytes(),
                                        1,
                                        128 * buffer,
                                        Math.min(1536, 128 * buffer))
                        * MEGABYTE,
                intake,
                dispatch,
                sha256(job().toString()),
                Version.product());
    }

    private JobFile job() {
        return file.job();
    }

    private SettingChecks check() {
        return new SettingChecks(file.lines());
    }

    private List<String> ignored(List<String> globs) {
        List<String> checked = new ArrayList<>();
        for (String glob : globs) {
            checked.add(check().glob("input.ignore." + checked.size(), glob));
        }
        return checked;
    }

    private InputLimits limits() {
        JobFile.Limits limits = or(job().limits(), new JobFile.Limits(null, null, null));
        return new InputLimits(
                check().whole("limits.min_files", limits.minFiles(), 0, Integer.MAX_VALUE, 0),
                Optional.ofNullable(limits.maxAgeHours())
                        .map(hours ->
                                Duration.ofHours(check().whole("limits.max_age_hours", hours, 1, 10 * YEAR_HOURS, 0))),
                set.allowEmptyInput());
    }

    /** Two names of one folder are one source; a folder that is missing has no other name. */
    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            return folder.toAbsolutePath().normalize();
        }
    }

    Path outputFolder() {
        return set.output()
                .orElseGet(() ->
                        resolve(job().output() == null ? null : job().output().path(), "../output"));
    }

    Path stateFolder() {
        return set.state().orElseGet(() -> {
            String state = job().output() == null ? null : job().output().state();
            return state == null ? outputFolder().resolve("state") : resolve(state, state);
        });
    }

    int keep() {
        JobFile.Retention retention = or(job().retention(), new JobFile.Retention(null, null));
        return check().count("retention.keep", retention.keep(), 1, Integer.MAX_VALUE, 14);
    }

    Duration grace() {
        JobFile.Retention retention = or(job().retention(), new JobFile.Retention(null, null));
        return Duration.ofMinutes(
                check().whole("retention.grace_minutes", retention.graceMinutes(), 0, 60L * 10 * YEAR_HOURS, 60));
    }

    private IntakeSettings intake() {
        IntakeSettings standard = IntakeSettings.standard();
        Long max = job().input() == null ? null : job().input().maxRecordBytes();
        List<JobFile.Format> formats = job().formats();
        List<FileFormat.Rule> rules = new ArrayList<>();
        if (formats != null) {
            for (JobFile.Format format : formats) {
                rules.add(rule("formats." + rules.size(), format));
            }
        }
        return new IntakeSettings(
                formats == null ? standard.formats() : rules,
                check().count("input.max_record_bytes", max, 1, 1 << 30, standard.maxRecordBytes()));
    }

    private FileFormat.Rule rule(String path, JobFile.@Nullable Format set) {
        JobFile.Format format = check().given(path, set);
        String read = check().oneOf(path + ".read", format.read(), List.of("txt", "multi", "jsonl"));
        return new FileFormat.Rule(
                check().glob(path + ".match", format.match()),
                switch (read) {
                    case "txt" -> new FileFormat.PlainText();
                    case "multi" ->
                        new FileFormat.ManyTexts(check().pattern(path + ".separator", or(format.separator(), "={5,}")));
                    default ->
                        new FileFormat.JsonLines(or(format.text(), "text"), fields(path + ".fields", format.fields()));
                });
    }

    private Map<RawDispatch.Field, String> fields(String path, @Nullable Map<String, String> named) {
        if (named == null) {
            return IntakeSettings.standardFields();
        }
        Map<RawDispatch.Field, String> fields = new EnumMap<>(RawDispatch.Field.class);
        named.forEach((field, member) -> {
            String at = path + "." + field;
            fields.put(check().constant(RawDispatch.Field.class, at, field), check().given(at, member));
        });
        return fields;
    }

    private DispatchSettings dispatch() {
        DispatchSettings standard = DispatchSettings.standard();
        JobFile.Dispatch set = job().dispatch();
        if (set == null) {
            return standard;
        }
        ZoneId zone = zone("dispatch", set.defaultZone(), "default_zone", standard.defaultZone());
        DayMonthOrder order = order("dispatch", set.dayMonthOrder(), standard.dayMonthOrder());
        Map<String, Desk> desks = new HashMap<>(standard.desks());
        int n = 0;
        for (JobFile.Desk entry : or(set.desks(), new ArrayList<JobFile.Desk>())) {
            String path = "dispatch.desks." + n++;
            JobFile.Desk desk = check().given(path, entry);
            String name = check().given(path + ".name", desk.name());
            String key = name.toLowerCase(Locale.ROOT);
            Desk old = desks.getOrDefault(key, new Desk(name, zone, order));
            desks.put(
                    key,
                    new Desk(
                            name,
                            zone(path, desk.zone(), "zone", old.zone()),
                            order(path, desk.dayMonthOrder(), old.dayMonthOrder())));
        }
        return new DispatchSettings(zone, order, desks);
    }

    private ZoneId zone(String section, @Nullable String set, String name, ZoneId otherwise) {
        return set == null ? otherwise : check().zone(section + "." + name, set);
    }

    private DayMonthOrder order(String section, @Nullable String set, DayMonthOrder otherwise) {
        return set == null ? otherwise : check().constant(DayMonthOrder.class, section + ".day_month_order", set);
    }

    private Path resolve(@Nullable String path, String otherwise) {
        Path folder = Optional.ofNullable(file.lines().file().getParent())
                .orElse(file.lines().file());
        return folder.resolve(or(path, otherwise)).normalize();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
