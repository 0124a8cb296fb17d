package pullquote.intake;

import java.io.IOException;
import java.util.Optional;
import pullquote.analysis.RejectCode;

/** A file that is rejected as a whole, without a look at its records. */
final class RefusedFile implements RecordReader {
    private final RecordContext at;
    private final CountedBytes bytes;
    private final boolean digest;
    private final RejectCode code;
    private final String sentence;
    private boolean done;

    /**
     * A refusal.
     *
     * @param digest whether the file's bytes can be read for its digest
     */
    RefusedFile(InputFile file, CountedBytes bytes, boolean digest, RejectCode code, String sentence) {
        this.at = new RecordContext(file, "unknown", 0);
        this.bytes = bytes;
        this.digest = digest;
        this.code = code;
        this.sentence = sentence;
    }

    @Override
    public Optional<Incoming> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        if (digest) {
            bytes.drain();
        }
        return Optional.of(at.reject(0, bytes.sha256(), code, sentence, Optional.empty()));
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
