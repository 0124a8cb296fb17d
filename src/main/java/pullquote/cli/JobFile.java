package pullquote.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A job definition as it stands in YAML; what is absent takes its default. */
record JobFile(
        @Nullable Input input,
        @Nullable Output output,
        @Nullable Long threads,
        @Nullable List<Format> formats,
        @Nullable Dispatch dispatch,
        @Nullable Extract extract,
        @Nullable Limits limits,
        @Nullable Report report,
        @Nullable Retention retention) {

    record Input(
            @Nullable String path,
            @Nullable String source,
            @JsonProperty("on_change") @Nullable String onChange,
            @JsonProperty("settle_ms") @Nullable Long settleMillis,
            @Nullable List<String> ignore,
            @JsonProperty("max_record_bytes") @Nullable Long maxRecordBytes) {}

    record Output(@Nullable String path, @Nullable String state) {}

    record Format(
            String match,
            String read,
            @Nullable String separator,
            @Nullable String text,
            @Nullable Map<String, String> fields) {}

    record Dispatch(
            @JsonProperty("default_zone") @Nullable String defaultZone,
            @JsonProperty("day_month_order") @Nullable String dayMonthOrder,
            @Nullable List<Desk> desks) {}

    record Desk(
            String name,
            @Nullable String zone,
            @JsonProperty("day_month_order") @Nullable String dayMonthOrder) {}

    record Extract(
            @JsonProperty("split_mb") @Nullable Long splitMegabytes,
            @JsonProperty("chunk_records") @Nullable Long chunkRecords,
            @JsonProperty("buffer_mb") @Nullable Long bufferMegabytes,
            @JsonProperty("file_set_mb") @Nullable Long fileSetMegabytes) {}

    record Limits(
            @JsonProperty("max_rejected_share") @Nullable Double maxRejectedShare,
            @JsonProperty("min_files") @Nullable Long minFiles,
            @JsonProperty("max_age_hours") @Nullable Long maxAgeHours) {}

    record Report(@Nullable String summary) {}

    record Retention(
            @Nullable Long keep,
            @JsonProperty("grace_minutes") @Nullable Long graceMinutes) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /**
     * A job file as it was read.
     *
     * @param job what it says
     * @param lines where it says it
     */
    record Read(JobFile job, JobFileLines lines) {}

    /** {@return the job of a file; without one, that of the project, where nothing set is the default} */
    static Read find(@Nullable Path set) {
        Path path = path(set);
        return isSet(set) || Files.exists(path) ? read(path) : new Read(empty(), new JobFileLines(path));
    }

    /** {@return where a job file is; where none is set, that of the project} */
    static Path path(@Nullable Path set) {
        return (set != null && isSet(set) ? set : home().resolve("jobs").resolve("dispatches.yaml"))
                .toAbsolutePath()
                .normalize();
    }

    /** An empty variable of the environment sets nothing. */
    private static boolean isSet(@Nullable Path set) {
        return set != null && !set.toString().isEmpty();
    }

    /** The project's folder, as the launcher tells it. */
    private static Path home() {
        return Path.of(System.getProperty("pullquote.home", "."));
    }

    /** {@return the job that a file defines} */
    static Read read(Path path) {
        byte[] bytes = bytes(path);
        JobFileLines lines = lines(path, bytes);
        try {
            JobFile job = YAML.readValue(bytes, JobFile.class);
            return new Read(job == null ? empty() : job, lines);
        } catch (UnrecognizedPropertyException unknown) {
            Collection<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            throw new UsageException(String.format(
                    "expected one of %s but found setting \"%s\" %s%s",
                    known,
                    unknown.getPropertyName(),
                    lines.where(setting(unknown)),
                    DidYouMean.hint(unknown.getPropertyName(), known)));
        } catch (MismatchedInputException other) {
            throw lines.refuse(
                    setting(other),
                    kind(other.getTargetType()),
                    lines.value(setting(other)).orElse(null));
        } catch (JacksonException malformed) {
            throw lines.unreadableNumber()
                    .map(number -> lines.refuse(
                            number,
                            "a number within its range",
                            lines.value(number).orElse(null)))
                    .orElseGet(() -> malformed(malformed, path));
        }
    }

    /** {@return where each setting is, also of a file that says something that is not known} */
    static JobFileLines lines(Path path) {
        return lines(path, bytes(path));
    }

    private static JobFileLines lines(Path path, byte[] bytes) {
        try {
            return JobFileLines.read(path, bytes, YAML);
        } catch (JacksonException malformed) {
            throw malformed(malformed, path);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new UsageException("expected a job file but found none at " + path + "; give one with --job FILE");
        }
    }

    static JobFile empty() {
        return new JobFile(null, null, null, null, null, null, null, null, null);
    }

    private static UsageException malformed(JacksonException malformed, Path path) {
        // the parser tells what it was at, what it found there, and in between quotes the places
        String what = malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .limit(2)
                .collect(Collectors.joining(", "));
        TokenStreamLocation at = malformed.getLocation();
        return new UsageException("expected a valid job file but found: " + what
                + (at == null ? " in " : " in line " + at.getLineNr() + " of ") + path);
    }

    private static String setting(JacksonException fault) {
        return fault.getPath().stream()
                .map(at -> at.getPropertyName() == null ? Integer.toString(at.getIndex()) : at.getPropertyName())
                .reduce("", JobFileLines::join);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == Long.class) {
            return "a whole number";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "a section with settings";
    }
}
