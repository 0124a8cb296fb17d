package pullquote.intake;

import java.util.Map;
import java.util.Optional;
import pullquote.analysis.RejectCode;
import pullquote.analysis.Rejected;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.text.Decoder;
import pullquote.text.Decoding;

/** What all records of one file have in common, and how their bytes become dispatches or rejects. */
record RecordContext(InputFile file, String format, int maxRecordBytes) {
    private static final int SAMPLE_CHARS = 200;

    Provenance at(int recordNo, String sha256, String charset, String evidence) {
        String uri = recordNo == 0 ? file.uri() : file.uri() + "#" + recordNo;
        return new Provenance(uri, recordNo, sha256, format, charset, evidence);
    }

    /** The text of a record, or its rejection. */
    Incoming decode(byte[] bytes, int recordNo, String sha256) {
        Decoding decoding = Decoder.decode(bytes);
        if (decoding instanceof Decoding.Decoded decoded) {
            return new Incoming.Received(new RawDispatch(
                    at(recordNo, sha256, decoded.charset(), decoded.evidence()), decoded.text(), Map.of()));
        }
        Decoding.Undecodable bad = (Decoding.Undecodable) decoding;
        return reject(
                recordNo,
                sha256,
                bad.binary() ? RejectCode.BINARY : RejectCode.UNDECODABLE,
                "Expected text but found " + bad.detail(),
                Optional.empty());
    }

    Incoming tooLarge(int recordNo, String sha256) {
        return reject(
                recordNo,
                sha256,
                RejectCode.TOO_LARGE,
                "Expected at most " + maxRecordBytes + " bytes a record (input.max_record_bytes) but found more",
                Optional.empty());
    }

    Incoming reject(int recordNo, String sha256, RejectCode code, String sentence, Optional<String> sample) {
        Provenance at = at(recordNo, sha256, "", "");
        return new Incoming.Unreadable(new Rejected(
                at,
                code,
                sentence + " in " + at.sourceUri(),
                sample.map(text -> text.substring(0, Math.min(text.length(), SAMPLE_CHARS)))));
    }
}
