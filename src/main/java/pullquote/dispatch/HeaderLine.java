package pullquote.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.DispatchSettings.Desk;

/**
 * Reads a header line, the kind that scraping puts before a dispatch: {@code date 2017-09-28 Source: Xinhua| 2017-09-28
 * 05:31:38|Editor: yan}, {@code 2013-06-22 11:01 Xinhua Web Editor: A B}, {@code Published: …}. Labels and what they
 * state are in {@code header-labels.tsv}; every part of the line must be understood, else it is not a header line.
 */
final class HeaderLine {
    private static final int LONGEST = 400;
    /** A time, a provider, a writer: no part without a label is longer. */
    private static final int LONGEST_PART = 120;

    private static final Map<String, HeaderKey> LABELS = labels();
    /** What a time states. */
    private static final Set<HeaderKey> TIMED =
            EnumSet.of(HeaderKey.PUBLISHED, HeaderKey.DATE, HeaderKey.UPDATED, HeaderKey.EMBARGO);

    private static final Pattern LABEL =
            Pattern.compile("(?iu)(?<![\\p{L}-])(" + alternatives(EnumSet.allOf(HeaderKey.class)) + ")\\s{0,2}[:：]");
    /** A label without its colon before a time: {@code Published 0743 GMT}, {@code EMBARGOED until 0001 GMT …}. */
    private static final Pattern BARE = Pattern.compile("(?iu)(?<![\\p{L}-])(" + alternatives(TIMED)
            + ")(?:\\s(?:on|at))?(?=\\s{1,3}(?:\\d|(?:midnight|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
            + MonthNames.PATTERN + ")(?!\\p{L})))");

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern LEAD_IN = Pattern.compile("^(?:By|from) ");
    private static final Pattern BRACKETED = Pattern.compile("^[(（](.*)[)）]$");
    private static final Pattern SEPARATOR = Pattern.compile("[|•·│¦]|\\s/\\s");
    /** What a site's machinery adds: {@code 4 Min Read}, {@code 3 years ago}. */
    private static final Pattern MACHINERY = Pattern.compile(
            "(?i)\\d{1,3} min(?:ute)?s?\\.? (?:read|ago)|(?:\\d{1,3}|an?) (?:hour|day|month|year)s? ago");
    /** The writer before the time: {@code By Li Ming}, {@code By A B in Lima}, {@code By A B (China Daily)}. */
    private static final Pattern BY = Pattern.compile(
            "[Bb]y:? ([^()|]{3,80}?)(?: in (?:\\p{Lu}[\\p{L}.'’-]* ?){1,4})?(?: ?[(（]([^()]{2,40})[)）])?");

    /** Names in capitals or with a capital each, or one word: {@code Li Ming}, {@code yan}, {@code A. Li and B. Wu}. */
    private static final Pattern NAMES = Pattern.compile(
            "[\\p{Ll}]{2,20}|(?:by |staff |reporter )?(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*|\\((?:\\p{Lu}[\\p{L} ]{1,30})\\))"
                    + "(?:(?:[,;/、]\\s?|\\s(?:and |& |y |et )?)(?:(?:de|del|la|van|von|der|bin|al|el|da|di|dos|le|ten) ){0,2}"
                    + "(?:al-)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*){0,12}");

    /** What an embargo's line cannot do without: a number or a day. */
    private static final Pattern WHEN = Pattern.compile(
            "(?i)\\d|(?<!\\p{L})(?:none|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\\p{L})");

    private static final Pattern SITE = Pattern.compile("(?:[\\p{L}\\d-]{1,30}\\.){1,3}\\p{L}{2,4}");
    private static final Pattern SENTENCE = Pattern.compile("[.!?][\"”’']?\\s|[.!?;]$|\"|“");

    /** The abbreviation that ends a company's name. */
    private static final Pattern COMPANY = Pattern.compile(",? (?:Inc|Ltd|Corp|Co|Bhd|S\\.A|plc)\\.$");

    private final DispatchSettings settings;
    private final Gazetteer gazetteer;

    HeaderLine(DispatchSettings settings, Gazetteer gazetteer) {
        this.settings = settings;
        this.gazetteer = gazetteer;
    }

    /** {@return what a header line states, in order; empty for a line that is none} */
    List<HeaderField> read(String line) {
        String text = line.strip();
        boolean colon = text.indexOf(':') >= 0 || text.indexOf('：') >= 0;
        boolean sign = colon || text.indexOf('|') >= 0;
        boolean staff = text.endsWith(" Staff");
        if (text.isEmpty() || text.length() > LONGEST || !(sign || staff || Prose.hasDigit(text))) {
            return List.of();
        }
        List<HeaderField> fields = new ArrayList<>();
        Matcher label = LABEL.matcher(text);
        HeaderKey key = HeaderKey.TIME;
        int from = 0;
        while (colon && label.find()) {
            if (!piece(key, text.substring(from, label.start()), from > 0, fields)) {
                return List.of();
            }
            key = key(label.group(1));
            from = label.end();
        }
        return piece(key, text.substring(from), from > 0, fields) ? fields : List.of();
    }

    /** Reads what follows a label up to the next one; false where a part is not understood. */
    private boolean piece(HeaderKey key, String text, boolean labelled, List<HeaderField> fields) {
        HeaderKey next = key;
        boolean first = true;
        for (String part : SEPARATOR.split(text, -1)) {
            String value = part.strip();
            boolean ofLabel = labelled && first;
            first = false;
            if (value.isEmpty()) {
                continue;
            }
            if (ofLabel ? !labelled(next, value, fields) : !unlabelled(value, fields)) {
                return false;
            }
            next = HeaderKey.TIME;
        }
        return true;
    }

