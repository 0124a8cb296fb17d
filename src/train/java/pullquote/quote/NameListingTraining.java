package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Fits the choice of what a roster lists to dispatches whose persons, organisations and places are known. */
final class NameListingTraining {
    private static final List<String> KINDS = List.of("persons", "organizations", "places");

    /** The features of entries and whether each is listed in the gold. */
    record Entries(List<int[]> features, List<Boolean> right) {
        static Entries none() {
            return new Entries(new ArrayList<>(), new ArrayList<>());
        }

        void addAll(Entries others) {
            features.addAll(others.features);
            right.addAll(others.right);
        }

        LearnedWeights train() {
            Dictionary dictionary = new Dictionary();
            features.forEach(all -> {
                for (int f : all) {
                    dictionary.count(f);
                }
            });
            int[] hashes = dictionary.number(4);
            List<int[]> numbers = new ArrayList<>();
            features.forEach(all -> numbers.add(dictionary.numbers(all, all.length)));
            return ChainTrainer.quantized(hashes, ConfidenceTraining.fit(numbers, right, hashes.length), 1, 0.01f);
        }
    }

    private NameListingTraining() {}

    static Entries entries(NameGold gold, NameFinder finder, Lexicon words) {
        Entries found = Entries.none();
        Passage p = gold.passage();
        RosterBuilder builder = new RosterBuilder(p, finder.lists, finder.names(p));
        Set<String> used = new HashSet<>();
        int[] buffer = new int[NameListing.MOST];
        for (Roster.Entry e : builder.build().entries()) {
            String match = match(gold.entities(), e);
            found.features.add(Arrays.copyOf(buffer, NameListing.features(p, e, words, buffer)));
            found.right.add(!match.isEmpty() && used.add(match));
        }
        return found;
    }

    private static String match(JsonNode entities, Roster.Entry e) {
        String kind = KINDS.get(e.kind);
        for (JsonNode entity : entities.path(kind)) {
            boolean same = plain(entity.path("name").asString()).equals(plain(e.name));
            for (JsonNode alias : entity.path("aliases")) {
                same |= plain(alias.asString()).equals(plain(e.name));
            }
            if (same) {
                return kind + entity.path("name").asString();
            }
        }
        return "";
    }

    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return plain.startsWith("the ") ? plain.substring(4) : plain;
    }
}
