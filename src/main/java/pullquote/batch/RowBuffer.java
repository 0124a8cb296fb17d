package pullquote.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.table.DispatchRows;
import pullquote.table.QuotationRow;
import pullquote.table.Table;

/** The rows that a worker has gathered for its next file set. */
final class RowBuffer {
    /** Rows without a time of publication come last. */
    private static final Comparator<DispatchRows> BY_PUBLICATION = Comparator.comparing(
            rows -> Optional.ofNullable(rows.dispatch().publishedAt()).orElse(Instant.MAX));

    private final List<DispatchRows> dispatches = new ArrayList<>();
    private final List<Record> rejects = new ArrayList<>();
    private long chars;

    void add(Result result) {
        result.rows().ifPresent(rows -> {
            dispatches.add(rows);
            chars += size(rows);
        });
        result.reject().ifPresent(rejects::add);
    }

    /** About how much text the rows hold, in characters. */
    long chars() {
        return chars;
    }

    boolean isEmpty() {
        return dispatches.isEmpty() && rejects.isEmpty();
    }

    /** {@return the rows by table, sorted by time of publication, then in the order of the input} */
    Map<Table, List<? extends Record>> sorted() {
        // a stable sort: what was published at the same time keeps the order of the input
        dispatches.sort(BY_PUBLICATION);
        Map<Table, List<? extends Record>> tables = new EnumMap<>(Table.class);
        tables.put(
                Table.DISPATCHES,
                dispatches.stream().map(DispatchRows::dispatch).toList());
        tables.put(Table.QUOTATIONS, flat(DispatchRows::quotations));
        tables.put(Table.PERSONS, flat(DispatchRows::persons));
        tables.put(Table.TIMEXES, flat(DispatchRows::timexes));
        tables.put(Table.BYLINES, flat(DispatchRows::bylines));
        tables.put(Table.REJECTS, List.copyOf(rejects));
        return tables;
    }

    void clear() {
        dispatches.clear();
        rejects.clear();
        chars = 0;
    }

    private <R extends Record> List<R> flat(java.util.function.Function<DispatchRows, List<R>> part) {
        List<R> all = new ArrayList<>();
        dispatches.forEach(rows -> all.addAll(part.apply(rows)));
        return all;
    }

    private static long size(DispatchRows rows) {
        long chars = rows.dispatch().body().length() + 200L;
        for (QuotationRow quotation : rows.quotations()) {
            chars += quotation.content().length() + 200L;
        }
        return chars
                + 100L
                        * (rows.timexes().size()
                                + rows.persons().size()
                                + rows.bylines().size());
    }
}
