package pullquote.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file of many dispatches with a separator line between them. Stretches of white space between separators are no records. */
final class ManyTextsReader implements RecordReader {
    private static final int LONGEST_SEPARATOR = 200;

    private final RecordContext at;
    private final LineSource lines;
    private final FileFormat.ManyTexts format;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int recordNo;
    private boolean ended;

    ManyTextsReader(RecordContext at, LineSource lines, FileFormat.ManyTexts format) {
        this.at = at;
        this.lines = lines;
        this.format = format;
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        while (!ended) {
            record.reset();
            recordNo++;
            readRecord();
            byte[] bytes = record.toByteArray();
            if (!isBlank(bytes)) {
                String sha256 = Digests.hex(bytes);
                return Optional.of(
                        bytes.length > at.maxRecordBytes()
                                ? at.tooLarge(recordNo, sha256)
                                : at.decode(bytes, recordNo, sha256));
            }
            recordNo--;
        }
        return Optional.empty();
    }

    private void readRecord() throws IOException {
        while (true) {
            line.reset();
            // one byte more than allowed is kept, as the sign that there was more
            if (!lines.readLine(line, at.maxRecordBytes() + 1)) {
                ended = true;
                return;
            }
            if (isSeparator()) {
                return;
            }
            int room = at.maxRecordBytes() + 1 - record.size();
            record.write(line.toByteArray(), 0, Math.min(line.size(), room));
        }
    }

    private boolean isSeparator() {
        if (line.size() > LONGEST_SEPARATOR) {
            return false;
        }
        return format.separator()
                .matches(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
    }

    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
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
