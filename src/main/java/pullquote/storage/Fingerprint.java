package pullquote.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one file from another that bears the same name.
 *
 * @param bytes its size
 * @param sha256 the digest of its content, hex
 */
public record Fingerprint(long bytes, String sha256) {

    /** {@return the fingerprint of a file as it is now} */
    public static Fingerprint of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
