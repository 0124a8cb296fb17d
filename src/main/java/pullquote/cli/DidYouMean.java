package pullquote.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant, by Damerau's distance between two spellings. */
final class DidYouMean {
    private DidYouMean() {}

    /** {@return the end of a message that names the nearest of the known words; nothing where none is near} */
    static String hint(@Nullable String found, Collection<String> known) {
        return found == null
                ? ""
                : nearest(found, known)
                        .map(word -> "; did you mean " + word + "?")
                        .orElse("");
    }

    private static Optional<String> nearest(String found, Collection<String> known) {
        String word = found.toLowerCase(Locale.ROOT);
        // one slip in a short word, two in a long one
        int most = Math.max(1, word.length() / 4);
        return known.stream()
                .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@return how many letters were left out, added, exchanged for another or for their neighbour} */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + changed, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
