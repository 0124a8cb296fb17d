package pullquote.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The persons and organisations that a dispatch names, each with all the forms of its name. */
final class Roster {
    /** One of them. */
    static final class Entry {
        final String name;
        /** The name as it is compared. */
        final String plain;

        private final String[] words;
        final Set<String> forms = new LinkedHashSet<>();
        /** Words of titles and descriptions that stand beside its name, in lower case. */
        final Set<String> roles = new LinkedHashSet<>();

        boolean person;
        int mentions;
        int firstToken;
        int lastToken;
        char gender = '?';
        Optional<String> title = Optional.empty();
        Optional<String> affiliation = Optional.empty();

        Entry(String name, boolean person, int token) {
            this.name = name;
            plain = Roster.plain(name);
            words = plain.split(" ");
            this.person = person;
            firstToken = token;
            lastToken = token;
        }

        String[] words() {
            return words;
        }

        /** {@return the first letters of the name's capitalised words, in lower case} */
        String initials() {
            StringBuilder letters = new StringBuilder();
            for (String word : name.split(" ")) {
                if (Character.isUpperCase(word.charAt(0))) {
                    letters.append(Character.toLowerCase(word.charAt(0)));
                }
            }
            return letters.toString();
        }

        Person person() {
            List<String> aliases = new ArrayList<>(forms);
            aliases.remove(name);
            return new Person(
                    name,
                    aliases,
                    title,
                    affiliation,
                    person ? Person.Kind.PERSON : Person.Kind.ORGANIZATION,
                    mentions);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byWord = new HashMap<>();
    private final Map<String, Entry> organizations = new HashMap<>();

    List<Entry> entries() {
        return entries;
    }

    private static final int NAMESAKES = 40;

    Entry add(String name, boolean person, int token) {
        Entry entry = new Entry(name, person, token);
        entries.add(entry);
        if (!person) {
            organizations.putIfAbsent(entry.initials(), entry);
        }
        for (String word : entry.words()) {
            List<Entry> namesakes = byWord.computeIfAbsent(word, k -> new ArrayList<>());
            if (namesakes.size() < NAMESAKES) {
                namesakes.add(entry);
            }
        }
        return entry;
    }

    List<Entry> having(String plainWord) {
        return byWord.getOrDefault(plainWord, List.of());
    }

    /** {@return the organisation first named whose capitals are these letters, or null} */
    @Nullable
    Entry abbreviated(String letters) {
        return organizations.get(letters);
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
