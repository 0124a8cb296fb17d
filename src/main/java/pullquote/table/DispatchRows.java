package pullquote.table;

import java.util.List;

/**
 * All rows of one accepted dispatch.
 *
 * @param dispatch the dispatch itself
 * @param quotations its attributions
 * @param persons the persons and organisations it names
 * @param places the places it names
 * @param timexes its time expressions
 * @param bylines who is credited
 */
public record DispatchRows(
        DispatchRow dispatch,
        List<QuotationRow> quotations,
        List<PersonRow> persons,
        List<PlaceRow> places,
        List<TimexRow> timexes,
        List<BylineRow> bylines) {}
