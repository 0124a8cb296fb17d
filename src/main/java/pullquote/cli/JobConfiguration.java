package pullquote.cli;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
 * @param job the job file
 * @param folder where it lies; its relative paths start here
 * @param input the input folder, if set
 * @param output the output folder, if set
 * @param state the state folder, if set
 * @param threads the number of workers, if set
 * @param source the name of the source, if set
 */
record JobConfiguration(
        JobFile job,
        Path folder,
        Optional<Path> input,
        Optional<Path> output,
        Optional<Path> state,
        Optional<Integer> threads,
        Optional<String> source) {
    private static final List<String> IGNORED = List.of("*.part", "*.tmp", "*.partial", "*.filepart", "*~", "*.swp");
    private static final long MEGABYTE = 1 << 20;

    JobSettings settings() {
        IntakeSettings intake = intake();
        DispatchSettings dispatch = dispatch();
        JobFile.Input in = or(job.input(), new JobFile.Input(null, null, null, null, null, null));
        JobFile.Extract extract = or(job.extract(), new JobFile.Extract(null, null, null, null));
        int workers = threads.orElseGet(
                () -> positiveOr(job.threads(), Runtime.getRuntime().availableProcessors()));
        if (workers < 1) {
            throw new UsageException("expected at least 1 for --threads but found " + workers);
        }
        int buffer = atMost("extract.buffer_mb", positiveOr(extract.bufferMegabytes(), 24), 1024);
        double share = job.limits() == null ? 0.1 : or(job.limits().maxRejectedShare(), 0.1);
        if (!(share >= 0 && share <= 1)) {
            throw new UsageException("expected 0 to 1 for limits.max_rejected_share but found " + share);
        }
        Path from = input.orElseGet(() -> resolve(in.path(), "../input"));
        if (from.equals(outputFolder())) {
            throw new UsageException("expected two folders for --input and --output but found " + from + " for both");
        }
        return new JobSettings(
                from,
                source.orElseGet(() -> or(in.source(), realPath(from).toString())),
                in.onChange() == null ? OnChange.AUTO : constant(OnChange.class, "input.on_change", in.onChange()),
                limits(),
                outputFolder(),
                stateFolder(),
                workers,
                Duration.ofMillis(or(in.settleMillis(), 1000L)),
                or(in.ignore(), IGNORED).stream()
                        .map(glob -> glob("input.ignore", glob))
                        .toList(),
                share,
                positiveOr(extract.splitMegabytes(), 256) * MEGABYTE,
                atMost("extract.chunk_records", positiveOr(extract.chunkRecords(), 500), 10_000),
                buffer * MEGABYTE,
                // each buffer that was set aside is a file that is open while they are merged
                atMost(
                                "extract.file_set_mb",
                                positiveOr(extract.fileSetMegabytes(), Math.min(1536, 128 * buffer)),
                                128 * buffer)
                        * MEGABYTE,
                intake,
                dispatch,
                sha256(job.toString()),
                Version.product());
    }

    private InputLimits limits() {
        JobFile.Limits set = or(job.limits(), new JobFile.Limits(null, null, null));
        return new InputLimits(
                or(set.minFiles(), 0), Optional.ofNullable(set.maxAgeHours()).map(Duration::ofHours), false);
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
        return output.orElseGet(
                () -> resolve(job.output() == null ? null : job.output().path(), "../output"));
    }

    Path stateFolder() {
        return state.orElseGet(() -> {
            String set = job.output() == null ? null : job.output().state();
            return set == null ? outputFolder().resolve("state") : resolve(set, set);
        });
    }

    int keep() {
        return job.retention() == null ? 14 : positiveOr(job.retention().keep(), 14);
    }

    Duration grace() {
        return Duration.ofMinutes(
                job.retention() == null ? 60 : or(job.retention().graceMinutes(), 60));
    }

    private IntakeSettings intake() {
        IntakeSettings standard = IntakeSettings.standard();
        Integer max = job.input() == null ? null : job.input().maxRecordBytes();
        List<JobFile.Format> formats = job.formats();
        return new IntakeSettings(
                formats == null
                        ? standard.formats()
                        : formats.stream().map(JobConfiguration::rule).toList(),
                atMost("input.max_record_bytes", positiveOr(max, standard.maxRecordBytes()), 1 << 30));
    }

    private static FileFormat.Rule rule(JobFile.@Nullable Format set) {
        JobFile.Format format = given("formats", set);
        return new FileFormat.Rule(
                glob("formats.match", format.match()),
                switch (given("formats.read", format.read())) {
                    case "txt" -> new FileFormat.PlainText();
                    case "multi" -> new FileFormat.ManyTexts(pattern(or(format.separator(), "={5,}")));
                    case "jsonl" -> new FileFormat.JsonLines(or(format.text(), "text"), fields(format.fields()));
                    default ->
                        throw new UsageException(
                                "expected txt, multi or jsonl for formats.read but found " + format.read());
                });
    }

    private static <T> T given(String setting, @Nullable T value) {
        if (value == null) {
            throw new UsageException("expected a value for " + setting + " but found none");
        }
        return value;
    }

    private static String glob(String setting, @Nullable String glob) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + given(setting, glob));
            return given(setting, glob);
        } catch (java.util.regex.PatternSyntaxException invalid) {
            throw new UsageException("expected a file name's pattern for " + setting + " but found " + glob);
        }
    }

    private static int atMost(String setting, int value, int most) {
        if (value > most) {
            throw new UsageException("expected at most " + most + " for " + setting + " but found " + value);
        }
        return value;
    }

    private static Pattern pattern(String separator) {
        try {
            return Pattern.compile(separator);
        } catch (PatternSyntaxException invalid) {
            throw new UsageException("expected a regular expression for formats.separator but found " + separator);
        }
    }

    private static Map<RawDispatch.Field, String> fields(@Nullable Map<String, String> named) {
        if (named == null) {
            return IntakeSettings.standardFields();
        }
        Map<RawDispatch.Field, String> fields = new EnumMap<>(RawDispatch.Field.class);
        named.forEach((field, member) -> fields.put(
                constant(RawDispatch.Field.class, "formats.fields", field), given("formats.fields." + field, member)));
        return fields;
    }

    private DispatchSettings dispatch() {
        DispatchSettings standard = DispatchSettings.standard();
        JobFile.Dispatch set = job.dispatch();
        if (set == null) {
            return standard;
        }
        ZoneId zone =
                set.defaultZone() == null ? standard.defaultZone() : zone("dispatch.default_zone", set.defaultZone());
        DayMonthOrder order = set.dayMonthOrder() == null
                ? standard.dayMonthOrder()
                : constant(DayMonthOrder.class, "dispatch.day_month_order", set.dayMonthOrder());
        Map<String, Desk> desks = new HashMap<>(standard.desks());
        for (JobFile.Desk desk : or(set.desks(), new ArrayList<JobFile.Desk>())) {
            String name =
                    given("dispatch.desks.name", given("dispatch.desks", desk).name());
            String key = name.toLowerCase(Locale.ROOT);
            Desk old = desks.getOrDefault(key, new Desk(name, zone, order));
            desks.put(
                    key,
                    new Desk(
                            name,
                            desk.zone() == null ? old.zone() : zone("dispatch.desks.zone", desk.zone()),
                            desk.dayMonthOrder() == null
                                    ? old.dayMonthOrder()
                                    : constant(
                                            DayMonthOrder.class,
                                            "dispatch.desks.day_month_order",
                                            desk.dayMonthOrder())));
        }
        return new DispatchSettings(zone, order, desks);
    }

    private static ZoneId zone(String setting, String id) {
        try {
            return id.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new UsageException(
                    "expected a time zone such as Asia/Shanghai or +08:00 for " + setting + " but found " + id);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String setting, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        String expected = java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        throw new UsageException("expected one of " + expected + " for " + setting + " but found " + name);
    }

    private Path resolve(@Nullable String path, String otherwise) {
        return folder.resolve(or(path, otherwise)).normalize();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static int positiveOr(@Nullable Integer value, int otherwise) {
        return value == null || value < 1 ? otherwise : value;
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
