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
    /** The file could not be opened or read to its end. */
    UNREADABLE,
    /** A compressed file ends too early or is damaged. */
    DAMAGED_GZIP,
    /** The record is longer than the job allows. */
    TOO_LARGE,
    /** A line of a JSON Lines file is not a JSON object with the mapped text field. */
    MALFORMED_JSON,
    /** No format of the job matches the file's name. */
    UNKNOWN_FORMAT,
    /** A folder entry that is no regular file, or a link that leads out of the input folder. */
    NOT_A_FILE,
    /** No body remains after header, byline and credit lines. */
    NO_BODY,
    /** The analysis failed on this text: a fault of the program, not of the record. */
    ANALYSIS_FAILED;

    /** {@return the code as the tables show it: {@code too-large}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
