package pullquote.report;

/** What a run spends its time on, in the order in which it comes to it. */
public enum Stage {
    /** Listing the input and freezing the manifest. */
    PLAN,
    /** Bytes to records: reading, decompression, decoding, identity of the text. */
    READ,
    /** Asking the ledger which texts are known. */
    LOOK_UP,
    /** Header, byline, dateline and body. */
    PARSE,
    /** Time expressions. */
    DATES,
    /** Attributions, speakers and their days. */
    QUOTATIONS,
    /** Rows of the tables. */
    ROWS,
    /** Parquet files. */
    WRITE,
    /** Transactions, the job repository and the ledger while splits are worked on. */
    BOOKKEEPING,
    /** Verifying, building and switching to the snapshot, and making it known in the ledger. */
    PUBLISH,
    /** Clearing up. */
    REPORT
}
