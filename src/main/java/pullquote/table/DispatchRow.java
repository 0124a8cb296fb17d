package pullquote.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dispatch. */
public record DispatchRow(
        @Column("identity of the text: the first 128 bits of its SHA-256, hex")
        String dispatchId,

        @Column("the run that published the row") String runId,

        @Column("file relative to the input folder; #n is record n of a file of many")
        String sourceUri,

        @Column("SHA-256 of the bytes as received, hex") String sourceSha256,

        @Column("how the file was read: txt, multi, jsonl; +gz if compressed")
        String format,

        @Column("agency in its usual spelling; null if not stated") @Nullable
        String provider,

        @Column("the provider's own identifier; null if none") @Nullable
        String guid,

        @Column("1, or one more than that of the dispatch of the same file that it superseded")
        int version,

        @Column("usable, corrected, withheld or canceled") String pubStatus,

        @Column("the newsroom's working title; null if none") @Nullable
        String slug,

        @Column("headline as printed; null if none") @Nullable
        String headline,

        @Column("byline and credit lines as printed; null if none") @Nullable
        String bylineRaw,

        @Column("language of the body, BCP 47; und if undecided") @Nullable
        String language,

        @Column("place of the dateline as printed; null without dateline") @Nullable
        String datelineRaw,

        @Column("place of the dateline in normal case") @Nullable
        String datelinePlace,

        @Column("its country, ISO 3166-1 alpha-2; null if the place is not known") @Nullable
        String datelineCountry,

        @Column("day of filing that the dateline prints, year inferred") @Nullable
        LocalDate datelineDate,

        @Column("instant of publication; null if no day is stated") @Nullable
        Instant publishedAt,

        @Column("day of publication in the dispatch's own zone") @Nullable
        LocalDate publishedDate,

        @Column("the words that state it") @Nullable String publishedRaw,

        @Column("its zone, and whether the text, the provider or the job's default set it") @Nullable
        String publishedZone,

        @Column("not to be published before; null if free") @Nullable
        Instant embargoUntil,

        @Column("the story with its dateline: a verbatim slice of the source text")
        String body,

        @Column("code point of the source text at which the body begins")
        int bodyStart,

        @Column("paragraphs of the body") int paragraphs,
        @Column("words of the body") int words,
        @Column("encoding that the bytes were decoded from") String charset,

        @Column("how it was decided: bom, valid-utf8, detected, assumed, declared")
        String charsetEvidence,

        @Column("what was odd, by name, empty for nothing: impossible-date, date-missing,"
                + " unknown-zone, header-not-understood (words of a header line that nothing is made of),"
                + " year-unknown (a dateline's day without a year, its date null), mojibake,"
                + " name-reused (its file held another dispatch before, which stays),"
                + " cues-passed-over (attributions too crowded to look into each) …")
        List<String> warnings) {}
