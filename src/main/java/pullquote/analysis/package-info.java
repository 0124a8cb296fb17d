/** The library's front door: one raw dispatch in, one outcome out. */
@NullMarked
package pullquote.analysis;

import org.jspecify.annotations.NullMarked;
