package pullquote.text;

/** What became of some bytes that should be text. */
public sealed interface Decoding {

    /**
     * Text, and how its encoding was decided.
     *
     * @param text the characters; a byte order mark is left out
     * @param charset IANA name of the encoding
     * @param evidence {@code bom}, {@code valid-utf8}, {@code detected}, {@code assumed} or {@code declared}
     */
    record Decoded(String text, String charset, String evidence) implements Decoding {}

    /**
     * No text.
     *
     * @param binary true when the bytes are no text at all, false when they look like text in no encoding we know
     * @param detail what was found, for a sentence: {@code 312 NUL bytes in the first 4096}
     */
    record Undecodable(boolean binary, String detail) implements Decoding {}
}
