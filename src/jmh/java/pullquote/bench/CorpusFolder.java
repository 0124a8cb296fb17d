package pullquote.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A folder of invented dispatches, made once and kept for the next bench. */
final class CorpusFolder {
    private static final int IN_A_FILE = 2000;
    private static final int IN_A_FOLDER = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How dispatches lie in files. */
    enum Layout {
        /** A file each. */
        FILES,
        /** JSON Lines, two thousand a file. */
        LINES,
        /** All in one file of JSON Lines. */
        ONE
    }

    private CorpusFolder() {}

    /**
     * {@return the folder}
     *
     * @param under where such folders are kept
     */
    static Path make(Path under, long seed, long dispatches, Layout layout) throws IOException {
        Path folder = under.resolve(
                "corpus-" + seed + "-" + dispatches + "-" + layout.name().toLowerCase(Locale.ROOT));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        Files.createDirectories(half);
        Corpus corpus = new Corpus(seed);
        if (layout == Layout.FILES) {
            for (long i = 0; i < dispatches; i++) {
                Path day = half.resolve(String.format(Locale.ROOT, "%05d", i / IN_A_FOLDER));
                if (i % IN_A_FOLDER == 0) {
                    Files.createDirectories(day);
                }
                Files.writeString(day.resolve(String.format(Locale.ROOT, "%09d.txt", i)), corpus.dispatch(i));
            }
        } else {
            long inAFile = layout == Layout.ONE ? dispatches : IN_A_FILE;
            for (long first = 0; first < dispatches; first += inAFile) {
                Path file = half.resolve(String.format(Locale.ROOT, "%09d.jsonl", first));
                try (BufferedWriter out = Files.newBufferedWriter(file)) {
                    for (long i = first; i < Math.min(dispatches, first + inAFile); i++) {
                        out.write(JSON.writeValueAsString(new Line(i, corpus.dispatch(i))));
                        out.newLine();
                    }
                }
            }
        }
        Files.move(half, folder);
        return folder;
    }

    /**
     * A dispatch in JSON Lines.
     *
     * @param id its number
     * @param text its text
     */
    record Line(long id, String text) {}
}
