package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pullquote.dispatch.Edition;

/** Which of a file's new dispatches comes instead of which old one. */
class EditionMatchTest {
    private static final String STORY =
            "The night ferry to Colonsay ran aground off the north pier on Friday and its passengers were taken off by"
                    + " lifeboat while the tide went out";

    @Test
    void eachOldDispatchHasOneSuccessorAndTheLikeliestPairComesFirst() {
        EditionMatch match = new EditionMatch(List.of(edition(STORY), edition(STORY + " and the wind rose")));
        match.offer("longer", edition(STORY + " and the wind rose again"));
        match.offer("longest", edition(STORY + " and the wind rose again, they said"));
        match.offer("third", edition(STORY + " and the wind rose at last"));

        assertThat(match.best()).containsExactlyInAnyOrderEntriesOf(Map.of(0, "longer", 1, "longest"));
    }

    @Test
    void theProvidersNumberComesBeforeTheText() {
        EditionMatch match = new EditionMatch(List.of(numbered("f-1", STORY), numbered("f-2", STORY + " at night")));
        match.offer("swapped", numbered("f-2", STORY + " today"));
        match.offer("other", numbered("f-1", STORY + " at night, again"));

        assertThat(match.best()).containsExactlyInAnyOrderEntriesOf(Map.of(0, "other", 1, "swapped"));
    }

    @Test
    void amongThousandsEachFindsItsOwn() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            texts.add(words(random, 60));
        }
        EditionMatch match =
                new EditionMatch(texts.stream().map(EditionMatchTest::edition).toList());
        for (int i = 0; i < texts.size(); i += 3) {
            match.offer("new" + i, edition(texts.get(i) + " corrected"));
        }

        Map<Integer, String> best = match.best();

        assertThat(best).hasSize(1000);
        best.forEach((old, text) -> assertThat(text).isEqualTo("new" + old));
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('a' + random.nextInt(26)))
                    .append((char) ('a' + random.nextInt(26)))
                    .append('e')
                    .append(' ');
        }
        return text.toString();
    }

    private static Edition edition(String text) {
        return Edition.of(Optional.empty(), Optional.empty(), Optional.empty(), false, text, true);
    }

    private static Edition numbered(String guid, String text) {
        return Edition.of(Optional.of(guid), Optional.empty(), Optional.empty(), false, text, true);
    }
}
