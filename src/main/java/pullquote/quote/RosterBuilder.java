package pullquote.quote;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Form> forms = new HashMap<>();

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
                order,
                Comparator.<Integer>comparingInt(i -> -Math.min(names.get(i).length(), 8))
                        .thenComparing(i -> bracketedAfter(i) < 0));
        for (int i : order) {
            entryOf[i] = enter(i);
        }
        for (int i = 0; i < names.size(); i++) {
            titles.describe(names.get(i), entryOf[i]);
        }
        return roster;
    }

    /** A name as it is printed, and as it is compared. */
    @SuppressWarnings("ArrayRecordComponent") // never written to
    private record Form(String text, String plain, String[] words) {
        static Form of(String printed) {
            String text = Roster.spaced(printed);
            String plain = Roster.plain(text);
            return new Form(text, plain, plain.split(" "));
        }
    }

    private Entry enter(int i) {
        Name n = names.get(i);
        Form form = forms.computeIfAbsent(p.tokens.span(n.from(), n.to()).of(p.tokens.text()), Form::of);
        int before = bracketedAfter(i);
        Entry entry = before >= 0 ? entryOf[before] : null;
        if (entry == null) {
            entry = match(n, form);
        } else {
            roster.alias(entry, form.plain);
        }
        if (entry == null) {
            entry = roster.add(form.text, n.kind(), n.from());
        }
        entry.forms.add(form.text);
        entry.mentions.add(n);
        entry.firstToken = Math.min(entry.firstToken, n.from());
        return entry;
    }

    private @Nullable Entry match(Name n, Form form) {
        Entry best = roster.named(n.kind(), form.plain);
        if (best != null) {
            return best;
        }
        for (String word : form.words) {
            for (Entry e : roster.having(word)) {
                if (e.kind == n.kind() && same(e, n, form.words)) {
                    best = nearer(best, e, n);
                }
            }
        }
        if (best != null || n.kind() == NameChain.PERSON || form.words.length > 1) {
            return best;
        }
        return n.kind() == NameChain.PLACE ? roster.place(form.plain) : acronym(n, form);
    }

    private boolean same(Entry e, Name n, String[] words) {
        return switch (e.kind) {
            case NameChain.PERSON -> NameForms.samePerson(e.words(), words) && fits(n, e);
            case NameChain.ORGANIZATION -> NameForms.sameBody(e.words(), words);
            default -> false;
        };
    }

    /** {@return the organisation before the bracket that holds nothing but an abbreviation, or -1} */
    private int bracketedAfter(int i) {
        Name n = names.get(i);
        boolean alone = n.length() == 1
                && n.kind() == NameChain.ORGANIZATION
                && n.from() > 1
                && n.to() < p.size
                && p.tokens.is(n.from() - 1, '(')
                && p.tokens.is(n.to(), ')')
                && p.shape(n.from()) != Passage.CAPITALIZED;
        int before = alone ? nameEndingAt(n.from() - 1) : -1;
        return before >= 0
                        && names.get(before).kind() == n.kind()
                        && names.get(before).length() > 1
                ? before
                : -1;
    }

    private int nameEndingAt(int token) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).to() < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < names.size() && names.get(low).to() == token ? low : -1;
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
    private @Nullable Entry acronym(Name n, Form form) {
        Entry found = null;
        if (isShort(form.text)) {
            for (Entry e : roster.abbreviated(form.plain)) {
                found = e.kind == n.kind() ? nearer(found, e, n) : found;
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
