package pullquote.dispatch;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dateline without agency or dash: the place in capitals, then the first sentence: {@code BAGHDAD Three …}, {@code
 * BURNS, Ore. Police …}, {@code SEOUL/WASHINGTON The …}. A city must be known, unless a state or country follows it.
 */
final class CapitalsDateline {
    private static final Pattern CITY =
            Pattern.compile("\\p{Lu}[\\p{Lu}.'’-]{0,30}(?: \\p{Lu}[\\p{Lu}.'’-]{0,30}){0,6}");
    private static final Pattern SHOUTED = Pattern.compile("(?<![\\p{L}.])\\p{Lu}{2,}(?![\\p{L}.])");
    private static final Pattern STORY = Pattern.compile("\\s{1,4}(?=[\\p{Lu}\\d\"“'‘`$€£(])");
    /** Words that make a place part of a name: {@code WASHINGTON STATE}. */
    private static final Set<String> NAMES =
            Set.of("STATE", "CITY", "COUNTY", "POLICE", "TIMES", "POST", "STOCKS", "STOCK");

    private final Gazetteer gazetteer;

    CapitalsDateline(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** {@return the length of the dateline that a line begins with; 0 for none} */
    int length(String window) {
        if (inCapitals(window)) {
            return 0;
        }
        int at = 0;
        while (true) {
            int part = part(window.substring(at));
            at += part;
            if (part == 0) {
                return 0;
            }
            if (at >= window.length() || window.charAt(at) != '/') {
                return story(window, at) ? at : 0;
            }
            at += window.startsWith("/ ", at) ? 2 : 1;
        }
    }

    /** {@return the length of one place: capitals with a state or country after a comma, or a known city} */
    private int part(String rest) {
        Matcher city = CITY.matcher(rest);
        if (!city.lookingAt()) {
            return 0;
        }
        if (rest.startsWith(", ", city.end()) && !gazetteer.isRegion(city.group())) {
            int region = regionLength(rest.substring(city.end() + 2));
            return region == 0 ? 0 : city.end() + 2 + region;
        }
        return gazetteer.cityPrefix(rest.substring(0, city.end()));
    }

    /** A line all in capitals is a heading, or shouts throughout. */
    private static boolean inCapitals(String window) {
        String head = window.substring(0, Math.min(window.length(), 100));
        long words = head.chars().filter(c -> c == ' ').count() + 1;
        return SHOUTED.matcher(head).results().count() * 2 > words + 1;
    }

    private int regionLength(String rest) {
        int longest = 0;
        for (int end = 1, words = 0; end < rest.length() && words < 4; end++) {
            if (rest.charAt(end) == ' ' || rest.charAt(end) == '/') {
                words++;
                longest = gazetteer.isRegion(rest.substring(0, end)) ? end : longest;
            }
        }
        return longest;
    }

    private static boolean story(String window, int end) {
        Matcher story = STORY.matcher(window);
        if (!story.find(end) || story.start() != end) {
            return false;
        }
        int next = window.indexOf(' ', end + 1);
        return next < 0 || !NAMES.contains(window.substring(end + 1, next));
    }
}
