package pullquote.quote;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Gathers the names of a passage into a roster: the fullest forms first, then what is short for them. */
final class RosterBuilder {
    /** A dispatch that names more than this is a list, not a story. */
    private static final int MOST = 4000;

    private final Passage p;
    private final NameLists lists;
    private final List<Name> names;
    private final Roster roster = new Roster();
    private final Entry[] entryOf;
    private final TitleReader titles;

    RosterBuilder(Passage p, NameLists lists, List<Name> found) {
        this.p = p;
        this.lists = lists;
        names = found.stream()
                .filter(n -> n.kind() != NameChain.OTHER)
                .limit(MOST)
                .toList();
        entryOf = new Entry[names.size()];
        titles = new TitleReader(p, lists, found);
    }

    List<Name> names() {
        return names;
    }

    /** {@return whom each name stands for, in order; what is never null once built} */
    Entry[] entries() {
        return entryOf;
    }

    Roster build() {
        Integer[] order = new Integer[names.size()];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(
                order, Comparator.comparingInt(i -> -Math.min(names.get(i).length(), 8)));
        for (int i : order) {
            entryOf[i] = enter(names.get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            titles.describe(names.get(i), entryOf[i]);
        }
        return roster;
    }

    private String text(Name n) {
        return Roster.spaced(p.tokens.span(n.from(), n.to()).of(p.tokens.text()));
    }

    private Entry enter(Name n) {
        String text = text(n);
        Entry entry = match(n, text);
        if (entry == null && n.from() > 1 && p.tokens.is(n.from() - 1, '(')) {
            entry = bracketed(n);
        }
        if (entry == null) {
            entry = roster.add(text, n.kind(), n.from());
        }
        entry.forms.add(text);
        entry.mentions.add(n);
        entry.firstToken = Math.min(entry.firstToken, n.from());
        return entry;
    }

    private @Nullable Entry match(Name n, String text) {
        String plain = Roster.plain(text);
        String[] words = plain.split(" ");
        Entry best = null;
        for (String word : words) {
            for (Entry e : roster.having(word)) {
                if (e.kind != n.kind()) {
                    continue;
                }
                if (e.plain.equals(plain)) {
                    return e;
                }
                if (same(e, n, words)) {
                    best = nearer(best, e, n);
                }
            }
        }
        if (best != null || n.kind() == NameChain.PERSON || words.length > 1) {
            return best;
        }
        return n.kind() == NameChain.PLACE ? synonym(plain) : acronym(n, text);
    }

    private boolean same(Entry e, Name n, String[] words) {
        return switch (e.kind) {
            case NameChain.PERSON -> NameForms.samePerson(e.words(), words) && fits(n, e);
            case NameChain.ORGANIZATION -> NameForms.sameBody(e.words(), words);
            default -> false;
        };
    }

    private @Nullable Entry synonym(String plain) {
        String same = NameForms.country(plain);
        for (Entry e : roster.entries()) {
            if (e.kind == NameChain.PLACE && NameForms.country(e.plain).equals(same)) {
                return e;
            }
        }
        return null;
    }

    /** {@return the organisation before the bracket that holds nothing but a name} */
    private @Nullable Entry bracketed(Name n) {
        boolean alone = n.length() == 1
                && n.kind() == NameChain.ORGANIZATION
                && p.shape(n.from()) != Passage.CAPITALIZED
                && n.to() < p.size
                && p.tokens.is(n.to(), ')');
        for (int i = 0; i < names.size() && alone; i++) {
            Name before = names.get(i);
            if (before.to() == n.from() - 1 && before.kind() == n.kind()) {
                return entryOf[i];
            }
        }
        return null;
    }

    private boolean fits(Name n, Entry e) {
        char gender = titles.gender(n);
        return gender == '?' || e.gender == gender || (e.gender == '?' && lists.gender(e.words()[0]) != other(gender));
    }

    private static char other(char gender) {
        return gender == 'f' ? 'm' : 'f';
    }

    private static Entry nearer(@Nullable Entry a, Entry b, Name n) {
        if (a == null) {
            return b;
        }
        boolean aBefore = a.firstToken < n.from();
        boolean bBefore = b.firstToken < n.from();
        if (aBefore != bBefore) {
            return aBefore ? a : b;
        }
        return a.firstToken > b.firstToken == aBefore ? a : b;
    }

    /** "NHB" is "National Harbour Board"; what stands in brackets behind a name is short for it. */
    private @Nullable Entry acronym(Name n, String text) {
        String letters = Roster.plain(text);
        if (letters.length() > 8 || !isShort(text)) {
            return null;
        }
        Entry found = null;
        for (Entry e : roster.entries()) {
            if (e.kind == n.kind() && e.words().length > 1 && NameForms.abbreviates(letters, e.words())) {
                found = nearer(found, e, n);
            }
        }
        return found;
    }

    /** Whether a word is written as an abbreviation is: {@code NHB}, {@code N.H.B.}, {@code MoT}. */
    private static boolean isShort(String text) {
        long capitals = text.chars().filter(Character::isUpperCase).count();
        return capitals > 1
                && capitals * 2 > text.chars().filter(Character::isLetter).count();
    }
}
