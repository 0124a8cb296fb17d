package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One shape of datelines, from {@code datelines.rules}.
 *
 * @param name the rule's name
 * @param shape the shape, anchored at the line's beginning, with groups {@code place}, {@code date}, {@code agency}
 * @param signs characters of which a line needs one, so that the shape can fit
 * @param needs what must be known besides, so that the shape counts
 * @param hits example lines, the dateline in square brackets
 * @param misses example lines that have no dateline of this shape
 */
record DatelineRule(String name, Pattern shape, String signs, Needs needs, List<String> hits, List<String> misses) {
    /** What a shape alone does not show. */
    enum Needs {
        NOTHING,
        /** The agency is one of the desk table. */
        AGENCY,
        /** The agency is one of the desk table, the place of the gazetteer. */
        BOTH,
        /** The place is in capitals and in the gazetteer, or followed by a country or state. */
        PLACE,
        /** The place is in capitals, or in the gazetteer. */
        NAMED,
        /** The place is a city of the gazetteer. */
        CITY,
        /** The place is in the gazetteer, or in capitals and no known agency. */
        NO_AGENCY,
        /** A date, a known agency or a known place. */
        EITHER
    }

    /** A sign of a dateline stands this close to its beginning. */
    private static final int FARTHEST = 140;

    private static final String WORD = "[\\p{Lu}][\\p{L}\\p{M}'’.\\-]{0,30}";
    private static final String SMALL = Alternatives.of(
            List.of(
                    ("de del la las los le les el of the and al da do dos di du am an der sur upon on y near in as off central"
                                    + " north south east west northern southern eastern western north-eastern northeastern"
                                    + " north-western northwestern south-eastern southeastern south-western southwestern")
                            .split(" ")),
            " ");
    private static final String PLACE_WORDS = "(?![Bb][Yy]\\s)" + WORD + "(?:(?:\\s?,\\s?|\\s?/\\s?|\\s|\\s-\\s)(?:"
            + WORD + "|" + SMALL + "(?=\\s)|al-" + WORD + ")){0,8}?";
    private static final String PLACE = "(?<place>" + PLACE_WORDS + ")";
    /** {@code Caracas (Venezuela)}, {@code IGORA /Leningrad Region/}, {@code Lucknow (Uttar Pradesh) [India]}. */
    private static final String PLACE_AND_REGION = "(?<place>" + PLACE_WORDS
            + "\\s?(?:\\([\\p{L}\\s.]{2,30}\\)\\s?\\[|[(\\[/])(?<region>[\\p{L}\\s.]{2,30})[)\\]/])";

    private static final String CITY = "(?<place>" + WORD + "(?:\\s" + WORD + "){0,2})";
    private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|\\.)?";
    private static final String MONTH = "(?iu:" + MonthNames.PATTERN + ")\\.?";
    private static final String WEEKDAY = "(?i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?i:day)";
    /** A dateline's day, as an expression without groups. */
    static final String DATE_WORDS = "(?:" + WEEKDAY + ",?\\s)?(?:" + MONTH + "\\s" + DAY + "(?:,?\\s\\d{4})?|" + DAY
            + "\\s(?:de\\s)?" + MONTH + "(?:,?\\s(?:de\\s)?\\d{4})?)|" + WEEKDAY;

    private static final String DATE = "(?<date>" + DATE_WORDS + ")";
    private static final String AGENCY = "(?<agency>(?!\\d)[\\p{L}\\p{M}\\d&.'’/ -]{2,48}?)";
    private static final String DASH = "\\s{0,2}(?:\\.?--+|\\.?—|\\.?–|\\.-|-(?!\\p{L})|_|:)";

    /** {@return the rules in the order in which they are tried} */
    static List<DatelineRule> all() {
        List<DatelineRule> rules = new ArrayList<>();
        List<String> hits = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        String[] head = {};
        for (List<String> row : Tables.rows("datelines.rules")) {
            String line = row.get(0);
            if (line.startsWith("+ ")) {
                hits.add(line.substring(2));
            } else if (line.startsWith("- ")) {
                misses.add(line.substring(2));
            } else {
                add(rules, head, hits, misses);
                head = line.split("\\s+", 3);
            }
        }
        add(rules, head, hits, misses);
        return List.copyOf(rules);
    }

    private static void add(List<DatelineRule> rules, String[] head, List<String> hits, List<String> misses) {
        if (head.length == 3) {
            String shape = head[2].replace("{place-and-region}", PLACE_AND_REGION)
                    .replace("{place}", PLACE)
                    .replace("{city}", CITY)
                    .replace("{date}", DATE)
                    .replace("{agency}", AGENCY)
                    .replace("{dash}", DASH);
            rules.add(new DatelineRule(
                    head[0],
                    Pattern.compile(shape, Pattern.UNICODE_CASE),
                    signs(head[2]),
                    Needs.valueOf(head[1]),
                    List.copyOf(hits),
                    List.copyOf(misses)));
        }
        hits.clear();
        misses.clear();
    }

    private static String signs(String shape) {
        if (shape.contains("电")) {
            return "电";
        }
        if (shape.contains("[-–—]")) {
            return "-–—";
        }
        if (!shape.contains("agency") && !shape.contains("{dash}")) {
            return "0123456789";
        }
        return shape.contains("{agency}[") || shape.contains("{agency}\\)")
                ? "(（"
                : shape.contains("/{agency}/") ? "/" : shape.contains("\\({date}") ? "(" : "-—–_:";
    }

    /** {@return whether a line has what the shape cannot do without; a quick look before the long one} */
    boolean mayFit(String line) {
        // a place in capitals: the second character is no small letter
        if (needs == Needs.PLACE && (line.length() < 2 || Character.isLowerCase(line.charAt(1)))) {
            return false;
        }
        for (int i = 0; i < signs.length(); i++) {
            char sign = signs.charAt(i);
            int at = line.indexOf(sign);
            // a hyphen within a word is no dash
            while (sign == '-' && at >= 0 && at < FARTHEST && hyphenates(line, at)) {
                at = line.indexOf(sign, at + 1);
            }
            if (at >= 0 && at < FARTHEST) {
                return true;
            }
        }
        return false;
    }

    private static boolean hyphenates(String line, int at) {
        return at > 0
                && at + 1 < line.length()
                && Character.isLetterOrDigit(line.charAt(at - 1))
                && Character.isLetter(line.charAt(at + 1));
    }

    /** {@return what a group matched; empty where the shape has no such group or it matched nothing} */
    static Optional<String> group(Matcher found, String name) {
        return found.pattern().pattern().contains("(?<" + name + ">")
                ? Optional.ofNullable(found.group(name))
                : Optional.empty();
    }
}
