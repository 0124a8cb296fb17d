package pullquote.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What dispatches are like, so that invented ones can be held against real ones. */
final class CorpusStatistics {
    private static final Pattern QUOTED = Pattern.compile("``.{1,800}?''|“.{1,800}?”|\"[^\"]{3,800}?\"", Pattern.DOTALL);
    private static final Pattern CUE = Pattern.compile(
            "\\b(said|says|told|asked|added|reported|according to|announced|claimed|noted|wrote)\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
    private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n|\n {2,3}");

    private final List<Integer> bytes = new ArrayList<>();
    private double quotedShare;
    private long quoting;
    private long quoted;
    private long cues;
    private long words;
    private long sentences;
    private long paragraphs;
    private long typewriter;
    private long curly;

    void add(String text) {
        bytes.add(text.getBytes(StandardCharsets.UTF_8).length);
        long chars = 0;
        long spans = 0;
        Matcher quotes = QUOTED.matcher(text);
        while (quotes.find()) {
            chars += quotes.end() - quotes.start() - 2;
            spans++;
        }
        quotedShare += (double) chars / text.length();
        quoting += spans > 0 ? 1 : 0;
        quoted += spans;
        cues += CUE.matcher(text).results().count();
        words += text.strip().split("\\s+").length;
        sentences += SENTENCE.split(text).length;
        paragraphs += PARAGRAPH.split(text).length;
        typewriter += text.contains("``") ? 1 : 0;
        curly += text.contains("“") ? 1 : 0;
    }

    /** {@return one line of the table that {@link #heading()} begins} */
    String row(String name) {
        List<Integer> sorted = bytes.stream().sorted().toList();
        double n = sorted.size();
        double mean = sorted.stream().mapToInt(Integer::intValue).average().orElse(0);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,d / %,d / %,d | %.0f | %.1f | %.1f | %.1f %% | %.0f %% | %.1f | %.1f | %.0f %% / %.0f %% |",
                name,
                sorted.size(),
                mean,
                sorted.get((int) (n * 0.1)),
                sorted.get((int) (n * 0.5)),
                sorted.get((int) (n * 0.9)),
                words / n,
                (double) words / sentences,
                paragraphs / n,
                100 * quotedShare / n,
                100 * quoting / n,
                quoted / n,
                cues / n,
                100 * typewriter / n,
                100 * curly / n);
    }

    static String heading() {
        return "| corpus | dispatches | bytes | 10th / 50th / 90th of 100 | words | words a sentence | paragraphs"
                + " | quoted text | with quotes | quotes | cues | typewriter / curly quotes |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";
    }
}
