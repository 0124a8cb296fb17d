package pullquote.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;
import pullquote.text.Bom;

/**
 * The lines of a file as bytes, with their line breaks.
 *
 * <p>All encodings that are read without a byte order mark keep the line feed as a byte of its own; UTF-16 and UTF-32 are
 * recoded to UTF-8 first.
 */
final class LineSource {
    private final RecordReaders.Opener opener;
    private @Nullable InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int end;

    LineSource(RecordReaders.Opener opener) {
        this.opener = opener;
    }

    /**
     * Reads a line into the target.
     *
     * @param max how many bytes the target may hold; what goes beyond is passed over
     * @return whether there was a line
     */
    boolean readLine(ByteArrayOutputStream target, int max) throws IOException {
        boolean any = false;
        while (fill()) {
            any = true;
            int feed = next;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            boolean whole = feed < end;
            int stop = whole ? feed + 1 : end;
            int room = Math.max(0, max - target.size());
            target.write(buffer, next, Math.min(room, stop - next));
            next = stop;
            if (whole) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        if (next < end) {
            return true;
        }
        InputStream open = in;
        if (open == null) {
            open = utf8(opener.open());
            in = open;
        }
        int n = open.read(buffer, 0, buffer.length);
        next = 0;
        end = Math.max(0, n);
        return n > 0;
    }

    private static InputStream utf8(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 64 * 1024);
        in.mark(4);
        Optional<Bom> bom = Bom.of(in.readNBytes(4));
        in.reset();
        if (bom.isEmpty()) {
            return in;
        }
        in.skipNBytes(bom.get().length());
        if (bom.get().charset().equals(StandardCharsets.UTF_8)) {
            return in;
        }
        CharsetDecoder strict = bom.get()
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return ReaderInputStream.builder()
                .setReader(new InputStreamReader(in, strict))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }
}