    private boolean labelled(HeaderKey key, String value, List<HeaderField> fields) {
        switch (key) {
            case SOURCE -> {
                return source(value, fields);
            }
            case PUBLISHED, DATE, UPDATED, TIME -> {
                Optional<PrintedTime> time = PrintedTime.scan(value, settings.dayMonthOrder());
                if (time.isEmpty() || !provider(time.get().rest(), fields)) {
                    return false;
                }
                fields.add(new HeaderField(key, value));
                return true;
            }
            case EDITOR, WRITER, REPORTER, PHOTOGRAPHER, TRANSLATOR -> {
                if (value.length() > 120 || !NAMES.matcher(value).matches()) {
                    return false;
                }
                fields.add(new HeaderField(key, value));
                return true;
            }
            case EMBARGO -> {
                boolean timed = WHEN.matcher(value).find();
                fields.add(new HeaderField(key, value));
                return timed;
            }
            default -> {
                fields.add(new HeaderField(key, value));
                return true;
            }
        }
    }

    private boolean source(String value, List<HeaderField> fields) {
        Optional<PrintedTime> time = PrintedTime.scan(value, settings.dayMonthOrder());
        String name = time.map(PrintedTime::rest).orElse(value);
        if (name.length() > 60
                || name.split(" ").length > 6
                || SENTENCE.matcher(COMPANY.matcher(name).replaceFirst("") + " ")
                        .find()) {
            return false;
        }
        if (!name.isEmpty()) {
            fields.add(new HeaderField(HeaderKey.SOURCE, name));
        }
        time.ifPresent(at -> fields.add(
                new HeaderField(HeaderKey.TIME, value.replace(name, "").strip())));
        return true;
    }

    private boolean unlabelled(String value, List<HeaderField> fields) {
        if (value.length() > LONGEST_PART) {
            return false;
        }
        Matcher bare = BARE.matcher(value);
        if (bare.find()) {
            String before = value.substring(0, bare.start()).strip();
            HeaderKey key = LABELS.getOrDefault(bare.group(1).toLowerCase(Locale.ROOT), HeaderKey.TIME);
            return (before.isEmpty() || unlabelled(before, fields))
                    && labelled(key, value.substring(bare.end()).strip(), fields);
        }
        if (MACHINERY.matcher(value).matches()) {
            fields.add(new HeaderField(HeaderKey.OTHER, value));
            return true;
        }
        Optional<PrintedTime> time = PrintedTime.scan(value, settings.dayMonthOrder());
        if (time.isEmpty()) {
            return provider(value, fields) || writer(value, fields) || place(value);
        }
        String rest = time.get().rest();
        if (!provider(rest, fields)) {
            return false;
        }
        fields.add(new HeaderField(
                HeaderKey.TIME, rest.isEmpty() ? value : value.replace(rest, "").strip()));
        return true;
    }

    /** Takes a known provider, its staff, a site's address, or nothing. */
    private boolean provider(String printed, List<HeaderField> fields) {
        String name =
                BRACKETED.matcher(LEAD_IN.matcher(printed).replaceFirst("")).replaceFirst("$1");
        if (name.isEmpty()) {
            return true;
        }
        String source = settings.desk(name).isPresent() ? name : name.replaceFirst(" Staff$", "");
        Optional<Desk> desk = settings.desk(source);
        if (desk.isPresent()) {
            fields.add(new HeaderField(HeaderKey.SOURCE, source));
        }
        return desk.isPresent() || SITE.matcher(name).matches();
    }

    /** Takes a city, a country, or one in the other: {@code PTI | New Delhi | Updated: …}. */
    private boolean place(String value) {
        return Arrays.stream(COMMA.split(value, -1)).map(String::strip).allMatch(gazetteer::isPlace);
    }

    /** Takes a writer and the outlet in brackets behind: {@code By Li Ming (China Daily)}. */
    private boolean writer(String value, List<HeaderField> fields) {
        Matcher by = BY.matcher(value);
        if (!by.matches()
                || !NAMES.matcher(by.group(1)).matches()
                || by.group(1).indexOf(' ') < 0) {
            return false;
        }
        fields.add(new HeaderField(HeaderKey.WRITER, by.group(1)));
        return by.group(2) == null || provider(by.group(2), fields);
    }

    /** {@return the labels of some statements as a regular expression without groups} */
    static String labels(Set<HeaderKey> keys) {
        return alternatives(keys);
    }

    /** {@return what a label states} */
    static HeaderKey key(String label) {
        return LABELS.getOrDefault(label.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), HeaderKey.OTHER);
    }

    /** {@return whether words are a site's machinery: {@code 4 min read}} */
    static boolean isMachinery(String words) {
        return MACHINERY.matcher(words).matches();
    }

    private static String alternatives(Set<HeaderKey> keys) {
        return Alternatives.of(
                LABELS.keySet().stream()
                        .filter(label -> keys.contains(LABELS.get(label)))
                        .toList(),
                "\\s{1,2}");
    }

    private static Map<String, HeaderKey> labels() {
        Map<String, HeaderKey> labels = new HashMap<>();
        for (List<String> row : Tables.rows("header-labels.tsv")) {
            Tables.names(row, 1).forEach(label -> labels.put(label, HeaderKey.valueOf(row.get(0))));
        }
        return Map.copyOf(labels);
    }
}
