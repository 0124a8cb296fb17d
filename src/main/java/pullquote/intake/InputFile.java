package pullquote.intake;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of the input as it was when the batch was planned.
 *
 * @param uri its path relative to the input folder, as the tables show it
 * @param path where it lies
 * @param size its length in bytes then
 * @param modified its time of last change then, in milliseconds since the epoch
 */
public record InputFile(String uri, Path path, long size, long modified) {

    /**
     * {@return the path as a table shows it}
     *
     * <p>Names are joined by slashes and read as UTF-8, whatever the machine's own encoding of names is. Percent signs,
     * hashes, control characters and the bytes of a name that is no UTF-8 are escaped: no two files share a URI.
     */
    public static String uriOf(Path relative) {
        StringBuilder uri = new StringBuilder();
        for (Path name : relative) {
            uri.append(uri.isEmpty() ? "" : "/");
            escape(name, uri);
        }
        return uri.toString();
    }

    /** {@return where a file lies, by its name in the tables} */
    public static Path resolve(Path root, String uri) {
        if (uri.indexOf('%') < 0 && isAscii(uri)) {
            return root.resolve(uri);
        }
        Path path = root;
        for (String name : uri.split("/", -1)) {
            StringBuilder encoded = new StringBuilder("file:///");
            for (byte b : unescaped(name)) {
                percent(b, encoded);
            }
            // a URI names a file by its bytes, which a text in the machine's encoding may be unable to
            path = path.resolve(Path.of(URI.create(encoded.toString())).getFileName());
        }
        return path;
    }

    private static void escape(Path name, StringBuilder uri) {
        String text = name.toString();
        if (!isAscii(text)) {
            String raw = name.toUri().getRawPath();
            String bare = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
            byte[] bytes = unescaped(bare.substring(bare.lastIndexOf('/') + 1));
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                for (byte b : bytes) {
                    escape((char) (b & 0xFF), b < 0, new byte[] {b}, uri);
                }
                return;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escape(c, false, Character.toString(c).getBytes(StandardCharsets.UTF_8), uri);
        }
    }

    private static void escape(char c, boolean always, byte[] bytes, StringBuilder uri) {
        if (always || c == '%' || c == '#' || Character.isISOControl(c)) {
            for (byte b : bytes) {
                percent(b, uri);
            }
        } else {
            uri.append(c);
        }
    }

    private static void percent(byte b, StringBuilder uri) {
        uri.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
    }

    private static byte[] unescaped(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '%' && i + 2 < utf8.length) {
                bytes.write(Integer.parseInt(new String(utf8, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                bytes.write(utf8[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
