package pullquote.dispatch;

/**
 * Where a raw dispatch came from, and how its bytes were read.
 *
 * @param sourceUri the file, relative to the input folder, with {@code #n} added for record n of a file of many
 * @param recordNo 0 for a file that is one dispatch, else the record's number in the file, counted from 1
 * @param sourceSha256 SHA-256 of the record's bytes as received (of the file, where the file is one dispatch), hex
 * @param format how the file was read: {@code txt}, {@code multi}, {@code jsonl}; {@code +gz} is added for a compressed one
 * @param charset what the bytes were decoded from
 * @param charsetEvidence how the charset was decided: {@code bom}, {@code valid-utf8}, {@code detected},
 *     {@code assumed}, {@code declared}
 */
public record Provenance(
        String sourceUri, int recordNo, String sourceSha256, String format, String charset, String charsetEvidence) {}
