package pullquote.dispatch;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pullquote.text.WordSieve;

/**
 * Guesses a text's language from its script and its commonest words ({@code stopwords.tsv}). Tags are those of BCP 47;
 * {@code und} where too little speaks for any.
 */
final class LanguageDetector {
    private static final int SAMPLE = 1500;
    private static final int[] NONE = {};

    /** Below it there is neither a combining mark nor a script but Latin. */
    private static final char FIRST_MARK = 0x300;

    /** In the order of their tags. */
    private final List<String> languages;

    private final Map<String, int[]> languagesOfWord = new HashMap<>();
    private final WordSieve sieve = new WordSieve();

    LanguageDetector() {
        List<List<String>> rows = Tables.rows("stopwords.tsv");
        languages = rows.stream().map(row -> row.get(0)).distinct().sorted().toList();
        for (List<String> row : rows) {
            int language = languages.indexOf(row.get(0));
            for (String word : row.get(1).split(" ")) {
                int[] known = languagesOfWord.getOrDefault(word, NONE);
                int[] more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = language;
                languagesOfWord.put(word, more);
                sieve.add(word);
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
                if (c >= FIRST_MARK) {
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
        int[] hits = new int[languages.size()];
        int words = 0;
        String small = sample.toLowerCase(Locale.ROOT);
        for (int at = 0, end; at < small.length(); at = end + 1) {
            end = at;
            int hash = 0;
            while (end < small.length() && isWordPart(small.charAt(end))) {
                hash = WordSieve.longer(hash, small.charAt(end));
                end++;
            }
            words += end > at ? 1 : 0;
            if (sieve.mayHold(hash)) {
                for (int language : languagesOfWord.getOrDefault(small.substring(at, end), NONE)) {
                    hits[language]++;
                }
            }
        }
        String best = "und";
        int most = 0;
        int second = 0;
        for (int language = 0; language < hits.length; language++) {
            if (hits[language] > most) {
                second = most;
                most = hits[language];
                best = languages.get(language);
            } else {
                second = Math.max(second, hits[language]);
            }
        }
        return most < 2 || most == second || most * 12 < words ? "und" : best;
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || Character.isLetter(c) || (c >= FIRST_MARK && isMark(c));
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
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
