package pullquote.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import pullquote.analysis.RejectCode;

/** Chooses the reader for a file, by its name. */
final class RecordReaders {
    private RecordReaders() {}

    static RecordReader open(InputFile file, Path root, CountedBytes bytes, IntakeSettings settings) {
        Optional<NotAFile> notAFile = NotAFile.describe(file.path(), root);
        if (notAFile.isPresent()) {
            NotAFile found = notAFile.get();
            return new RefusedFile(file, bytes, false, found.code(), "Expected a file but found " + found.what());
        }
        Optional<FileFormat> format =
                settings.formatOf(file.path().getFileName().toString());
        if (format.isEmpty()) {
            return new RefusedFile(
                    file,
                    bytes,
                    true,
                    RejectCode.UNKNOWN_FORMAT,
                    "Expected a file name that a rule under formats matches but found "
                            + file.path().getFileName());
        }
        boolean gzip = IntakeSettings.isGzip(file.uri());
        String name = format.get().name() + (gzip ? "+gz" : "");
        Opener opener = gzip ? () -> UnpackedBytes.of(bytes) : () -> bytes;
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
}
