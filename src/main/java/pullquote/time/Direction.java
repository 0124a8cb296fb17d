package pullquote.time;

import java.util.Set;
import pullquote.text.LogisticModel;
import pullquote.text.NamedFeatures;

/**
 * Whether a weekday, a month or a day without its year is ahead or behind: a logistic regression over {@link
 * DirectionFeatures}, its weights in {@code direction.tsv}, learned from dispatches whose days are known.
 */
final class Direction {
    private static final int REACH = 8;
    private static final int LONGEST = 10;
    private static final Set<String> CANCELLED = Set.of("previously", "originally");

    private final TimexLexicon lexicon;
    private final LogisticModel model = LogisticModel.read(Direction.class, "direction.tsv");

    Direction(TimexLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * {@return whether an expression is ahead of the reference}
     *
     * @param steps in how many days or months the next such day or month is
     */
    boolean ahead(Captures words, Memory memory, DirectionFeatures.Kind kind, int steps) {
        String key = DirectionFeatures.key(kind, words);
        if (wasToBe(words.tokens(), words.match().from())) {
            memory.see(key, false);
            return false;
        }
        NamedFeatures features = NamedFeatures.hashed();
        new DirectionFeatures(lexicon, features)
                .collect(words.tokens(), words.match().from(), words.match().to(), kind, steps, memory.seen(key));
        boolean ahead = model.odds(features) > 0;
        memory.see(key, ahead);
        return ahead;
    }

    /** "had been due to expire", "was originally scheduled for": what was ahead then is behind now. */
    private static boolean wasToBe(Tokens tokens, int from) {
        for (int i = from - 1; i > Math.max(0, from - REACH) && !tokens.has(i + 1, Tokens.SENTENCE_START); i--) {
            String word = tokens.end[i] - tokens.start[i] <= LONGEST ? tokens.word(i) : "";
            if (CANCELLED.contains(word)
                    || (word.equals("been") && tokens.word(i - 1).equals("had"))) {
                return true;
            }
        }
        return false;
    }
}
