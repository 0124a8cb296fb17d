package pullquote.text;

import java.nio.charset.Charset;

/**
 * How much of bytes that are not UTF-8 as a whole is UTF-8 all the same, as where files were put together.
 *
 * @param sequences characters of several bytes that are whole in UTF-8
 * @param bytes their bytes
 * @param high all bytes beyond ASCII
 */
record Utf8Share(int sequences, int bytes, int high) {

    static Utf8Share of(byte[] text) {
        int sequences = 0;
        int bytes = 0;
        int high = 0;
        int i = 0;
        while (i < text.length) {
            int length = text[i] >= 0 ? 1 : sequence(text, i);
            if (length > 1) {
                sequences++;
                bytes += length;
                high += length;
            } else if (text[i] < 0) {
                high++;
            }
            i += length;
        }
        return new Utf8Share(sequences, bytes, high);
    }

    /** {@return the length of the UTF-8 sequence there; 1 if there is none} */
    private static int sequence(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
        for (int i = 1; i < length; i++) {
            if (at + i >= text.length || (text[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    /**
     * {@return whether what looks like another encoding is UTF-8 to a part that chance does not explain}
     *
     * <p>In one byte a character, UTF-8 sequences hardly ever come about; in the double bytes of Chinese and Korean, up to
     * a quarter of the bytes are such.
     */
    boolean isMixedWith(Charset other) {
        boolean single = other.canEncode() && other.newEncoder().maxBytesPerChar() == 1;
        return single ? sequences >= 2 && bytes * 5 >= high : sequences >= 4 && bytes * 2 >= high;
    }
}
