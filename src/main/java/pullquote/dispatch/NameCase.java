package pullquote.dispatch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a person's name in normal case: {@code DANA ORTIZ}, {@code G.G. LaROCHE}, {@code yan}. */
final class NameCase {
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "bin",
            "ibn", "bint", "y", "e", "zu", "af", "av", "al", "el");
    /** {@code II}, {@code IV}; no name is spelt so. */
    private static final Pattern NUMERAL = Pattern.compile("I{2,3}|IV|VI{0,3}");
    /** The {@code Jr.} after a name in capitals. */
    private static final Pattern SUFFIX = Pattern.compile(",?\\s(?:Jr|Sr)\\.?$");
    /** Capitals after a small letter: the {@code ROCHE} of {@code LaROCHE}. */
    private static final Pattern TAIL = Pattern.compile("(?<=\\p{Ll})(\\p{Lu})(\\p{Lu}+)");

    private static final Pattern PREFIXED = Pattern.compile("(?i)(al|el|ad|ar|as|at|an)-.+");

    /** Between an initial and the surname printed against it: {@code H.MARSH}; not within {@code G.G.}. */
    private static final Pattern GLUED = Pattern.compile("(?<=\\p{Lu}\\.)(?=\\p{Lu}\\p{L})");

    private NameCase() {}

    /** {@return the name in normal case; a name in mixed case is left as it is} */
    static String normal(String name) {
        String head = SUFFIX.matcher(name).replaceFirst("");
        boolean shouted = head.equals(head.toUpperCase(Locale.ROOT))
                || TAIL.matcher(name).find()
                || capitalWords(name) * 2 > words(name);
        boolean small = name.equals(name.toLowerCase(Locale.ROOT));
        if (!shouted && !small) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (String word : apart(name).split(" ")) {
            out.append(out.isEmpty() ? "" : " ").append(word(word, out.isEmpty()));
        }
        return out.toString();
    }

    /** {@return a name with a space after each initial that is printed against the surname} */
    static String apart(String name) {
        return GLUED.matcher(name).replaceAll(" ");
    }

    private static String word(String word, boolean first) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (NUMERAL.matcher(word).matches() || word.indexOf('.') == 1) {
            return word.toUpperCase(Locale.ROOT);
        }
        if (!first && PARTICLES.contains(lower)) {
            return lower;
        }
        if (!first && PREFIXED.matcher(lower).matches()) {
            return lower.substring(0, 3) + titled(lower.substring(3));
        }
        Matcher tail = TAIL.matcher(word);
        if (tail.find()) {
            return tail.replaceAll(found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT));
        }
        if (word.equals(word.toUpperCase(Locale.ROOT)) || word.equals(lower)) {
            return lower.startsWith("mc") && lower.length() > 3 ? "Mc" + titled(lower.substring(2)) : titled(lower);
        }
        return word;
    }

    /** {@return lower-case letters with a capital at the start and after each hyphen or apostrophe} */
    static String titled(String lower) {
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char before = i == 0 ? '-' : lower.charAt(i - 1);
            boolean apostrophe = before == '\'' || before == '’';
            // O'Brien and N'Djamena, but Xi'an, Sana'a and Women's
            boolean start = before == '-' || before == '.' || (apostrophe && i == 2);
            out.append(start ? Character.toTitleCase(lower.charAt(i)) : lower.charAt(i));
        }
        return out.toString();
    }

    private static int words(String name) {
        return name.split(" ").length;
    }

    private static int capitalWords(String name) {
        int n = 0;
        for (String word : name.split(" ")) {
            n += word.length() > 2 && word.indexOf('.') < 0 && word.equals(word.toUpperCase(Locale.ROOT)) ? 1 : 0;
        }
        return n;
    }
}
