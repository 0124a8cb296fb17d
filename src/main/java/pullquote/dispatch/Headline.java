package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Lines.Line;

/** The headline of a text, collected line by line: the first block of lines with the words of one. */
final class Headline {
    /** Words of the shortest headline below codes of transmission. */
    private static final int FEWEST_WORDS = 3;

    private static final int LONGEST = 200;
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AGENCY = Pattern.compile("\\s?\\([\\p{L} /]{2,20}\\)$");
    private static final Pattern MARK = Pattern.compile("\\s?[+=]$");
    private static final Pattern BY = Pattern.compile(" (by \\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){1,2})$");

    private final List<String> lines = new ArrayList<>();
    private boolean closed;
    private int start = -1;
    private int end = -1;

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Takes a line above the story; below a blank line only one that makes up for a headline of too few words. */
    void add(Line line) {
        if (FrontLines.isCode(line.text())) {
            close();
            return;
        }
        if (closed && isTooShort() && !isShort(line.text())) {
            // "asian" stood above it: a code, too
            clear();
        }
        if (!closed) {
            start = lines.isEmpty() ? line.start() : start;
            end = line.end();
            lines.add(line.text());
        }
    }

    /** {@return whether a line below may still belong to the headline, or be it} */
    boolean takes(String words, boolean stated) {
        return words.length() <= LONGEST && (!closed || (isTooShort() && !isShort(words) && !stated));
    }

    /** Ends the headline at a blank line. */
    void close() {
        closed = !lines.isEmpty();
    }

    /** Forgets the headline: another one stands above the dateline that counts. */
    void clear() {
        lines.clear();
        closed = false;
    }

    private boolean isTooShort() {
        return isShort(words());
    }

    private static boolean isShort(String words) {
        return words.split("\\s+").length < FEWEST_WORDS;
    }

    private String words() {
        return String.join(" ", lines);
    }

    /** {@return whether words are the headline once more} */
    boolean repeats(String words) {
        return !lines.isEmpty() && bare(AGENCY.matcher(words).replaceFirst("")).equals(bare(words()));
    }

    private static String bare(String words) {
        return NO_WORDS.matcher(words).replaceAll(" ").strip();
    }

    /** {@return the byline at the headline's end, {@code Storm keeps boats in port by Dana Ortiz}} */
    Optional<String> byline() {
        Matcher by = BY.matcher(words());
        return by.find() ? Optional.of(by.group(1)) : Optional.empty();
    }

    /** Takes the byline off the headline's end. */
    void withoutByline() {
        String bare = BY.matcher(words()).replaceFirst("");
        lines.clear();
        lines.add(bare);
    }

    /** {@return the headline as printed; empty for none} */
    List<String> printed() {
        return lines.isEmpty() ? List.of() : List.of(MARK.matcher(words()).replaceFirst(""));
    }

    /** {@return the offset of its first line; -1 for no headline} */
    int start() {
        return start;
    }

    /** {@return the offset after its last line} */
    int end() {
        return end;
    }
}
