package pullquote.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person or organisation that a dispatch names. */
public record PersonRow(
        @Column("identity of the name: the same in all dispatches")
        String personId,

        @Column("the dispatch") String dispatchId,

        @Column("fullest form of the name in the dispatch, without titles")
        String name,

        @Column("other forms of it there") List<String> aliases,
        @Column("title or post as printed") @Nullable String title,

        @Column("body or country it belongs to, where stated") @Nullable
        String affiliation,

        @Column("person or organization") String kind,
        @Column("how often it is named, pronouns left out") int mentions,

        @Column(value = "where it is named, as code points of the body", before = "")
        List<SpanRow> mentionsSpans) {}
