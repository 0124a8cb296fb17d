/** Time expressions of the body, found and normalised to TIMEX3 against a reference time. */
@NullMarked
package pullquote.time;

import org.jspecify.annotations.NullMarked;
