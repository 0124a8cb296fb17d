package pullquote.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes two deliveries the same dispatch: the same text.
 *
 * <p>Line breaks count as one kind, and white space at either end of the text does not count, so that a dispatch sent
 * again through another carrier is still the same. The identity is the first 128 bits of the SHA-256 of what remains, in
 * UTF-8.
 */
public final class TextIdentity {
    private static final int BYTES = 16;

    private TextIdentity() {}

    /** {@return the text's identity, 32 hex digits} */
    public static String of(String text) {
        String plain = text.strip();
        if (plain.indexOf('\r') >= 0) {
            plain = plain.replace("\r\n", "\n").replace('\r', '\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
