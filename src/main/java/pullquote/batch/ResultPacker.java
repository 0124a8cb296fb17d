package pullquote.batch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.storage.PackedRows;
import pullquote.storage.RowPacker;
import pullquote.table.BylineRow;
import pullquote.table.DispatchRow;
import pullquote.table.DispatchRows;
import pullquote.table.PersonRow;
import pullquote.table.PlaceRow;
import pullquote.table.QuotationRow;
import pullquote.table.RejectRow;
import pullquote.table.Table;
import pullquote.table.TimexRow;

/** Packs the rows of one record after the other. Not safe for use by many threads. */
final class ResultPacker {
    private final RowPacker<DispatchRow> dispatches = new RowPacker<>(Schemas.of(Table.DISPATCHES));
    private final RowPacker<QuotationRow> quotations = new RowPacker<>(Schemas.of(Table.QUOTATIONS));
    private final RowPacker<PersonRow> persons = new RowPacker<>(Schemas.of(Table.PERSONS));
    private final RowPacker<PlaceRow> places = new RowPacker<>(Schemas.of(Table.PLACES));
    private final RowPacker<TimexRow> timexes = new RowPacker<>(Schemas.of(Table.TIMEXES));
    private final RowPacker<BylineRow> bylines = new RowPacker<>(Schemas.of(Table.BYLINES));
    private final RowPacker<RejectRow> rejects = new RowPacker<>(Schemas.of(Table.REJECTS));

    ResultRows pack(DispatchRows rows) {
        Map<Table, PackedRows> tables = new EnumMap<>(Table.class);
        put(tables, Table.DISPATCHES, dispatches.pack(List.of(rows.dispatch())));
        put(tables, Table.QUOTATIONS, quotations.pack(rows.quotations()));
        put(tables, Table.PERSONS, persons.pack(rows.persons()));
        put(tables, Table.PLACES, places.pack(rows.places()));
        put(tables, Table.TIMEXES, timexes.pack(rows.timexes()));
        put(tables, Table.BYLINES, bylines.pack(rows.bylines()));
        return new ResultRows(Optional.ofNullable(rows.dispatch().publishedAt()).orElse(Instant.MAX), tables);
    }

    ResultRows pack(RejectRow row) {
        return new ResultRows(Instant.MAX, Map.of(Table.REJECTS, rejects.pack(List.of(row))));
    }

    private static void put(Map<Table, PackedRows> tables, Table table, PackedRows rows) {
        if (rows.count() > 0) {
            tables.put(table, rows);
        }
    }
}
