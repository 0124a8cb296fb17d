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
            return malformed(raw, reason(malformed));
        }
        JsonNode text = object.get(format.text());
        if (!object.isObject() || text == null || !text.isString()) {
            return malformed(raw, object.isObject() ? "no text in member \"" + format.text() + "\"" : "no JSON object");
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

    private static String reason(Throwable malformed) {
        if (!(malformed instanceof JacksonException json)) {
            return "objects nested too deeply";
        }
        TokenStreamLocation at = json.getLocation();
        return json.getOriginalMessage().lines().findFirst().orElse("a fault")
                + (at == null ? "" : " (column " + at.getColumnNr() + ")");
    }

    private Incoming malformed(RawDispatch raw, String found) {
        return at.reject(
                raw.at().recordNo(),
                raw.at().sourceSha256(),
                RejectCode.MALFORMED_JSON,
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
