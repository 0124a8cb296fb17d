package pullquote.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import pullquote.analysis.RejectCode;

/** A file that is one dispatch. */
final class PlainTextReader implements RecordReader {
    private final RecordContext at;
    private final CountedBytes bytes;
    private final RecordReaders.Opener opener;
    private boolean done;

    PlainTextReader(RecordContext at, CountedBytes bytes, RecordReaders.Opener opener) {
        this.at = at;
        this.bytes = bytes;
        this.opener = opener;
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        if (at.file().size() == 0) {
            return Optional.of(at.reject(
                    0, bytes.sha256(), RejectCode.EMPTY, "Expected a dispatch but found no bytes", Optional.empty()));
        }
        byte[] content;
        try (InputStream in = opener.open()) {
            content = in.readNBytes(at.maxRecordBytes() + 1);
            bytes.drain();
        }
        if (content.length > at.maxRecordBytes()) {
            return Optional.of(at.tooLarge(0, bytes.sha256()));
        }
        return Optional.of(at.decode(content, 0, bytes.sha256()));
    }

    @Override
    public int recordNo() {
        return 0;
    }

    @Override
    public String format() {
        return at.format();
    }
}
