package pullquote.table;

import org.jspecify.annotations.Nullable;

/** One person's part in a dispatch. */
public record BylineRow(
        @Column("the dispatch") String dispatchId,
        @Column("number in the dispatch, from 1") int seq,
        @Column("name in normal case") String name,

        @Column("writer, reporter, editor, photographer or translator")
        String role,

        @Column("job title as printed") @Nullable String title,
        @Column("employer, where stated") @Nullable String organization,
        @Column("the line it was read from") String raw) {}
