/** Spans, offsets, decoding, sentences and tokens: what every other part of the core stands on. */
@NullMarked
package pullquote.text;

import org.jspecify.annotations.NullMarked;
