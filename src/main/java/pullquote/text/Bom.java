package pullquote.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A byte order mark at the beginning of a text (Unicode Standard, section 23.8).
 *
 * @param charset the encoding that it announces
 * @param length how many bytes it takes
 */
public record Bom(Charset charset, int length) {

    /** {@return the mark at the beginning of the bytes} */
    public static Optional<Bom> of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Bom(StandardCharsets.UTF_8, 3));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new Bom(Charset.forName("UTF-32LE"), 4));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new Bom(Charset.forName("UTF-32BE"), 4));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(new Bom(StandardCharsets.UTF_16LE, 2));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(new Bom(StandardCharsets.UTF_16BE, 2));
        }
        if (starts(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return Optional.of(new Bom(Charset.forName("GB18030"), 4));
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
