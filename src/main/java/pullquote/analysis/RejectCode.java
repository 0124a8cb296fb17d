package pullquote.analysis;

import java.util.Locale;

/** Why a record could not become a dispatch. */
public enum RejectCode {
    /** The file or record holds no text. */
    EMPTY,
    /** The bytes are not text: control characters, or no encoding fits. */
    BINARY,
    /** The bytes look like text but no encoding decodes them without loss. */
    UNDECODABLE,
    /** The text holds half of a surrogate pair, which is no character. */
    LONE_SURROGATE,
    /** The file could not be opened or read to its end. */
    UNREADABLE,
    /** A compressed file is damaged. */
    DAMAGED_GZIP,
    /** A compressed file ends too early. */
    TRUNCATED_GZIP,
    /** A compressed file unpacks to so many times its size that it is no text of a news desk. */
    GZIP_BOMB,
    /** The record is longer than the job allows. */
    TOO_LARGE,
    /** A line of a JSON Lines file is not a JSON object with the mapped text field. */
    MALFORMED_JSON,
    /** A line of a JSON Lines file nests objects or lists too deeply. */
    DEEP_JSON,
    /** A line of a JSON Lines file has the same member twice. */
    DUPLICATE_KEY,
    /** No format of the job matches the file's name. */
    UNKNOWN_FORMAT,
    /** A folder entry that is no file: a link to a folder. */
    NOT_A_FILE,
    /** A named pipe, which would be waited at for ever. */
    FIFO,
    /** A socket. */
    SOCKET,
    /** A device. */
    DEVICE,
    /** A link that leads to itself, to a folder around it, or nowhere. */
    BROKEN_LINK,
    /** A link that leads out of the input folder. */
    LINK_OUTSIDE,
    /** No body remains after header, byline and credit lines. */
    NO_BODY,
    /** The analysis failed on this text: a fault of the program, not of the record. */
    ANALYSIS_FAILED;

    /** {@return the code as the tables show it: {@code too-large}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
