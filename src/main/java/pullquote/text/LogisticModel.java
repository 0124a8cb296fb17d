package pullquote.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A logistic regression whose weights are a table that people can read: a feature's name, a tab, its weight. Lines that
 * begin with {@code #} say what it was learned from. Immutable and safe for use by many threads.
 */
public final class LogisticModel {
    /** Hashes of names and their weights, in a table of open addresses; 0 for a free place. */
    private final int[] names;

    private final float[] weights;
    private final int mask;

    private LogisticModel(Map<Integer, Float> table) {
        int places = Integer.highestOneBit(Math.max(4, table.size()) * 4);
        names = new int[places];
        weights = new float[places];
        mask = places - 1;
        table.forEach((name, weight) -> {
            int at = place(name);
            names[at] = name;
            weights[at] = weight;
        });
    }

    private int place(int name) {
        int at = (name * 0x9E3779B9) >>> 7 & mask;
        while (names[at] != 0 && names[at] != name) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** {@return the model in a resource next to a class} */
    public static LogisticModel read(Class<?> owner, String resource) {
        Map<Integer, Float> table = new HashMap<>();
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected the model " + resource + " next to " + owner.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.lastIndexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    table.put(line.substring(0, tab).hashCode(), Float.valueOf(line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the model " + resource, e);
        }
        return new LogisticModel(table);
    }

    /** {@return the log odds that features speak for} */
    public double odds(NamedFeatures features) {
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weights[place(features.hash(i))];
        }
        return sum;
    }

    /** {@return the probability that features speak for, 0 to 1} */
    public double probability(NamedFeatures features) {
        return 1 / (1 + Math.exp(-odds(features)));
    }
}
