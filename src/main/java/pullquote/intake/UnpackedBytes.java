package pullquote.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The text inside a gzip file, all its members one after the other.
 *
 * <p>News text unpacks to three to ten times its size, the most repetitive lists to some fifty; what goes far beyond is a
 * bomb, and the reading ends there.
 */
final class UnpackedBytes extends FilterInputStream {
    /** So much is unpacked at any ratio. */
    private static final long HARMLESS = 8 << 20;

    private static final int MOST_TIMES = 250;

    private final CountedBytes packed;
    private long unpacked;

    private UnpackedBytes(CountedBytes packed) throws IOException {
        super(GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get());
        this.packed = packed;
    }

    static InputStream of(CountedBytes packed) throws IOException {
        return new UnpackedBytes(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        unpacked += Math.max(0, n);
        if (unpacked > HARMLESS && unpacked > MOST_TIMES * packed.position()) {
            throw new BombException();
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return read(new byte[(int) Math.min(n, 8192)]);
    }

    /** A file that unpacks to too many times its size. */
    static final class BombException extends IOException {
        private static final long serialVersionUID = 1;

        BombException() {
            super("more than " + MOST_TIMES + " times its size");
        }
    }
}
