package pullquote.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import pullquote.analysis.RejectCode;
import pullquote.dispatch.RawDispatch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object a line. Blank lines are no records. */
final class JsonLinesReader implements RecordReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RecordContext at;
    private final LineSource lines;
    private final FileFormat.JsonLines format;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int recordNo;

    JsonLinesReader(RecordContext at, LineSource lines, FileFormat.JsonLines format) {
        this.at = at;
        this.lines = lines;
        this.format = format;
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        while (true) {
            line.reset();
            if (!lines.readLine(line, at.maxRecordBytes() + 1)) {
                return Optional.empty();
            }
            recordNo++;
            byte[] bytes = line.toByteArray();
            if (ManyTextsReader.isBlank(bytes)) {
                continue;
            }
            String sha256 = Digests.hex(bytes);
            if (bytes.length > at.maxRecordBytes()) {
                return Optional.of(at.tooLarge(recordNo, sha256));
            }
            Incoming decoded = at.decode(bytes, recordNo, sha256);
            if (!(decoded instanceof Incoming.Received received)) {
                return Optional.of(decoded);
            }
            if (!received.raw().text().isBlank()) {
                return Optional.of(parse(received.raw()));
            }
        }
    }

    private Incoming parse(RawDispatch raw) {
        JsonNode object;
        try {
            object = JSON.readTree(raw.text());
        } catch (JacksonException | StackOverflowError malformed) {
            return reject(raw, code(malformed), reason(malformed));
        }
        JsonNode text = object.get(format.text());
        if (!object.isObject() || text == null || !text.isString()) {
            return reject(
                    raw,
                    RejectCode.MALFORMED_JSON,
                    object.isObject() ? "no text in member \"" + format.text() + "\"" : "no JSON object");
        }
        if (text.asString().indexOf('\0') >= 0) {
            return reject(raw, RejectCode.BINARY, "a NUL character in it");
        }
        if (hasLoneSurrogate(text.asString())) {
            return reject(raw, RejectCode.LONE_SURROGATE, "half of a surrogate pair in it");
        }
        Map<RawDispatch.Field, String> given = new EnumMap<>(RawDispatch.Field.class);
        format.fields().forEach((field, member) -> {
            JsonNode value = object.get(member);
            if (value != null
                    && value.isValueNode()
                    && !value.isNull()
                    && !value.asString().isBlank()) {
                given.put(field, value.asString());
            }
        });
        return new Incoming.Received(new RawDispatch(raw.at(), text.asString(), given));
    }

    /** An escaped half of a pair stands for no character, and UTF-8 has no bytes for it. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static RejectCode code(Throwable malformed) {
        String said = String.valueOf(malformed.getMessage());
        if (malformed instanceof StackOverflowError || said.contains("nesting depth")) {
            return RejectCode.DEEP_JSON;
        }
        return said.startsWith("Duplicate") ? RejectCode.DUPLICATE_KEY : RejectCode.MALFORMED_JSON;
    }

    private static String reason(Throwable malformed) {
        if (!(malformed instanceof JacksonException json)) {
            return "objects nested too deeply";
        }
        TokenStreamLocation at = json.getLocation();
        return json.getOriginalMessage().lines().findFirst().orElse("a fault")
                + (at == null ? "" : " (column " + at.getColumnNr() + ")");
    }

    private Incoming reject(RawDispatch raw, RejectCode code, String found) {
        return at.reject(
                raw.at().recordNo(),
                raw.at().sourceSha256(),
                code,
                "Expected a JSON object with the text in member \"" + format.text() + "\" but found " + found,
                Optional.of(raw.text()));
    }

    @Override
    public int recordNo() {
        return recordNo;
    }

    @Override
    public String format() {
        return at.format();
    }
}
