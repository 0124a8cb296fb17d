package pullquote.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pullquote.text.Decoding.Decoded;
import pullquote.text.Decoding.Undecodable;

/**
 * Turns bytes into text without ever losing or replacing a character in silence.
 *
 * <p>A byte order mark decides; else bytes of which every second one is zero are UTF-16; else bytes that are valid UTF-8 are UTF-8; else ICU's detector names the candidates and
 * the first that decodes without error and yields text is taken; else text that is nearly all ASCII is assumed to be
 * windows-1252. Only encodings that news desks use are considered. Text in which UTF-8 stands beside another encoding is
 * none of them.
 */
public final class Decoder {
    private static final int SAMPLE = 64 * 1024;
    /** Encodings that are taken when detected, by the names that ICU gives them. */
    private static final List<String> CANDIDATES = List.of(
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1254",
            "windows-1256",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-9",
            "KOI8-R");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Decoder() {}

    /** {@return the bytes as text, its encoding found as described above} */
    public static Decoding decode(byte[] bytes) {
        Optional<Bom> bom = Bom.of(bytes);
        if (bom.isPresent()) {
            byte[] rest = Arrays.copyOfRange(bytes, bom.get().length(), bytes.length);
            return strictly(rest, bom.get().charset())
                    .map(text -> asText(text, bom.get().charset(), "bom"))
                    .orElseGet(() -> new Undecodable(
                            false,
                            "a byte order mark of " + bom.get().charset().name()
                                    + " before bytes that are not in that encoding"));
        }
        Optional<Charset> wide = unmarkedUtf16(bytes);
        if (wide.isPresent()) {
            Optional<String> text = strictly(bytes, wide.get());
            if (text.isPresent() && asText(text.get(), wide.get(), "detected") instanceof Decoded decoded) {
                return decoded;
            }
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return asText(utf8.get(), StandardCharsets.UTF_8, "valid-utf8");
        }
        int nuls = count(bytes, (byte) 0);
        if (nuls > 0) {
            return new Undecodable(true, nuls + " NUL bytes");
        }
        return detect(bytes);
    }

    /** {@return the bytes as text in a known encoding} */
    public static Decoding decode(byte[] bytes, Charset declared) {
        return strictly(bytes, declared)
                .map(text -> asText(text, declared, "declared"))
                .orElseGet(() -> new Undecodable(false, "bytes that are not " + declared.name()));
    }

    /** Western text in UTF-16 has a zero in nearly every second byte, and only there. */
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        if (bytes.length % 2 != 0 || pairs < 2) {
            return Optional.empty();
        }
        int[] zeros = new int[2];
        for (int i = 0; i < 2 * pairs; i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[1] > pairs * 0.7 && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] > pairs * 0.7 && zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Decoding detect(byte[] bytes) {
        Utf8Share utf8 = Utf8Share.of(bytes);
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (CharsetMatch match : detector.detectAll()) {
            if (!CANDIDATES.contains(match.getName()) || match.getConfidence() < 20) {
                continue;
            }
            // web and wire text that is marked or detected as Latin-1 is windows-1252 (WHATWG Encoding Standard)
            Charset charset = match.getName().equals("ISO-8859-1") ? WINDOWS_1252 : Charset.forName(match.getName());
            Optional<String> text = utf8.isMixedWith(charset) ? Optional.empty() : strictly(bytes, charset);
            if (text.isPresent() && asText(text.get(), charset, "detected") instanceof Decoded decoded) {
                return decoded;
            }
        }
        boolean mostlyAscii = countHigh(bytes) < bytes.length / 8 + 8 && !utf8.isMixedWith(WINDOWS_1252);
        Optional<String> western = mostlyAscii ? strictly(bytes, WINDOWS_1252) : Optional.empty();
        if (western.isPresent() && asText(western.get(), WINDOWS_1252, "assumed") instanceof Decoded decoded) {
            return decoded;
        }
        return new Undecodable(controls(bytes) > bytes.length / 50, "bytes that fit no known encoding");
    }

    private static int countHigh(byte[] bytes) {
        int n = 0;
        for (byte b : bytes) {
            if (b < 0) {
                n++;
            }
        }
        return n;
    }

    private static Decoding asText(String text, Charset charset, String evidence) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return new Undecodable(true, "a NUL character at offset " + i);
            }
            if (isOddControl(c)) {
                odd++;
            }
        }
        // a stray form feed or start-of-text mark is wire furniture; one character in fifty is not
        return odd > 4 && odd > text.length() / 50
                ? new Undecodable(true, odd + " control characters among " + text.length())
                : new Decoded(text, charset.name(), evidence);
    }

    private static boolean isOddControl(char c) {
        return (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || (c >= 0x7F && c < 0xA0 && c != 0x85);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notInThisEncoding) {
            return Optional.empty();
        }
    }

    private static int count(byte[] bytes, byte wanted) {
        int n = 0;
        for (byte b : bytes) {
            if (b == wanted) {
                n++;
            }
        }
        return n;
    }

    private static int controls(byte[] bytes) {
        int n = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
                n++;
            }
        }
        return n;
    }
}
