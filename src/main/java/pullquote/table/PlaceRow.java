package pullquote.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place that a dispatch names. */
public record PlaceRow(
        @Column("the dispatch") String dispatchId,

        @Column("number in the dispatch, from 1; the dateline's place comes first")
        int seq,

        @Column("fullest form of the name in the dispatch") String name,

        @Column("where it is named, as code points of the body")
        List<SpanRow> spans,

        @Column("ISO 3166 code of its country; null if not known") @Nullable
        String country) {}
