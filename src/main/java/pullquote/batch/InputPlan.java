package pullquote.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import pullquote.batch.Ledger.KnownFile;
import pullquote.intake.InputFile;

/** What a run reads of the input as it is now, and what that does to what is published; decided by looking alone. */
final class InputPlan {
    /** SHA-256 of nothing. */
    private static final String NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final JobSettings settings;
    private final Ledger ledger;
    private final Clock clock;

    InputPlan(JobSettings settings, Ledger ledger, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Takes what was decided, file by file. */
    interface Taker {
        /** A file that has never been read. */
        void fresh(InputFile file);

        /** A file that is to be read again as what it was. */
        void again(KnownFile known, InputFile file);

        /** A file that is to be read again because it has changed. */
        void changed(KnownFile known, InputFile file);

        /** A file whose time of change moved while its bytes did not, which is not read. */
        void touched(KnownFile known, InputFile file);

        /** What one of the files that are read again does to the dispatches that it delivered. */
        void decided(FileChange change);
    }

    /**
     * Hands over the files in the order in which they are read; the decisions on changed ones come later.
     *
     * @return how many files were found changing
     */
    long each(Taker taker) {
        ChangeDecision decision = new ChangeDecision(settings, ledger, settings.input(), taker::decided);
        Set<Long> first = ledger.isRebuilt() ? eachRebuilt(taker, decision) : Set.of();
        boolean isElsewhere = ledger.isElsewhere(settings.source(), settings.input());
        long unsettled = scan().forEach(file -> {
            Optional<KnownFile> known = ledger.known(settings.source(), file.uri());
            if (known.isEmpty()) {
                taker.fresh(file);
            } else if (!first.contains(known.get().fileId())) {
                known(known.get(), file, isElsewhere, taker, decision);
            }
        });
        decision.end();
        return unsettled;
    }

    private static void known(
            KnownFile known, InputFile file, boolean isElsewhere, Taker taker, ChangeDecision decision) {
        if (known.version() == 0) {
            // planned before, by a run that was given up
            taker.again(known, file);
        } else if (isToRead(file, known, isElsewhere)) {
            taker.changed(known, file);
            decision.changed(known, file);
        } else if (isAnother(file, known)) {
            taker.touched(known, file);
        }
    }

    /**
     * Hands over the files that are known from the published tables alone and whose digest is not known. They are read
     * again before all others: what they delivered first is not handed to a file that repeated it.
     */
    private Set<Long> eachRebuilt(Taker taker, ChangeDecision decision) {
        Set<Long> handed = new HashSet<>();
        scan().forEach(file -> ledger.known(settings.source(), file.uri())
                .filter(known -> known.isRebuilt() && known.sha256().isEmpty())
                .ifPresent(known -> {
                    taker.again(known, file);
                    decision.changed(known, file);
                    handed.add(known.fileId());
                }));
        return handed;
    }

    private InputScan scan() {
        return scan(settings, clock);
    }

    static InputScan scan(JobSettings settings, Clock clock) {
        return new InputScan(
                settings.input(),
                Set.of(settings.output(), settings.state()),
                settings.ignore(),
                settings.settle(),
                clock);
    }

    /**
     * {@return whether a file that is known has other bytes than when it was read, or could not be read then}
     *
     * @param isElsewhere whether the source's files were in another folder then: length and time say nothing
     */
    private static boolean isToRead(InputFile file, KnownFile known, boolean isElsewhere) {
        if (!isElsewhere && !isAnother(file, known)) {
            return isReadableNow(file, known);
        }
        boolean isSame = (file.size() == known.size() || known.isRebuilt())
                && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && sha256(file.path()).equals(known.sha256());
        return !isSame;
    }

    static boolean isAnother(InputFile file, KnownFile known) {
        return file.size() != known.size() || file.modified() != known.modified();
    }

    /** A file that could not be opened is read once it can be: leave to read is given without a trace in its time. */
    private static boolean isReadableNow(InputFile file, KnownFile known) {
        return file.size() > 0
                && known.sha256().equals(NO_BYTES)
                && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)
                && Files.isReadable(file.path());
    }

    private static String sha256(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
