package pullquote.analysis;

/** What became of one raw dispatch. */
public sealed interface Outcome permits AnnotatedDispatch, Rejected {}
