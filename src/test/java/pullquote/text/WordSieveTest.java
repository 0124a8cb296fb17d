package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordSieveTest {
    @Test
    void letsEveryWordOfTheTableThroughAndFewOthers() {
        WordSieve sieve = new WordSieve();
        List<String> table = List.of("monday", "yesterday", "noon", "sept.", "aujourd’hui");
        table.forEach(sieve::add);

        assertThat(table).allMatch(word -> sieve.mayHold(word.hashCode()));
        assertThat(List.of("harbor", "minister", "the", "said", "ferry", "announced"))
                .noneMatch(word -> sieve.mayHold(word.hashCode()));
    }

    @Test
    void hashesAWordCharacterByCharacterAsAStringDoes() {
        int hash = 0;
        for (char c : "yesterday".toCharArray()) {
            hash = WordSieve.longer(hash, c);
        }

        assertThat(hash).isEqualTo("yesterday".hashCode());
    }
}
