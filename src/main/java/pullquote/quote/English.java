package pullquote.quote;

import java.util.HashSet;
import java.util.Set;

/** Tells paragraphs in English from those in another language by their commonest words. */
final class English {
    private static final int WORDS_NEEDED = 10;
    private static final Set<Integer> COMMON = new HashSet<>();

    static {
        for (String word :
                ("the of to and in a that is was for on with as at by it he she they be has have had from an not are"
                                + " were will said but his her its who which this would their been after or about than when if")
                        .split(" ")) {
            COMMON.add(Mix.lower(word, 0, word.length()));
        }
    }

    private English() {}

    /** {@return for each paragraph whether it reads as English; a short one does unless it shows otherwise} */
    static boolean[] paragraphs(Passage p) {
        boolean[] english = new boolean[p.tokens.paragraphs()];
        for (int i = 0; i < english.length; i++) {
            int words = 0;
            int common = 0;
            for (int t = p.tokens.paragraphStart(i); t < p.tokens.paragraphEnd(i); t++) {
                if (p.tokens.isWord(t)) {
                    words++;
                    common += COMMON.contains(p.word(t)) ? 1 : 0;
                }
            }
            english[i] = words < WORDS_NEEDED || common * 12 >= words;
        }
        return english;
    }
}
