package pullquote.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file's bytes as received, counted and digested as they are read, never beyond the planned length. */
final class CountedBytes extends InputStream {
    private final Path path;
    private final long limit;
    private final MessageDigest digest = Digests.sha256();
    private @Nullable InputStream in;
    private long position;
    private boolean failed;

    CountedBytes(Path path, long limit) {
        this.path = path;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position >= limit) {
            return -1;
        }
        try {
            InputStream open = in;
            if (open == null) {
                open = Files.newInputStream(path);
                in = open;
            }
            int n = open.read(buffer, offset, (int) Math.min(length, limit - position));
            if (n > 0) {
                digest.update(buffer, offset, n);
                position += n;
            }
            return n;
        } catch (IOException broken) {
            failed = true;
            throw broken;
        }
    }

    /** Reads on to the file's planned end, so that the digest covers all of it. */
    void drain() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int n = 0;
        while (n >= 0) {
            n = read(buffer, 0, buffer.length);
        }
    }

    /** {@return whether the file itself, not what wraps it, failed} */
    boolean failed() {
        return failed;
    }

    long position() {
        return position;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        InputStream open = in;
        if (open != null) {
            open.close();
        }
    }
}
