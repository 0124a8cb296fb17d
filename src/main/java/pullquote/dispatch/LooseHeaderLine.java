package pullquote.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a line with a date or a time that keeps to no grammar of header lines: {@code Monday August 26, 2019 10:05 am PDT
 * by Lena Marsh}, {@code Updated - May 29, 2024 10:15 am IST - HALIFAX}. Times, labels, names, agencies and places are
 * taken out; a few words may be left, which are stated as not understood. More words make it a line of the story.
 */
final class LooseHeaderLine {
    private static final int LONGEST = 160;
    /** Words that may be left over. */
    private static final int LEFT_OVER = 4;

    private static final Set<HeaderKey> TIMED = EnumSet.of(HeaderKey.PUBLISHED, HeaderKey.DATE, HeaderKey.UPDATED);

    private static final Pattern LABEL = Pattern.compile("(?iu)(?<![\\p{L}-])(" + HeaderLine.labels(TIMED)
            + ")(?![\\p{L}-])(?: (?:on|at|am|um|le|el|il))?\\s{0,2}[:–-]?\\s{0,2}");
    private static final Pattern PIECES = Pattern.compile("\\s*(?:[|•·│¦/,;()]|\\s[-–—]+(?:\\s|$)|^[-–—]+)\\s*");
    private static final Pattern BY = Pattern.compile("(?i)(?:^|(?<=[\\s,|/]))by:? ");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)\\b(?:for|immediate|release|press|embargo|edition|version|page|section|news|report|story|world|sports?|business|politics|live|video)\\b");
    private static final Pattern STORY =
            Pattern.compile("(?:^|\\s)\\p{Ll}{4,}(?:\\s|$)|[\"“”?!]|\\p{Ll}{3}\\.(?:\\s\\p{Lu}|$)");

    private final DispatchSettings settings;
    private final Gazetteer gazetteer;
    private final NameList names;

    LooseHeaderLine(DispatchSettings settings, Gazetteer gazetteer, NameList names) {
        this.settings = settings;
        this.gazetteer = gazetteer;
        this.names = names;
    }

    /** {@return what the line states, what is not understood last; empty for a line of a headline or story} */
    List<HeaderField> read(String line) {
        String text = line.strip();
        if (!mayBeDated(text)) {
            return List.of();
        }
        List<HeaderField> fields = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        HeaderKey key = HeaderKey.TIME;
        int from = 0;
        while (label.find()) {
            segment(key, text.substring(from, label.start()), fields, left);
            key = HeaderLine.key(label.group(1));
            from = label.end();
        }
        segment(key, text.substring(from), fields, left);
        boolean labelled = from > 0;
        boolean timed = fields.stream().anyMatch(field -> TIMED.contains(field.key()) || field.key() == HeaderKey.TIME);
        String rest = String.join(" ", left).strip();
        if ((!timed && !labelled)
                || STORY.matcher(rest).find()
                || (!rest.isEmpty() && rest.split("\\s+").length > LEFT_OVER)) {
            return List.of();
        }
        if (!rest.isEmpty() || !timed) {
            fields.add(new HeaderField(HeaderKey.UNREAD, rest.isEmpty() ? text : rest));
        }
        return fields;
    }

    /** {@return whether a line is short and holds a year or a clock's colon: a look that costs less than a pattern} */
    static boolean mayBeDated(String line) {
        int digits = 0;
        for (int i = 0; i < line.length() && line.length() <= LONGEST; i++) {
            char c = line.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if ((!digit && digits > 0 && (c == ':' || c == '.' || c == '/' || c == 'h')) || (digits == 3 && digit)) {
                return true;
            }
            digits = digit ? digits + 1 : 0;
        }
        return line.length() <= LONGEST && line.endsWith(" ago");
    }

    /** Takes a time with its label, then whoever and wherever the words around it name. */
    private void segment(HeaderKey key, String text, List<HeaderField> fields, List<String> left) {
        Optional<PrintedTime> time = PrintedTime.scan(text, settings.dayMonthOrder());
        boolean dated = time.flatMap(PrintedTime::day).isPresent();
        if (dated || time.flatMap(PrintedTime::clock).isPresent()) {
            fields.add(new HeaderField(key, text.strip()));
        }
        String rest = time.map(PrintedTime::rest).orElse(text);
        Matcher by = BY.matcher(rest);
        int start = by.find() ? by.start() : -1;
        for (String piece : PIECES.split(start < 0 ? rest : rest.substring(0, start))) {
            piece(piece.strip(), false, fields, left);
        }
        if (start >= 0) {
            for (String piece : PIECES.split(rest.substring(by.end()))) {
                piece(piece.strip(), true, fields, left);
            }
        }
    }

    private void piece(String piece, boolean writers, List<HeaderField> fields, List<String> left) {
        if (piece.isEmpty() || HeaderLine.isMachinery(piece)) {
            return;
        }
        if (settings.desk(piece).isPresent()) {
            fields.add(new HeaderField(HeaderKey.SOURCE, piece));
        } else if (writers) {
            writers(piece, fields, left);
        } else if (!gazetteer.isPlace(piece)) {
            agencyAndPlace(piece, fields, left);
        }
    }

    /** Takes names, an agency behind them: {@code LENA MARSH Associated Press}. */
    private void writers(String piece, List<HeaderField> fields, List<String> left) {
        String[] words = piece.split("\\s+");
        for (int i = words.length; i >= 2; i--) {
            String head = String.join(" ", Arrays.copyOf(words, i));
            String tail = String.join(" ", Arrays.copyOfRange(words, i, words.length));
            boolean agency = !tail.isEmpty() && settings.desk(tail).isPresent();
            if ((tail.isEmpty() || agency) && isName(head)) {
                fields.add(new HeaderField(HeaderKey.WRITER, head));
                if (agency) {
                    fields.add(new HeaderField(HeaderKey.SOURCE, tail));
                }
                return;
            }
        }
        left.add(piece);
    }

    private boolean isName(String words) {
        return words.indexOf(' ') > 0
                && !NO_NAME.matcher(words).find()
                && !words.toLowerCase(Locale.ROOT).equals(words)
                && settings.desk(words).isEmpty()
                && !gazetteer.isPlace(words)
                && names.read(words, false).stream()
                                .mapToInt(named -> named.name().length())
                                .sum()
                        >= words.length() - 5;
    }

    /** Takes an agency and the place behind it: {@code PTI New Delhi}. */
    private void agencyAndPlace(String piece, List<HeaderField> fields, List<String> left) {
        int space = piece.indexOf(' ');
        if (space > 0
                && settings.desk(piece.substring(0, space)).isPresent()
                && gazetteer.isPlace(piece.substring(space + 1))) {
            fields.add(new HeaderField(HeaderKey.SOURCE, piece.substring(0, space)));
        } else if (isName(piece) && fields.stream().noneMatch(field -> field.key() == HeaderKey.WRITER)) {
            fields.add(new HeaderField(HeaderKey.WRITER, piece));
        } else {
            left.add(piece);
        }
    }
}
