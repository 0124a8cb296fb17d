package pullquote.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places that datelines name: cities, countries and the states of the United States, from the project's own
 * tables {@code places.tsv} and {@code states.tsv}. Countries are ISO 3166-1 alpha-2 codes.
 */
final class Gazetteer {
    private static final int MOST_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[^ ]+");
    /** A word in capitals: {@code TEHRAN}, {@code N'DJAMENA}, {@code AL-ZOR}; not {@code N.C.}, {@code McALLEN}. */
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\p{M}'’-]+\\.?");

    private static final Set<String> ACRONYMS = Set.of("USS", "HMS", "USNS", "INS", "UN", "UK", "USA", "DPRK", "UAE");

    /** The {@code central} of {@code central Slovakia}; not the {@code North} of {@code North Korea}. */
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** {@code IGORA /Leningrad Region/}. */
    private static final Pattern IN_SLASHES = Pattern.compile("(.+?)\\s/([^/]+)/");

    private static final Pattern NEXT_PLACE = Pattern.compile("\\s*[/;]\\s*| and ");
    private static final Pattern PLACE_OR_MARK = Pattern.compile("[^,/;]+|[,/;]");
    private static final Pattern COMPASS = Pattern.compile(
            "^(?:central|(?:north|south)-?(?:east|west)ern|(?:north|south|east|west)ern(?! (?:ireland|cape|samoa)))\\s");

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "le", "les", "el", "of", "the", "and", "al", "da", "do", "dos", "di", "du",
            "am", "an", "der", "den", "sur", "upon", "on", "in", "es", "y", "sous", "en", "near");

    private final Map<String, String> cities = new HashMap<>();
    private final Map<String, String> cityCountry = new HashMap<>();
    private final Map<String, String> regionCountry = new HashMap<>();
    private final Set<String> states = new HashSet<>();

    Gazetteer() {
        for (List<String> row : Tables.rows("places.tsv")) {
            Tables.names(row, 1).forEach(name -> regionCountry.put(key(name), row.get(0)));
            Tables.names(row, 2).forEach(city -> {
                cities.putIfAbsent(key(city), city);
                cityCountry.putIfAbsent(key(city), row.get(0));
            });
        }
        for (List<String> row : Tables.rows("states.tsv")) {
            Tables.names(row, 0).forEach(name -> {
                states.add(key(name));
                // "OAKLAND, Ca."
                states.add(key(name.length() == 2 ? name + "." : name));
                // "FLINT, Mich/WASHINGTON"
                states.add(key(name.endsWith(".") ? name.substring(0, name.length() - 1) : name));
            });
        }
    }

    /** {@return whether a name is that of a city} */
    boolean isCity(String name) {
        return cities.containsKey(key(name));
    }

    /** {@return whether a name is that of a country, or of a state or province as datelines add it to a city} */
    boolean isRegion(String name) {
        String key = key(name);
        return regionCountry.containsKey(key) || states.contains(key);
    }

    /** {@return whether a name is that of any place: a city, state or country} */
    boolean isPlace(String name) {
        return isCity(name) || isRegion(name);
    }

    /** {@return the country of a place as printed: its last part decides, then its first city} */
    Optional<String> country(String printed) {
        String first = NEXT_PLACE.split(printed, 2)[0];
        int comma = first.lastIndexOf(',');
        if (comma >= 0) {
            String region = first.substring(comma + 1);
            String asCountry = regionCountry.get(key(region));
            if (states.contains(key(region))) {
                // Tbilisi, Georgia lies in the country, Augusta, Georgia in the state
                boolean abroad = asCountry != null && asCountry.equals(cityCountry.get(key(first.substring(0, comma))));
                return Optional.ofNullable(abroad ? asCountry : "US");
            }
            if (asCountry != null) {
                return Optional.of(asCountry);
            }
            first = first.substring(0, first.indexOf(','));
        }
        String city = cityCountry.get(key(first));
        if (city == null) {
            city = regionCountry.get(key(first));
        }
        return Optional.ofNullable(city == null && states.contains(key(first)) ? "US" : city);
    }

    /** {@return the length of the longest city name that a text begins with, at a word's end; 0 for none} */
    int cityPrefix(CharSequence text) {
        Matcher word = WORD.matcher(text);
        int longest = 0;
        for (int words = 0; words < MOST_WORDS && word.find(); words++) {
            if (isCity(text.subSequence(0, word.end()).toString())) {
                longest = word.end();
            }
        }
        return longest;
    }

    /** {@return a place in normal case: {@code Charlotte, N.C.}, {@code Rio de Janeiro}, {@code Atlanta/New York}} */
    String normalCase(String printed) {
        Matcher slashed = IN_SLASHES.matcher(printed);
        return slashed.matches()
                ? normalWords(slashed.group(1)) + " /" + normalWords(slashed.group(2)) + "/"
                : normalWords(printed);
    }

    private String normalWords(String printed) {
        StringBuilder out = new StringBuilder();
        Matcher part =
                PLACE_OR_MARK.matcher(SPACES.matcher(printed).replaceAll(" ").replace("/ ", "/"));
        while (part.find()) {
            String name = part.group().strip();
            String known = cities.get(key(name));
            int lead = part.group().indexOf(name);
            out.append(part.group(), 0, Math.max(0, lead))
                    .append(known != null && name.equals(name.toUpperCase(Locale.ROOT)) ? known : wordCase(name));
        }
        return out.toString().strip();
    }

    private static String wordCase(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split(" ")) {
            boolean first = out.isEmpty();
            String lower = word.toLowerCase(Locale.ROOT);
            out.append(first ? "" : " ");
            if (ACRONYMS.contains(word)) {
                out.append(word);
            } else if (!CAPITALS.matcher(word).matches()) {
                // Washington as printed, McALLEN by its capital
                out.append(
                        word.length() > 3 && word.startsWith("Mc") ? "Mc" + NameCase.titled(lower.substring(2)) : word);
            } else if (!first && PARTICLES.contains(lower)) {
                out.append(lower);
            } else {
                out.append(NameCase.titled(lower));
            }
        }
        return out.toString();
    }

    private static String key(String name) {
        String key = SPACES.matcher(name.strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        key = COMPASS.matcher(key).replaceFirst("");
        return key.startsWith("st ") ? "st. " + key.substring(3) : key;
    }
}
