/**
 * Tables on disk: records as Parquet files, and snapshots that readers see as a whole or not at all.
 *
 * <p>{@link pullquote.storage.TableSchema} turns a record class into columns, {@link pullquote.storage.TableWriter},
 * {@link pullquote.storage.TableReader} and {@link pullquote.storage.TableFiles} work on single files,
 * {@link pullquote.storage.SnapshotStore} publishes the files of all tables together.
 */
@NullMarked
package pullquote.storage;

import org.jspecify.annotations.NullMarked;
