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
    private int[] hashes = new int[64];
    /** 31 to the power of each name's length: what a hash of something before the name is multiplied by. */
    private int[] powers = new int[64];

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
        add(
                hash(WordSieve.longer(hash(hash(0, group), template), ':'), word),
                power(group.length() + template.length() + 1 + word.length()));
        if (named) {
            names.add(group + template + ":" + word);
        }
    }

    /** Adds the feature {@code template:word} of a word of a text, in small letters, a blank for each white space. */
    public void add(String template, String text, Span word) {
        int hash = WordSieve.longer(hash(0, template), ':');
        for (int i = word.start(); i < word.end(); i++) {
            hash = WordSieve.longer(hash, small(text.charAt(i)));
        }
        add(hash, power(template.length() + 1 + word.length()));
        if (named) {
            StringBuilder name = new StringBuilder(template).append(':');
            for (int i = word.start(); i < word.end(); i++) {
                name.append(small(text.charAt(i)));
            }
            names.add(name.toString());
        }
    }

    private static char small(char c) {
        return c <= ' ' ? ' ' : Character.toLowerCase(c);
    }

    /** Adds other features, each with a group before its name. */
    public void addAll(String group, NamedFeatures others) {
        int before = hash(0, group);
        int groupPower = power(group.length());
        for (int i = 0; i < others.size; i++) {
            add(before * others.powers[i] + others.hashes[i], groupPower * others.powers[i]);
        }
        if (named) {
            others.names.forEach(name -> names.add(group + name));
        }
    }

    private void add(int hash, int power) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            powers = Arrays.copyOf(powers, size * 2);
        }
        hashes[size] = hash;
        powers[size] = power;
        size++;
    }

    private static int power(int length) {
        int power = 1;
        for (int i = 0; i < length; i++) {
            power *= 31;
        }
        return power;
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
