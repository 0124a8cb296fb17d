package pullquote.bench;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented dispatches, as many as are wanted, the same for the same seed on any machine.
 *
 * <p>Their shapes are those of three wires: hard lines with typewriter quotes, as agencies sent them in the eighties;
 * monitored copy with straight quotes; and one line a paragraph with credits at the end. {@link CorpusStatistics} tells how near
 * they come to real ones.
 */
final class Corpus {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LINE = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
    private static final LocalDateTime FIRST = LocalDateTime.of(2007, 1, 1, 0, 0);
    private static final int LINE_WIDTH = 66;

    private final Vocabulary words = Vocabulary.load();
    private final long seed;

    Corpus(long seed) {
        this.seed = seed;
    }

    /** {@return a dispatch's text; each number has another} */
    String dispatch(long number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Prose prose = new Prose(words, random);
        int length = (int) Math.max(900, Math.min(3900, 2420 + 620 * random.nextGaussian()));
        LocalDateTime filed = FIRST.plusMinutes(number * 5 + random.nextInt(5));
        int wire = random.nextInt(100);
        return wire < 45
                ? eighties(prose, random, filed, length)
                : wire < 80 ? monitored(prose, random, filed, length) : modern(prose, random, filed, length);
    }

    private String eighties(Prose prose, SplittableRandom random, LocalDateTime filed, int length) {
        StringBuilder text = new StringBuilder(length + 400);
        text.append(title(prose.headline())).append("\n\nSource: MP| ").append(DAY.format(filed));
        String dateline = words.any("place", random).toUpperCase(Locale.ROOT) + " (MP) -- ";
        text.append("\n\n");
        String lead = dateline;
        while (text.length() < length) {
            wrap(lead + paragraph(prose, 1 + random.nextInt(2)), text);
            lead = "   ";
        }
        return marks(text, "``", "''");
    }

    private String monitored(Prose prose, SplittableRandom random, LocalDateTime filed, int length) {
        StringBuilder text = new StringBuilder(length + 400);
        String[] agencies = {"MONDOPRESS", "ALDERWIRE", "TELEGRAF"};
        String agency = agencies[random.nextInt(agencies.length)];
        text.append(title(prose.headline())).append("\n\nSource: ").append(agency);
        text.append("| ").append(DAY.format(filed)).append("\n\n");
        String lead = words.any("place", random) + ", " + LINE.format(filed) + " (" + agency + ") -- ";
        while (text.length() < length * 0.87) {
            wrap(lead + paragraph(prose, 4 + random.nextInt(5)), text);
            lead = "  ";
        }
        return marks(text, "\"", "\"");
    }

    private String modern(Prose prose, SplittableRandom random, LocalDateTime filed, int length) {
        StringBuilder text = new StringBuilder(length + 400);
        text.append(prose.headline()).append("\n\nSource: Northwire| ").append(MINUTE.format(filed));
        String lead = words.any("place", random).toUpperCase(Locale.ROOT) + " ";
        text.append("\n\n");
        while (text.length() < length * 1.05) {
            text.append(lead).append(paragraph(prose, 1 + random.nextInt(2))).append("\n\n");
            lead = "";
        }
        text.append(words.fill("(Reporting by %given %family; Editing by %given %family)\n", random));
        return random.nextInt(4) == 0 ? marks(text, "“", "”") : marks(text, "\"", "\"");
    }

    private static String paragraph(Prose prose, int sentences) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            paragraph.append(i == 0 ? "" : " ").append(prose.sentence());
        }
        return paragraph.toString();
    }

    private static void wrap(String paragraph, StringBuilder text) {
        int start = 0;
        while (paragraph.length() - start > LINE_WIDTH) {
            int space = paragraph.lastIndexOf(' ', start + LINE_WIDTH);
            text.append(paragraph, start, space).append('\n');
            start = space + 1;
        }
        text.append(paragraph, start, paragraph.length()).append('\n');
    }

    private static String marks(StringBuilder text, String open, String close) {
        return text.toString().replace("{", open).replace("}", close);
    }

    private static String title(String headline) {
        StringBuilder title = new StringBuilder();
        for (String word : headline.split(" ")) {
            title.append(title.isEmpty() ? "" : " ").append(Character.toUpperCase(word.charAt(0)));
            title.append(word, 1, word.length());
        }
        return title.toString();
    }
}
