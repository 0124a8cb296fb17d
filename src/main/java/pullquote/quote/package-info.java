/** Attributions: who said what, by which words, and who that is. */
@NullMarked
package pullquote.quote;

import org.jspecify.annotations.NullMarked;
