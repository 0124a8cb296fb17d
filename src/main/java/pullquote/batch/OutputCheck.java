package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import pullquote.batch.FileLedger.Held;
import pullquote.storage.Snapshot;
import pullquote.storage.SnapshotStore;
import pullquote.table.Table;

/** Compares what is published with what the job repository tells of it, before a run adds to either. */
final class OutputCheck {
    /** The command that mends whatever is found here. */
    static final String MEND = "make it anew from the published tables with: jobs/pullquote run --rebuild-state";

    private final JobSettings settings;
    private final SnapshotStore store;

    OutputCheck(JobSettings settings) {
        this.settings = settings;
        this.store = new SnapshotStore(settings.output());
    }

    /** An output that holds snapshots but whose state is gone must not be filled anew from nothing. */
    void refuseLostState() {
        Path state = JobDatabase.file(settings.state());
        if (!JobDatabase.exists(settings.state()) && isPublished()) {
            throw new BatchFailedException("expected the job repository of " + settings.output() + " at " + state
                    + " but found none; give its folder with --state DIR, or " + MEND);
        }
    }

    /** {@return whether there is any snapshot} */
    boolean isPublished() {
        try {
            return Files.exists(settings.output().resolve("current"), LinkOption.NOFOLLOW_LINKS)
                    || !store.list().isEmpty();
        } catch (IOException unreadable) {
            throw Failures.of("can't read " + settings.output(), unreadable);
        }
    }

    /** Files are moved into their place by renaming, which no other file system can do. */
    void refuseOtherFileSystem() {
        for (String folder : new String[] {"staging", "snapshots"}) {
            Path path = settings.output().resolve(folder);
            try {
                if (Files.exists(path)
                        && !Files.getFileStore(path.toRealPath())
                                .equals(Files.getFileStore(settings.output().toRealPath()))) {
                    throw new BatchFailedException("expected " + path + " on the same file system as "
                            + settings.output() + " but found another; move it there, then run again");
                }
            } catch (IOException unreadable) {
                throw Failures.of("can't read " + path, unreadable);
            }
        }
    }

    /** A state that tells of other snapshots than the output holds would leave out what is not there. */
    void refuseOtherState(Ledger ledger, FileLedger files) {
        Optional<String> told = ledger.lastPublished();
        Optional<Snapshot> found = current();
        Optional<String> id = found.map(Snapshot::id);
        boolean cutShort = id.isPresent() && ledger.isUnpublished(id.get());
        if (cutShort) {
            return;
        }
        if (!told.equals(id)) {
            throw new BatchFailedException("expected the snapshot that " + settings.state() + " tells of, "
                    + told.orElse("none") + ", to be current in " + settings.output() + " but found "
                    + id.orElse("none") + "; give the state of this output with --state DIR, or " + MEND);
        }
        if (found.isPresent()) {
            refuseDamage(found.get(), files);
        }
    }

    /** {@return whether the current snapshot's files are others than those that are known} */
    boolean isDamaged(FileLedger files) {
        try {
            current().ifPresent(snapshot -> refuseDamage(snapshot, files));
            return false;
        } catch (BatchFailedException damaged) {
            return true;
        }
    }

    private static void refuseDamage(Snapshot snapshot, FileLedger files) {
        try {
            TreeSet<Path> strange = new TreeSet<>();
            for (Table table : Table.values()) {
                strange.addAll(snapshot.files(table.tableName()));
            }
            for (Held file : files.snapshot()) {
                Path path = pathOf(snapshot, file);
                long bytes = file.fingerprint().bytes();
                if (!strange.remove(path)) {
                    throw damage(path + " with " + bytes + " bytes but found none");
                }
                if (Files.size(path) != bytes) {
                    throw damage(path + " with " + bytes + " bytes but found " + Files.size(path));
                }
            }
            if (!strange.isEmpty()) {
                throw damage("only published files but found " + strange.first());
            }
        } catch (NoSuchFileException gone) {
            throw damage(gone.getMessage() + " but found none");
        } catch (IOException unreadable) {
            throw Failures.of("can't read " + snapshot.directory(), unreadable);
        }
    }

    private static BatchFailedException damage(String expectedAndFound) {
        return new BatchFailedException("expected " + expectedAndFound
                + "; read what is lost again and make the snapshot whole with: jobs/pullquote run --rebuild-state");
    }

    static Path pathOf(Snapshot snapshot, Held file) {
        return snapshot.directory().resolve(file.table().tableName()).resolve(file.name());
    }

    /** {@return the snapshot that readers see} */
    Optional<Snapshot> current() {
        try {
            return store.current();
        } catch (IOException broken) {
            throw new BatchFailedException(broken.getMessage() + "; " + MEND, broken);
        }
    }
}
