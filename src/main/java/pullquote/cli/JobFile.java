package pullquote.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A job definition as it stands in YAML; what is absent takes its default. */
record JobFile(
        @Nullable Input input,
        @Nullable Output output,
        @Nullable Integer threads,
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
            @JsonProperty("max_record_bytes") @Nullable Integer maxRecordBytes) {}

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
            @JsonProperty("split_mb") @Nullable Integer splitMegabytes,
            @JsonProperty("chunk_records") @Nullable Integer chunkRecords,
            @JsonProperty("buffer_mb") @Nullable Integer bufferMegabytes,
            @JsonProperty("file_set_mb") @Nullable Integer fileSetMegabytes) {}

    record Limits(
            @JsonProperty("max_rejected_share") @Nullable Double maxRejectedShare,
            @JsonProperty("min_files") @Nullable Integer minFiles,
            @JsonProperty("max_age_hours") @Nullable Integer maxAgeHours) {}

    record Report(@Nullable String summary) {}

    record Retention(
            @Nullable Integer keep,
            @JsonProperty("grace_minutes") @Nullable Integer graceMinutes) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** {@return the job that a file defines} */
    static JobFile read(Path path) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new UsageException("expected a job file but found none at " + path + "; give one with --job FILE");
        }
        try {
            JobFile job = YAML.readValue(bytes, JobFile.class);
            return job == null ? empty() : job;
        } catch (UnrecognizedPropertyException unknown) {
            throw new UsageException(String.format(
                    "expected one of %s but found setting \"%s\" %s",
                    unknown.getKnownPropertyIds(), unknown.getPropertyName(), where(unknown, path)));
        } catch (ValueInstantiationException invalid) {
            throw new UsageException(invalid.getOriginalMessage() + " " + where(invalid, path));
        } catch (JacksonException malformed) {
            String what = malformed.getOriginalMessage().lines().findFirst().orElse("a fault");
            throw new UsageException("expected a valid job file but found: " + what + " " + where(malformed, path));
        }
    }

    static JobFile empty() {
        return new JobFile(null, null, null, null, null, null, null, null, null);
    }

    private static String where(JacksonException fault, Path path) {
        TokenStreamLocation at = fault.getLocation();
        return (at == null ? "in " : "near line " + at.getLineNr() + " of ") + path;
    }
}
