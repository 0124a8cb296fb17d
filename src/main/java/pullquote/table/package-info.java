/** The published tables as flat rows, and what each column means. */
@NullMarked
package pullquote.table;

import org.jspecify.annotations.NullMarked;
