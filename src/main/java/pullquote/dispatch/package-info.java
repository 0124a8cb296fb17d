/** From raw text to a dispatch: header lines, headline, byline, dateline, body, and where it all came from. */
@NullMarked
package pullquote.dispatch;

import org.jspecify.annotations.NullMarked;
