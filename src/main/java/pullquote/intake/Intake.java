package pullquote.intake;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.Provenance;

/**
 * Reads one input file, record by record, holding one record at a time.
 *
 * <p>Bad bytes never throw: they come out as {@link Incoming.Unreadable}. After the last record, {@link #sha256()} tells
 * the file's digest and {@link #changed()} whether it is still the file that was planned.
 */
public final class Intake implements Closeable {
    private final InputFile file;
    private final CountedBytes bytes;
    private final RecordReader records;
    private boolean ended;

    private Intake(InputFile file, CountedBytes bytes, RecordReader records) {
        this.file = file;
        this.bytes = bytes;
        this.records = records;
    }

    /**
     * {@return the opened file}
     *
     * @param file the file as planned; bytes that came after are not read
     * @param root the input folder, which no link may leave
     * @param settings how files are read
     */
    public static Intake open(InputFile file, Path root, IntakeSettings settings) {
        CountedBytes bytes = new CountedBytes(file.path(), file.size());
        return new Intake(file, bytes, RecordReaders.open(file, root, bytes, settings));
    }

    /** {@return the next record, or empty after the last} */
    public Optional<Incoming> next() {
        if (ended) {
            return Optional.empty();
        }
        Optional<Incoming> next;
        try {
            next = records.next();
        } catch (IOException broken) {
            ended = true;
            return Optional.of(broken(broken));
        }
        ended = next.isEmpty();
        return next;
    }

    private Incoming broken(IOException broken) {
        RejectCode code = code(broken);
        String said = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
        String what = code == RejectCode.TRUNCATED_GZIP
                ? "it cut short"
                : broken instanceof AccessDeniedException ? "no leave to read it" : said;
        String detail =
                "Expected to read " + file.uri() + " to its end but found " + what + " at byte " + bytes.position();
        return new Incoming.Unreadable(new Rejected(
                new Provenance(file.uri(), records.recordNo(), bytes.sha256(), records.format(), "", ""),
                code,
                detail,
                Optional.empty()));
    }

    private RejectCode code(IOException broken) {
        if (broken instanceof CharacterCodingException) {
            return RejectCode.UNDECODABLE;
        }
        if (bytes.failed() || !IntakeSettings.isGzip(file.uri())) {
            return RejectCode.UNREADABLE;
        }
        if (broken instanceof UnpackedBytes.BombException) {
            return RejectCode.GZIP_BOMB;
        }
        return broken instanceof EOFException ? RejectCode.TRUNCATED_GZIP : RejectCode.DAMAGED_GZIP;
    }

    /** {@return whether the file was changed, replaced or removed since it was planned} */
    public boolean changed() {
        try {
            BasicFileAttributes now = attributes();
            return (now.isRegularFile() && now.size() != file.size())
                    || now.lastModifiedTime().toMillis() != file.modified();
        } catch (IOException gone) {
            return true;
        }
    }

    /** {@return whether the file was removed since it was planned} */
    public boolean vanished() {
        return Files.notExists(file.path(), LinkOption.NOFOLLOW_LINKS);
    }

    private BasicFileAttributes attributes() throws IOException {
        try {
            return Files.readAttributes(file.path(), BasicFileAttributes.class);
        } catch (IOException gone) {
            // a link that leads nowhere was planned as itself
            return Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** {@return SHA-256 of the bytes read so far, hex; after the last record, that of the whole file} */
    public String sha256() {
        return bytes.sha256();
    }

    /** {@return how many of the file's bytes have been read} */
    public long position() {
        return bytes.position();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
