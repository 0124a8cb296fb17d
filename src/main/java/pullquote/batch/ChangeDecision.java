package pullquote.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pullquote.batch.EarlierDispatches.Earlier;
import pullquote.batch.Ledger.KnownFile;
import pullquote.batch.SupersessionLedger.Delivered;
import pullquote.batch.SupersessionLedger.PartKey;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.Edition;
import pullquote.dispatch.RawDispatch;
import pullquote.dispatch.TextIdentity;
import pullquote.intake.Incoming;
import pullquote.intake.InputFile;
import pullquote.intake.Intake;

/**
 * Decides what files that are read again do to the dispatches that they delivered before. It reads the files, the ledger
 * and the published tables, and writes nothing.
 *
 * <p>Files are decided together, some thousand old dispatches at a time, so that each published file set is read once.
 * What is kept in memory is 16 to 32 bytes for each record of one file, and the sketches of the old dispatches that their
 * files no longer hold.
 */
final class ChangeDecision {
    /** About how many old dispatches are looked up together; a single file may have more. */
    private static final int GROUP = 20_000;

    private final JobSettings settings;
    private final Ledger runs;
    private final SupersessionLedger ledger;
    private final Path root;
    private final Consumer<FileChange> taker;
    private final List<Open> open = new ArrayList<>();
    private int lookUps;
    private @Nullable DispatchParser parser;

    /**
     * @param root the folder that the files are relative to
     * @param taker is handed each file's decision
     */
    ChangeDecision(JobSettings settings, Ledger runs, Path root, Consumer<FileChange> taker) {
        this.settings = settings;
        this.runs = runs;
        this.ledger = new SupersessionLedger(runs.jdbc());
        this.root = root;
        this.taker = taker;
    }

    /**
     * A file whose old dispatches are to be looked up.
     *
     * @param gone dispatches that it delivered and no longer holds
     * @param kept dispatches that it delivered and holds, to be extracted again
     * @param othersGone whether it no longer holds a text that another file delivered first
     */
    private record Open(
            KnownFile known, InputFile file, List<Delivered> gone, List<Delivered> kept, boolean othersGone) {}

    /** Decides a file that has changed. */
    void changed(KnownFile known, InputFile file) {
        decide(known, file, false);
    }

    /** Decides a file, changed or not, all of whose dispatches are to be extracted again. */
    void extractAgain(KnownFile known, InputFile file) {
        decide(known, file, true);
    }

    private void decide(KnownFile known, InputFile file, boolean isExtractedAgain) {
        TextIds held = new TextIds();
        eachText(file, (text, raw) -> held.add(text));
        List<Delivered> gone = new ArrayList<>();
        List<Delivered> kept = new ArrayList<>();
        TextIds own = new TextIds();
        ledger.eachDelivered(known.fileId(), delivered -> {
            own.add(delivered.text());
            if (held.contains(delivered.text())) {
                if (isExtractedAgain) {
                    kept.add(delivered);
                }
            } else if (delivered.isLatest() || settings.onChange() == OnChange.REPLACE) {
                gone.add(delivered);
            }
        });
        boolean[] othersGone = new boolean[1];
        ledger.eachLatest(known.fileId(), text -> othersGone[0] |= !own.contains(text) && !held.contains(text));
        if (isExtractedAgain || (settings.onChange() == OnChange.AUTO && !gone.isEmpty())) {
            open.add(new Open(known, file, gone, kept, othersGone[0]));
            lookUps += gone.size() + kept.size();
            if (lookUps >= GROUP) {
                end();
            }
        } else {
            taker.accept(new FileChange(known, file, dropped(known, gone), isReused(gone.size(), othersGone[0])));
        }
    }

    /** {@return what goes without a look at what comes: all, or nothing} */
    private List<Supersession> dropped(KnownFile known, List<Delivered> gone) {
        return settings.onChange() == OnChange.REPLACE
                ? gone.stream()
                        .map(old -> new Supersession(old.text(), Optional.empty(), known.version() + 1, false))
                        .toList()
                : List.of();
    }

    private boolean isReused(int staying, boolean othersGone) {
        return settings.onChange() != OnChange.REPLACE && (staying > 0 || othersGone);
    }

    /** Decides the files that wait. */
    void end() {
        Map<PartKey, Set<String>> texts = new LinkedHashMap<>();
        for (Open file : open) {
            if (settings.onChange() == OnChange.AUTO) {
                file.gone()
                        .forEach(old -> texts.computeIfAbsent(old.part(), p -> new HashSet<>())
                                .add(old.text()));
            }
            file.kept()
                    .forEach(old -> texts.computeIfAbsent(old.part(), p -> new HashSet<>())
                            .add(old.text()));
        }
        EarlierDispatches earlier = new EarlierDispatches(settings.output(), runs);
        try {
            earlier.read(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        open.forEach(file -> taker.accept(decided(file, earlier)));
        open.clear();
        lookUps = 0;
    }

    private FileChange decided(Open file, EarlierDispatches earlier) {
        List<Supersession> superseded = new ArrayList<>(dropped(file.known(), file.gone()));
        for (Delivered old : file.kept()) {
            Earlier row = earlier.get(old.text());
            superseded.add(new Supersession(old.text(), Optional.of(old.text()), row.version(), row.isReused()));
        }
        int staying = file.gone().size();
        if (settings.onChange() == OnChange.AUTO && staying > 0) {
            List<Earlier> olds =
                    file.gone().stream().map(old -> earlier.get(old.text())).toList();
            Map<Integer, String> best = new TreeMap<>(match(file, olds));
            best.forEach((number, text) -> {
                Earlier row = olds.get(number);
                superseded.add(new Supersession(
                        file.gone().get(number).text(), Optional.of(text), row.version() + 1, row.isReused()));
            });
            staying -= best.size();
        }
        return new FileChange(file.known(), file.file(), superseded, isReused(staying, file.othersGone()));
    }

    private Map<Integer, String> match(Open file, List<Earlier> olds) {
        EditionMatch match =
                new EditionMatch(olds.stream().map(Earlier::edition).toList());
        TextIds seen = new TextIds();
        ledger.eachLatest(file.known().fileId(), seen::add);
        eachText(file.file(), (text, raw) -> {
            if (!seen.contains(text)) {
                seen.add(text);
                edition(raw).ifPresent(edition -> match.offer(text, edition));
            }
        });
        return match.best();
    }

    private Optional<Edition> edition(RawDispatch raw) {
        DispatchParser ready = parser;
        if (ready == null) {
            ready = new DispatchParser(settings.dispatch());
            parser = ready;
        }
        return raw.text().isBlank() ? Optional.empty() : ready.parse(raw).map(Edition::of);
    }

    /** Takes a record's text. */
    private interface TextTaker {
        void take(String textId, RawDispatch raw);
    }

    /** Hands over the texts of a file; one that can't be read has none. */
    private void eachText(InputFile file, TextTaker taker) {
        try (Intake intake = Intake.open(file, root, settings.intake())) {
            for (Optional<Incoming> next = intake.next(); next.isPresent(); next = intake.next()) {
                if (next.get() instanceof Incoming.Received received) {
                    taker.take(TextIdentity.of(received.raw().text()), received.raw());
                }
            }
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
