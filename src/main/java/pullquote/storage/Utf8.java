package pullquote.storage;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;

/** Strings as valid UTF-8: one invalid byte in a column fails a whole query in DuckDB. */
final class Utf8 {
    private Utf8() {}

    /** {@return the text in UTF-8, each half of a broken surrogate pair replaced by U+FFFD} */
    static Binary binary(String text) {
        return Binary.fromConstantByteArray(wellFormed(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    return repaired(text, i);
                }
                i++;
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder out = new StringBuilder(text);
        for (int i = from; i < out.length(); i++) {
            if (Character.isSurrogate(out.charAt(i))) {
                if (isPair(out, i)) {
                    i++;
                } else {
                    out.setCharAt(i, '\uFFFD');
                }
            }
        }
        return out.toString();
    }

    private static boolean isPair(CharSequence text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
