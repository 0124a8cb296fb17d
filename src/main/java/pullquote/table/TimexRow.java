package pullquote.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One time expression of a body. */
public record TimexRow(
        @Column("the dispatch") String dispatchId,
        @Column("number in the dispatch, from 1") int seq,
        @Column("first code point in the body") int start,
        @Column("code point after the last") int end,
        @Column("the expression as printed") String text,
        @Column("DATE, TIME, DURATION or SET") String type,
        @Column("TIMEX3 value") String value,

        @Column("what it was counted from; null for an absolute one") @Nullable
        String anchor,

        @Column("first day that it covers; null without a place on the calendar") @Nullable
        LocalDate fromDate,

        @Column("last day that it covers") @Nullable LocalDate toDate,
        @Column("what decided") String rule) {}
