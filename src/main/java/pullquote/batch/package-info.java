/** The batch job: plan, extract, publish, report, on Spring Batch. */
@NullMarked
package pullquote.batch;

import org.jspecify.annotations.NullMarked;
