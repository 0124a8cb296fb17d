package pullquote.table;

/** A half-open stretch of {@code dispatches.body}, in Unicode code points. */
public record SpanRow(
        @Column("first code point") int start,
        @Column("code point after the last") int end) {}
