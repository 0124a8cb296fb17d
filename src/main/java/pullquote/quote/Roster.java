package pullquote.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.NameFinder.Name;
import pullquote.text.Span;
import pullquote.text.Tokens;

/** The persons, organisations and places that a dispatch names, each with all the forms of its name. */
final class Roster {
    private static final Person.Kind[] KINDS = {Person.Kind.PERSON, Person.Kind.ORGANIZATION, Person.Kind.PLACE};

    /** One of them. */
    static final class Entry {
        final String name;
        /** The name as it is compared. */
        final String plain;

        private final String[] words;
        final Set<String> forms = new LinkedHashSet<>();
        /** Words of titles and descriptions that stand beside its name, in lower case. */
        final Set<String> roles = new LinkedHashSet<>();

        final int kind;
        final boolean person;
        /** Where it is named. */
        final List<Name> mentions = new ArrayList<>();

        int firstToken;
        char gender = '?';
        Optional<String> title = Optional.empty();
        Optional<String> affiliation = Optional.empty();

        Entry(String name, int kind, int token) {
            this.name = name;
            plain = Roster.plain(name);
            words = plain.split(" ");
            this.kind = kind;
            person = kind == NameChain.PERSON;
            firstToken = token;
        }

        String[] words() {
            return words;
        }

        Person person(Tokens tokens) {
            List<String> aliases = new ArrayList<>(forms);
            aliases.remove(name);
            return new Person(
                    name,
                    aliases,
                    title,
                    affiliation,
                    KINDS[kind],
                    mentions.stream()
                            .map(m -> tokens.span(m.from(), m.to()))
                            .sorted(Comparator.comparingInt(Span::start))
                            .toList());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    /** By kind and then by name. */
    private final List<Map<String, Entry>> exact =
            List.of(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());

    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<String, List<Entry>> byLetters = new HashMap<>();
    private final Map<String, Entry> byCountry = new HashMap<>();

    List<Entry> entries() {
        return entries;
    }

    /** Of those that have a word in common, only so many are compared with a name. */
    private static final int NAMESAKES = 40;

    Entry add(String name, int kind, int token) {
        Entry entry = new Entry(name, kind, token);
        entries.add(entry);
        exact.get(kind).putIfAbsent(entry.plain, entry);
        for (String word : entry.words()) {
            index(byWord, word, entry);
        }
        if (kind == NameChain.PLACE) {
            byCountry.putIfAbsent(NameForms.country(entry.plain), entry);
        } else if (kind == NameChain.ORGANIZATION && entry.words().length > 1) {
            NameForms.abbreviations(entry.words()).forEach(letters -> index(byLetters, letters, entry));
        }
        return entry;
    }

    private static void index(Map<String, List<Entry>> index, String key, Entry entry) {
        List<Entry> namesakes = index.computeIfAbsent(key, k -> new ArrayList<>());
        if (namesakes.size() < NAMESAKES) {
            namesakes.add(entry);
        }
    }

    /** Takes a name, as it is compared, for another of an entry from now on. */
    void alias(Entry entry, String plain) {
        exact.get(entry.kind).putIfAbsent(plain, entry);
    }

    /** {@return the one of a kind that has a name as it is compared} */
    @Nullable
    Entry named(int kind, String plain) {
        return exact.get(kind).get(plain);
    }

    List<Entry> having(String plainWord) {
        return byWord.getOrDefault(plainWord, List.of());
    }

    /** {@return the organisations that letters may be short for} */
    List<Entry> abbreviated(String letters) {
        return byLetters.getOrDefault(letters, List.of());
    }

    /** {@return the place that goes by a name or by another name of the same country} */
    @Nullable
    Entry place(String plain) {
        return byCountry.get(NameForms.country(plain));
    }

    /** {@return a name without case, points, hyphens and "al-", for comparing} */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            } else if ((c == ' ' || c == '\n' || c == '\t' || c == '\r')
                    && !plain.isEmpty()
                    && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            } else if (c == '-' && plain.length() >= 2 && endsWithArticle(plain)) {
                plain.setLength(plain.length() - 2);
            }
        }
        return plain.toString().strip();
    }

    private static boolean endsWithArticle(StringBuilder s) {
        int n = s.length();
        boolean article = s.charAt(n - 1) == 'l' && (s.charAt(n - 2) == 'a' || s.charAt(n - 2) == 'e');
        return article && (n == 2 || s.charAt(n - 3) == ' ');
    }

    /** {@return a text on one line, words apart by one space, those broken at a hyphen joined} */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                space = true;
                continue;
            }
            boolean broken = !spaced.isEmpty()
                    && spaced.charAt(spaced.length() - 1) == '-'
                    && Character.isLetter(Character.codePointAt(text, i));
            if (space && !broken && !spaced.isEmpty()) {
                spaced.append(' ');
            }
            space = false;
            spaced.append(c);
        }
        return spaced.toString().strip();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
