/** Files to raw dispatches: decompression, framing, decoding and limits. The only reader of input bytes. */
@NullMarked
package pullquote.intake;

import org.jspecify.annotations.NullMarked;
