package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pullquote.quote.Finding.Range;
import pullquote.text.Tokens;

/** At whom an accusation or a demand is aimed. */
class TargetsTest {
    private static final Lexicon LEXICON = Models.lexicon("lexicon.bin");
    private static final Tagger TAGGER = new Tagger(Models.weights("tagger.bin"));
    private static final Acts ACTS = new Acts(WordLists.read("words-en.txt"));

    @Test
    void theAccusedAccusesNoOne() {
        Passage p = passage("The treasurer was accused of taking bribes from two builders.");
        Finding turned = new Targets(p, ACTS).turned(finding(p, "treasurer", "accused", "of"));

        assertThat(turned.source()).isNull();
        assertThat(words(p, new Targets(p, ACTS).target(turned))).isEqualTo("The treasurer");
    }

    @Test
    void anAccusationIsAimedAtWhomItsVerbTakes() {
        Passage p = passage("The council accused the harbour master of taking bribes from two builders.");
        Finding turned = new Targets(p, ACTS).turned(finding(p, "council", "accused", "of"));

        assertThat(words(p, turned.source())).isEqualTo("The council");
        assertThat(words(p, new Targets(p, ACTS).target(turned))).isEqualTo("the harbour master");
    }

    @Test
    void whoWasToldToldNoOne() {
        Passage p = passage("The residents were told to boil their water.");
        Finding turned = new Targets(p, ACTS).turned(finding(p, "residents", "told", "to"));

        assertThat(turned.source()).isNull();
        assertThat(words(p, turned.addressee())).isEqualTo("The residents");
    }

    @Test
    void aStatementIsAimedAtNoOne() {
        Passage p = passage("The council said that the harbour master took bribes.");

        assertThat(new Targets(p, ACTS).target(finding(p, "council", "said", "that")))
                .isNull();
    }

    private static Passage passage(String body) {
        Passage p = new Passage(Tokens.of(body), LEXICON);
        TAGGER.tag(p);
        return p;
    }

    /** The two words up to the source's last, a cue of one word, content from a word to before the point. */
    private static Finding finding(Passage p, String source, String cue, String content) {
        int last = token(p, source);
        int at = token(p, cue);
        return new Finding(
                new Cue(at, at + 1, at, 1),
                new Range(last - 1, last + 1),
                List.of(new Range(token(p, content), p.size - 1)),
                null,
                null,
                1,
                true,
                false,
                "test");
    }

    private static int token(Passage p, String word) {
        int i = 0;
        while (!p.tokens.is(i, word)) {
            i++;
        }
        return i;
    }

    private static String words(Passage p, @Nullable Range range) {
        return range == null ? "" : p.tokens.span(range.from(), range.to()).of(p.tokens.text());
    }
}
