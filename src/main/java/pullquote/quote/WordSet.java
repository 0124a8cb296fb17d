package pullquote.quote;

import java.util.Collection;
import java.util.List;

/** A closed set of words, asked by their hashes ({@link Passage#word}). */
final class WordSet {
    private final int[] slots;
    private final int mask;

    private WordSet(Collection<String> words) {
        slots = new int[Integer.highestOneBit(Math.max(words.size(), 4)) * 4];
        mask = slots.length - 1;
        for (String word : words) {
            int hash = Mix.lower(word, 0, word.length());
            int slot = hash & mask;
            while (slots[slot] != 0 && slots[slot] != hash) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = hash;
        }
    }

    static WordSet of(Collection<String> words) {
        return new WordSet(words);
    }

    static WordSet of(String... words) {
        return new WordSet(List.of(words));
    }

    boolean has(int word) {
        int slot = word & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == word) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }
}
