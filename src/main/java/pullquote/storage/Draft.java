package pullquote.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * A snapshot being put together, out of any reader's sight.
 *
 * <p>Each step can be done again: after a crash, make the draft anew and add the same files. Files are linked, not
 * moved, so that the staged ones are there until the batch removes them.
 */
public final class Draft {
    private final SnapshotStore store;
    private final String id;
    private final Set<String> tables;
    private final Path directory;

    Draft(SnapshotStore store, String id, Set<String> tables, Path directory) {
        this.store = store;
        this.id = id;
        this.tables = new TreeSet<>(tables);
        this.directory = directory;
    }

    /** {@return the snapshot's id} */
    public String id() {
        return id;
    }

    /**
     * Puts a file into a table under its own name: one of an older snapshot, or a staged one. It is not copied where
     * the file system knows hard links, and stays where it is as well.
     *
     * @param file a file whose name no other file of the table ever had. Nobody may change it in place any more: that
     *     would change what was published
     * @throws IllegalArgumentException if the snapshot has no such table, or the file's name does not end in
     *     {@code .parquet}
     * @throws java.nio.file.FileAlreadyExistsException if another file has the name
     */
    public void add(String table, Path file) throws IOException {
        if (!tables.contains(table)) {
            throw new IllegalArgumentException("Expected one of the tables " + tables + " but found " + table);
        }
        Path name = file.getFileName();
        if (name == null || !name.toString().matches("[0-9A-Za-z][^/]*\\.parquet")) {
            throw new IllegalArgumentException("Expected a visible name ending in .parquet but found " + file);
        }
        store.disk().makeDirectories(directory.resolve(table));
        store.disk().link(file, directory.resolve(table).resolve(name.toString()), store.scratch("copy-" + id));
    }

    /**
     * Moves this snapshot to its place among the others; {@code current} still leads to the old one. Sealing one that was
     * sealed but never switched to replaces it; one that is current stays as it is.
     *
     * @throws IllegalStateException if a table has no file
     */
    public void seal() throws IOException {
        if (store.current().filter(current -> current.id().equals(id)).isPresent()) {
            return;
        }
        requireFiles();
        syncAll();
        Path target = store.directory(id);
        store.disk().touch(directory, store.now());
        store.retire(target);
        store.disk().rename(directory, target);
        store.disk().sync(target.resolveSibling("."));
    }

    private void requireFiles() throws IOException {
        for (String table : tables) {
            if (Snapshot.files(directory, table).isEmpty()) {
                throw new IllegalStateException(
                        "Expected at least one file of table " + table + " in snapshot " + id + " but found none");
            }
        }
    }

    private void syncAll() throws IOException {
        for (String table : tables) {
            for (Path file : Snapshot.files(directory, table)) {
                store.disk().sync(file);
            }
            store.disk().sync(directory.resolve(table));
        }
        store.disk().sync(directory);
    }
}
