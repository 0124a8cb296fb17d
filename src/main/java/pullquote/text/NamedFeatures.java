package pullquote.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features of one decision, each a template and a word: {@code left:scheduled}. A feature is kept as the hash of its name
 * ({@link String#hashCode()}), so that none is put together while text is analysed; names are kept where a model is
 * trained.
 */
public final class NamedFeatures {
    private final List<String> names = new ArrayList<>();
    private final boolean named;
    private int[] hashes = new int[128];
    private int size;

    private NamedFeatures(boolean named) {
        this.named = named;
    }

    /** {@return features by their hashes} */
    public static NamedFeatures hashed() {
        return new NamedFeatures(false);
    }

    /** {@return features by their hashes and names, for training} */
    public static NamedFeatures named() {
        return new NamedFeatures(true);
    }

    /** Adds the feature {@code group + template + ":" + word}. */
    public void add(String group, String template, String word) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(WordSieve.longer(hash(hash(0, group), template), ':'), word);
        if (named) {
            names.add(group + template + ":" + word);
        }
    }

    /** {@return the names, in the order in which they were added; empty unless they are kept} */
    public List<String> names() {
        return List.copyOf(names);
    }

    int hash(int feature) {
        return hashes[feature];
    }

    int size() {
        return size;
    }

    /** {@return what {@link String#hashCode()} gives for what was hashed before with a text after it} */
    private static int hash(int before, String text) {
        int hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = WordSieve.longer(hash, text.charAt(i));
        }
        return hash;
    }
}
