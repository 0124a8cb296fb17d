package pullquote.dispatch;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Guesses a text's language from its script and its commonest words ({@code stopwords.tsv}). Tags are those of BCP 47;
 * {@code und} where too little speaks for any.
 */
final class LanguageDetector {
    private static final int SAMPLE = 1500;

    private final Map<String, List<String>> languagesOfWord = new HashMap<>();

    LanguageDetector() {
        for (List<String> row : Tables.rows("stopwords.tsv")) {
            for (String word : row.get(1).split(" ")) {
                languagesOfWord.merge(word, List.of(row.get(0)), (a, b) -> {
                    List<String> both = new java.util.ArrayList<>(a);
                    both.addAll(b);
                    return List.copyOf(both);
                });
            }
        }
    }

    /** {@return the BCP 47 tag of a text's language} */
    String detect(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        int all = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isLetter(c)) {
                all++;
                if (c >= 0x300) {
                    letters.merge(UnicodeScript.of(c), 1, Integer::sum);
                }
            }
        }
        if (all == 0) {
            return "und";
        }
        if (share(letters, all, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA) > 0.1) {
            return "ja";
        }
        if (share(letters, all, UnicodeScript.HANGUL) > 0.3) {
            return "ko";
        }
        if (share(letters, all, UnicodeScript.HAN) > 0.5) {
            return "zh";
        }
        if (share(letters, all, UnicodeScript.HEBREW) > 0.5) {
            return "he";
        }
        if (share(letters, all, UnicodeScript.GREEK) > 0.5) {
            return "el";
        }
        if (share(letters, all, UnicodeScript.THAI) > 0.5) {
            return "th";
        }
        return commonest(sample);
    }

    private String commonest(String sample) {
        Map<String, Integer> hits = new TreeMap<>();
        int words = 0;
        String small = sample.toLowerCase(Locale.ROOT);
        for (int at = 0, end; at < small.length(); at = end + 1) {
            end = at;
            while (end < small.length() && isWordPart(small.charAt(end))) {
                end++;
            }
            words += end > at ? 1 : 0;
            for (String language : languagesOfWord.getOrDefault(small.substring(at, end), List.of())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        String best = "und";
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> entry : hits.entrySet()) {
            if (entry.getValue() > most) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        return most < 2 || most == second || most * 12 < words ? "und" : best;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static double share(Map<UnicodeScript, Integer> letters, int all, UnicodeScript... scripts) {
        int n = 0;
        for (UnicodeScript script : scripts) {
            n += letters.getOrDefault(script, 0);
        }
        return (double) n / all;
    }
}
