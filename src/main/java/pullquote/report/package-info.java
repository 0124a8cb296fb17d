/** Counters, the progress line and the end summary. */
@NullMarked
package pullquote.report;

import org.jspecify.annotations.NullMarked;
