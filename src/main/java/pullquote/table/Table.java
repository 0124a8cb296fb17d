package pullquote.table;

import java.util.Locale;

/** The published tables. */
public enum Table {
    DISPATCHES(DispatchRow.class, "one row per dispatch"),
    QUOTATIONS(QuotationRow.class, "one row per attribution: who said what, to whom, when and through whom"),
    PERSONS(PersonRow.class, "one row per person or organisation and dispatch"),
    PLACES(PlaceRow.class, "one row per place and dispatch"),
    TIMEXES(TimexRow.class, "one row per time expression of a body"),
    BYLINES(BylineRow.class, "one row per person credited in a dispatch"),
    REJECTS(RejectRow.class, "one row per record that could not become a dispatch"),
    RUNS(RunRow.class, "one row per run that published");

    /** Version of the columns, raised when one is added or changes its name, type or meaning. */
    public static final int SCHEMA_VERSION = 4;

    private final Class<? extends Record> row;
    private final String meaning;

    Table(Class<? extends Record> row, String meaning) {
        this.row = row;
        this.meaning = meaning;
    }

    /** {@return the table's name, as its folder is called} */
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Class<? extends Record> row() {
        return row;
    }

    /** {@return what a row stands for} */
    public String meaning() {
        return meaning;
    }
}
