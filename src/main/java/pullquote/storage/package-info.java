/** Parquet files and snapshots: write, verify, publish, prune. Knows records, not what they mean. */
@NullMarked
package pullquote.storage;

import org.jspecify.annotations.NullMarked;
