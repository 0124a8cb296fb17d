package pullquote.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a dateline within a paragraph, behind a note, a caption or a byline: the agency in brackets with its dash shows
 * where it ends, then the day and the place are read backwards.
 */
final class InlineDateline {
    /** A dateline stands this close to the beginning of its paragraph. */
    private static final int FARTHEST = 1500;

    private static final int MOST_WORDS = 9;
    /** Words of a name in capitals before a place in capitals. */
    private static final int NAME_WORDS = 2;

    private static final Pattern AGENCY = Pattern.compile(
            "[(（](\\p{L}[\\p{L}\\p{M}\\d&.'’/ -]{1,48}?)[)）]\\s{0,2}(?:\\.?--+|\\.?—|\\.?–|\\.-|-(?!\\p{L})|_|:)|/(\\p{Lu}[\\p{L} -]{1,30})/\\.?(?=\\s)");
    private static final Pattern DATE = Pattern.compile("(?:^|[\\s,.])(" + DatelineRule.DATE_WORDS + ")[,.]?\\s*$");
    private static final Pattern WORDS = Pattern.compile("\\S+");
    private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s$");
    private static final Pattern PARTS = Pattern.compile("\\s*[,/]\\s*|\\s+and\\s+");

    private final DispatchSettings settings;
    private final Gazetteer gazetteer;

    InlineDateline(DispatchSettings settings, Gazetteer gazetteer) {
        this.settings = settings;
        this.gazetteer = gazetteer;
    }

    /**
     * {@return where a dateline begins in a paragraph whose beginning is none; -1 for none}
     *
     * @param paragraph the paragraph, its line breaks replaced by blanks
     */
    int find(String paragraph) {
        String window = paragraph.length() > FARTHEST ? paragraph.substring(0, FARTHEST) : paragraph;
        Matcher agency = AGENCY.matcher(window);
        while (agency.find()) {
            int start = start(window, agency);
            if (start >= 0) {
                return start;
            }
        }
        return -1;
    }

    private int start(String window, Matcher agency) {
        String name = agency.group(1) == null ? agency.group(2) : agency.group(1);
        boolean known = Arrays.stream(name.split("[/,-]"))
                        .anyMatch(part -> settings.desk(part).isPresent())
                || settings.desk(name).isPresent();
        String head = window.substring(0, agency.start());
        Matcher date = DATE.matcher(head.substring(Math.max(0, head.length() - 40)));
        boolean dated = date.find();
        int end = dated ? Math.max(0, head.length() - 40) + date.start(1) : head.length();
        int place = place(window, end);
        boolean named = place >= 0 && gazetteer.isPlace(firstPart(window.substring(place, end)));
        if ((!known && !dated && !named) || (agency.group(2) != null && !dated)) {
            return -1;
        }
        return place >= 0 ? place : dated ? end : known && opensSentence(window, agency.start()) ? agency.start() : -1;
    }

    private static boolean opensSentence(String window, int at) {
        return at == 0 || (Prose.sentenceMayBegin(window, 0, at) && ".!?)]".indexOf(before(window, at)) >= 0);
    }

    private static char before(String window, int at) {
        int last = at - 1;
        while (last > 0 && Lines.blank(window.charAt(last))) {
            last--;
        }
        return window.charAt(last);
    }

    /** {@return where the place that ends at an offset begins: the longest that is known, else words in capitals} */
    private int place(String window, int end) {
        int[] starts = new int[MOST_WORDS];
        int count = 0;
        int from = Math.max(0, end - 120);
        Matcher word = WORDS.matcher(window).region(from, end);
        while (word.find()) {
            starts[count % MOST_WORDS] = word.start();
            count++;
        }
        int known = -1;
        int shouted = -1;
        boolean open = true;
        for (int i = 1; i <= Math.min(count, MOST_WORDS); i++) {
            int start = starts[(count - i) % MOST_WORDS];
            String place = stripped(window.substring(start, end));
            if (allKnown(place)) {
                known = start;
            }
            open = open && (i == 1 || !closes(window, starts[(count - i + 1) % MOST_WORDS]));
            shouted = open && isShouted(place) ? start : shouted;
        }
        // "EL PASO, Texas": a state is no place alone behind a comma
        boolean inRegion = known > shouted && shouted >= 0 && before(window, known) == ',';
        return known >= 0 && !inRegion ? known : shouted < 0 ? -1 : behindName(window, shouted, end);
    }

    /** {@return where a place in capitals begins; behind {@code By JOHN SMITH} after the name, -1 where the name is all} */
    private static int behindName(String window, int start, int end) {
        if (!BY.matcher(window).region(0, start).find()) {
            return start;
        }
        Matcher word = WORDS.matcher(window).region(start, end);
        int words = 0;
        while (words < NAME_WORDS && word.find()) {
            words++;
        }
        return word.find() ? word.start() : -1;
    }

    /** {@return whether the word before an offset closes a sentence or a bracket} */
    private static boolean closes(String window, int at) {
        char c = before(window, at);
        return ")]:;!?”\"*".indexOf(c) >= 0 || c == '.';
    }

    private boolean allKnown(String place) {
        String[] parts = PARTS.split(place);
        return parts.length > 0 && Arrays.stream(parts).allMatch(gazetteer::isPlace);
    }

    private String firstPart(String place) {
        return PARTS.split(stripped(place), 2)[0];
    }

    /** A city in capitals, whatever state or country follows it. */
    private boolean isShouted(String place) {
        String[] parts = PARTS.split(place);
        boolean city = parts.length > 0
                && parts[0].length() > 2
                && parts[0].equals(parts[0].toUpperCase(Locale.ROOT))
                && Character.isLetter(parts[0].charAt(0));
        return city
                && Arrays.stream(parts)
                        .skip(1)
                        .allMatch(part -> gazetteer.isRegion(part) || part.equals(part.toUpperCase(Locale.ROOT)));
    }

    private static String stripped(String place) {
        String bare = place.strip();
        return bare.endsWith(",") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }
}
