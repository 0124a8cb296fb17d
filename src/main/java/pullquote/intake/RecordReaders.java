package pullquote.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.Provenance;

/** Chooses the reader for a file, by its name. */
final class RecordReaders {
    private RecordReaders() {}

    static RecordReader open(InputFile file, CountedBytes bytes, IntakeSettings settings) {
        Optional<FileFormat> format =
                settings.formatOf(file.path().getFileName().toString());
        if (format.isEmpty()) {
            return new Unknown(file, bytes);
        }
        boolean gzip = IntakeSettings.isGzip(file.uri());
        String name = format.get().name() + (gzip ? "+gz" : "");
        Opener opener = gzip
                ? () -> GzipCompressorInputStream.builder()
                        .setInputStream(bytes)
                        .setDecompressConcatenated(true)
                        .get()
                : () -> bytes;
        RecordContext at = new RecordContext(file, name, settings.maxRecordBytes());
        if (format.get() instanceof FileFormat.ManyTexts many) {
            return new ManyTextsReader(at, new LineSource(opener), many);
        }
        if (format.get() instanceof FileFormat.JsonLines json) {
            return new JsonLinesReader(at, new LineSource(opener), json);
        }
        return new PlainTextReader(at, bytes, opener);
    }

    /** Opens the bytes inside a file. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** A file whose name no rule of the job knows. */
    private static final class Unknown implements RecordReader {
        private final InputFile file;
        private final CountedBytes bytes;
        private boolean done;

        Unknown(InputFile file, CountedBytes bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        @Override
        public Optional<Incoming> next() throws IOException {
            if (done) {
                return Optional.empty();
            }
            done = true;
            bytes.drain();
            return Optional.of(new Incoming.Unreadable(new Rejected(
                    new Provenance(file.uri(), 0, bytes.sha256(), format(), "", ""),
                    RejectCode.UNKNOWN_FORMAT,
                    "Expected a file name that a format of the job matches but found " + file.uri()
                            + "; add a rule under formats or move the file away",
                    Optional.empty())));
        }

        @Override
        public int recordNo() {
            return 0;
        }

        @Override
        public String format() {
            return "unknown";
        }
    }
}
