/** The command line: options, job file, exit codes. */
@NullMarked
package pullquote.cli;

import org.jspecify.annotations.NullMarked;
