package pullquote.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attribution: who said what. */
public record QuotationRow(
        @Column("identity: the dispatch's and the number in it")
        String quotationId,

        @Column("the dispatch") String dispatchId,
        @Column("number in the dispatch, from 1") int seq,

        @Column("the dispatch's instant of publication") @Nullable
        Instant publishedAt,

        @Column("direct, indirect or mixed") String kind,

        @Column("class of the speech act: said, wrote, denied, refused, ruled …; thought and planned are no statements")
        String act,

        @Column(
                value =
                        "whether it is a statement; false for thoughts, plans and attitudes, which no one is reported to have said",
                before = "true")
        boolean communicative,

        @Column("what was said: its pieces, joined by one space; white space folded")
        String content,

        @Column("the pieces, as code points of the body") List<SpanRow> contentSpans,

        @Column("the words that attribute it; null for a continued quotation") @Nullable
        String cue,

        @Column("the cue's base form: say, accord") @Nullable
        String cueLemma,

        @Column("where the cue stands") List<SpanRow> cueSpans,

        @Column("the words that name who said it; null if no one is named") @Nullable
        String source,

        @Column("where the source stands") List<SpanRow> sourceSpans,

        @Column("name, pronoun, description, document or none")
        String sourceForm,

        @Column("full names of the speakers; empty if not resolved")
        List<String> speakers,

        @Column(
                "their person_id, in the same order; a place that speaks for its government has an id but no row in persons")
        List<String> speakerIds,

        @Column(
                "the probability that speakers holds the right names and no others, 0 to 1; null where speakers is empty "
                        + "and in rows from before this column")
        @Nullable
        Double speakerConfidence,

        @Column("how the speakers are known: name (the source names them), pronoun, description (of a person whom the "
                + "dispatch names), organization (a description of a body or country that it names), continued (who "
                + "spoke before); null where speaker_confidence is")
        @Nullable
        String speakerBasis,

        @Column("to whom it was said, as printed") @Nullable String addressee,

        @Column("at whom an accusation or a demand is aimed, as printed") @Nullable
        String target,

        @Column(value = "their person_id; empty if not resolved", before = "")
        List<String> targetIds,

        @Column("the outlet that relayed it, if it is not the source") @Nullable
        String via,

        @Column("day of utterance; null if unknown") @Nullable
        LocalDate saidOn,

        @Column("its TIMEX3 value") @Nullable String saidOnValue,

        @Column("what the day was read from: stated (the words next to the cue), event (the day of what the dispatch "
                + "reports), dateline or published (no more than the news day, counted from there); null without a day")
        @Nullable
        String saidOnBasis,

        @Column("the probability that said_on is right, 0 to 1; null without a day and in rows from before this column")
        @Nullable
        Double saidOnConfidence,

        @Column("the quotation_id of the attribution whose content holds this one") @Nullable
        String outerQuotationId,

        @Column("carried over from the sentence before, with no cue of its own")
        boolean continued,

        @Column("how sure the row is, 0 to 1") double confidence,
        @Column("what decided") String rule) {}
