package pullquote.quote;

import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.Roster.Entry;

/** The words that name a source, and what kind of speaker they can stand for. */
final class SourcePhrase {
    /** What the words are. */
    static final int HE = 1,
            SHE = 2,
            IT = 3,
            THEY = 4,
            WHO = 5,
            SPEAKER = 6,
            PRONOUN = 7,
            NAME = 8,
            DEFINITE = 9,
            POSSESSED = 10,
            INDEFINITE = 11,
            BARE = 12;

    private static final WordSet HE_WORDS = WordSet.of("he", "his", "him", "himself");
    private static final WordSet SHE_WORDS = WordSet.of("she", "her", "hers", "herself");
    private static final WordSet IT_WORDS = WordSet.of("it", "its", "itself");
    private static final WordSet THEY_WORDS = WordSet.of("they", "their", "them", "both", "themselves");
    private static final WordSet WHO_WORDS = WordSet.of("who", "which", "whom", "that");
    private static final WordSet SPEAKER_WORDS = WordSet.of("i", "we", "me", "us", "my", "our");
    private static final WordSet DEFINITE_WORDS = WordSet.of("the", "this", "that", "these", "those", "both");
    private static final WordSet INDEFINITE_WORDS = WordSet.of(
            "a", "an", "some", "one", "two", "three", "several", "many", "most", "other", "others", "another", "few",
            "no", "any", "all", "every", "each", "various", "more");
    private static final WordSet OWNERS = WordSet.of("his", "her", "their", "its", "my", "our", "your");

    /** Characters of a word that is looked for behind a hyphen. */
    private static final int LONGEST_PART = 16;

    final Range range;
    final int form;
    /** The noun that the phrase is about; in a name its last word. */
    final int head;
    /** What kinds of body or person the head calls, as {@link WordKinds}; none for a name or a pronoun. */
    final int kinds;
    /** The entry that the phrase itself names, or null. */
    final @Nullable Entry named;

    private final Passage p;

    SourcePhrase(Passage p, Range range, @Nullable Entry named, WordKinds words) {
        this.p = p;
        this.range = range;
        this.named = named;
        head = head();
        form = form();
        kinds = form <= NAME ? 0 : words.of(lastPart(p, head));
    }

    private int head() {
        int end = range.from() + 1;
        while (end < range.to()
                && p.tag(end) != Tags.ADP
                && p.shape(end) != Passage.MARK
                && !WHO_WORDS.has(p.word(end))) {
            end++;
        }
        return end - 1;
    }

    private int form() {
        int first = p.word(range.from());
        if (range.to() - range.from() == 1) {
            int pronoun = HE_WORDS.has(first)
                    ? HE
                    : SHE_WORDS.has(first)
                            ? SHE
                            : IT_WORDS.has(first)
                                    ? IT
                                    : THEY_WORDS.has(first)
                                            ? THEY
                                            : WHO_WORDS.has(first) ? WHO : SPEAKER_WORDS.has(first) ? SPEAKER : 0;
            if (pronoun != 0 || p.tag(range.from()) == Tags.PRON) {
                return pronoun != 0 ? pronoun : PRONOUN;
            }
        }
        if (named != null) {
            return NAME;
        }
        for (int i = range.from(); i < head; i++) {
            if (p.tokens.is(i, "'s") || p.tokens.is(i, "’s")) {
                return POSSESSED;
            }
        }
        return OWNERS.has(first)
                ? POSSESSED
                : DEFINITE_WORDS.has(first)
                        ? DEFINITE
                        : INDEFINITE_WORDS.has(first) || p.shape(range.from()) == Passage.NUMBER ? INDEFINITE : BARE;
    }

    boolean pronoun() {
        return form <= PRONOUN;
    }

    /** {@return the hash of a word, or of what follows its last hyphen: of "premier" for "vice-premier"} */
    static int lastPart(Passage p, int token) {
        String text = p.tokens.text();
        int from = p.tokens.start(token);
        int to = p.tokens.end(token);
        for (int i = to - 1; i > from && to - i < LONGEST_PART; i--) {
            if (text.charAt(i) == '-') {
                return Mix.lower(text, i + 1, to);
            }
        }
        return p.word(token);
    }

    /** {@return the sex that the words tell: f, m or ?} */
    char sex() {
        return form == HE ? 'm' : form == SHE ? 'f' : form == NAME ? '?' : Sexes.ofNoun(p.word(head));
    }

    /** {@return whether the words can stand for a person, or for a body if not} */
    boolean agrees(boolean person) {
        return switch (form) {
            case HE, SHE -> person;
            case IT, THEY -> !person;
            default -> WordKinds.agree(kinds, person);
        };
    }
}
