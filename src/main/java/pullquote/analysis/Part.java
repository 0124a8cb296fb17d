package pullquote.analysis;

/** The parts of the analysis, in their order: a caller is told when each is done. */
public enum Part {
    DISPATCH,
    DATES,
    QUOTATIONS
}
