package pullquote.quote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Gathers the names of a passage into a roster: the fullest forms first, then what is short for them. */
final class RosterBuilder {
    /** A dispatch that names more than this is a list, not a story. */
    private static final int MOST = 4000;

    private static final Set<String> COMPANY_ENDINGS = Set.of(
            "co", "corp", "inc", "ltd", "llc", "plc", "group", "company", "corporation", "associates", "holdings");

    private final Passage p;
    private final NameFinder finder;
    private final List<Name> names;
    private final Roster roster = new Roster();
    private final Entry[] entryOf;

    RosterBuilder(Passage p, NameFinder finder) {
        this.p = p;
        this.finder = finder;
        List<Name> found = finder.names(p);
        names = found.size() > MOST ? found.subList(0, MOST) : found;
        entryOf = new Entry[names.size()];
    }

    List<Name> names() {
        return names;
    }

    /** {@return whom each name stands for, in order; what is never null once built} */
    Entry[] entries() {
        return entryOf;
    }

    Roster build() {
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < names.size(); i++) {
                Name n = names.get(i);
                boolean full = n.to() - n.from() > 1;
                if (full == (pass == 0)) {
                    entryOf[i] = enter(n);
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            describe(names.get(i), entryOf[i]);
        }
        return roster;
    }

    private String text(Name n) {
        return Roster.spaced(p.tokens.span(n.from(), n.to()).of(p.tokens.text()));
    }

    private Entry enter(Name n) {
        String text = text(n);
        Entry entry = match(n, text);
        if (entry == null) {
            // one capitalised word alone may be a place: a person's has a title before it
            boolean titled =
                    n.run() < n.from() || (n.from() > 0 && finder.titles.contains(NameFinder.lower(p, n.from() - 1)));
            entry = roster.add(text, n.person() && (titled || n.to() - n.from() > 1), n.from());
        }
        entry.forms.add(text);
        entry.mentions++;
        entry.firstToken = Math.min(entry.firstToken, n.from());
        entry.lastToken = Math.max(entry.lastToken, n.from());
        return entry;
    }

    private @org.jspecify.annotations.Nullable Entry match(Name n, String text) {
        String plain = Roster.plain(text);
        String[] words = plain.split(" ");
        String last = words[words.length - 1];
        Entry best = null;
        for (Entry e : roster.having(last)) {
            if (e.plain.equals(plain)) {
                return e;
            }
            if (n.person() && e.person && sameByLast(e.words(), words) && fits(n, e)) {
                best = nearer(best, e, n);
            }
        }
        if (best != null) {
            return best;
        }
        for (Entry e : roster.having(words[0])) {
            String[] of = e.words();
            boolean short1 = words.length == 1 && of.length > 1 && of[0].equals(words[0]);
            if (short1 && e.person && n.person()) {
                best = nearer(best, e, n);
            } else if (short1 && !e.person && COMPANY_ENDINGS.contains(of[of.length - 1])) {
                return e;
            } else if (!e.person && e.plain.startsWith(plain + " ") && COMPANY_ENDINGS.contains(of[of.length - 1])) {
                return e;
            }
        }
        return best != null ? best : words.length == 1 ? acronym(n, text) : null;
    }

    /** "Frank Carlucci", "Frank C. Carlucci" and "Carlucci" are one, "Tom Carlucci" is another. */
    private static boolean sameByLast(String[] known, String[] words) {
        if (!known[known.length - 1].equals(words[words.length - 1])) {
            return false;
        }
        if (words.length == 1 || known.length == 1) {
            return true;
        }
        String a = known[0];
        String b = words[0];
        return a.equals(b) || (a.length() == 1 && b.startsWith(a)) || (b.length() == 1 && a.startsWith(b));
    }

    private boolean fits(Name n, Entry e) {
        char gender = genderOf(n);
        return gender == '?' || (e.gender == '?' && genderByName(e.words()[0]) != other(gender)) || e.gender == gender;
    }

    private static char other(char gender) {
        return gender == 'f' ? 'm' : 'f';
    }

    private char genderByName(String first) {
        return finder.female.contains(first) ? 'f' : finder.male.contains(first) ? 'm' : '?';
    }

    private char genderOf(Name n) {
        if (n.from() == 0) {
            return '?';
        }
        String before = NameFinder.lower(p, n.from() - 1);
        return switch (before) {
            case "mrs.", "mrs", "ms.", "ms", "miss", "queen", "princess", "lady", "sister" -> 'f';
            case "mr.", "mr", "king", "prince", "sir", "pope" -> 'm';
            default -> '?';
        };
    }

    private static Entry nearer(@org.jspecify.annotations.Nullable Entry a, Entry b, Name n) {
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

    private @org.jspecify.annotations.Nullable Entry acronym(Name n, String text) {
        if (p.shape(n.from()) != Passage.CAPITALS && text.indexOf('.') < 0) {
            return null;
        }
        String letters = text.replace(".", "").toLowerCase(Locale.ROOT);
        if (letters.length() < 2 || letters.length() > 7) {
            return null;
        }
        return roster.abbreviated(letters);
    }

    /** Notes the titles around a name. */
    private void describe(Name n, Entry e) {
        if (e.gender == '?') {
            char byTitle = genderOf(n);
            e.gender = byTitle != '?' ? byTitle : e.person ? genderByName(e.words()[0]) : '?';
        }
        int i = n.from() - 1;
        int sentence = p.tokens.sentenceOf(n.from());
        int first = n.from();
        while (i >= 0
                && n.from() - i <= 6
                && p.tokens.sentenceOf(i) == sentence
                && finder.titles.contains(NameFinder.lower(p, i))) {
            e.roles.add(NameFinder.lower(p, i));
            first = i--;
        }
        if (first < n.from() && e.person) {
            String title = Roster.spaced(p.tokens.span(first, n.from()).of(p.tokens.text()));
            if (e.title.isEmpty() && !(n.from() - first == 1 && title.endsWith("."))) {
                e.title = Optional.of(title);
                affiliate(e, i, sentence);
            }
        }
        int at = n.from() - 1;
        if (e.person && at > 1 && p.tokens.is(at, ',') && first == n.from()) {
            // "his counterpart, Ana Lopez": the words before the comma
            for (int j = at - 1;
                    j >= 0 && at - j < 8 && p.tokens.sentenceOf(j) == sentence && !p.tokens.is(j, ',');
                    j--) {
                noteRole(e, j);
            }
        }
        if (e.person
                && n.to() + 2 < p.size
                && p.tokens.is(n.to(), ',')
                && p.tokens.sentenceOf(n.to() + 1) == sentence) {
            apposition(e, n.to() + 1, sentence);
        }
    }

    private void noteRole(Entry e, int token) {
        String word = NameFinder.lower(p, token);
        if (finder.titles.contains(word)) {
            e.roles.add(word);
        }
    }

    private void affiliate(Entry e, int end, int sentence) {
        int from = end + 1;
        while (from > 0
                && end - from < 6
                && p.tokens.sentenceOf(from - 1) == sentence
                && (p.shape(from - 1) == Passage.CAPITALIZED
                        || p.shape(from - 1) == Passage.CAPITALS
                        || p.shape(from - 1) == Passage.INITIAL)
                && p.tag(from - 1) != Tags.DET
                && p.tag(from - 1) != Tags.ADP) {
            from--;
        }
        if (from <= end) {
            e.affiliation =
                    Optional.of(Roster.spaced(p.tokens.span(from, end + 1).of(p.tokens.text())));
        }
    }

    private void apposition(Entry e, int from, int sentence) {
        int to = from;
        boolean role = false;
        int of = -1;
        while (to < p.size && to - from < 14 && p.tokens.sentenceOf(to) == sentence && p.shape(to) != Passage.MARK) {
            if (p.tag(to) == Tags.VERB || p.tokens.is(to, "who")) {
                break;
            }
            if (of < 0) {
                role |= finder.titles.contains(NameFinder.lower(p, to));
                noteRole(e, to);
            }
            if (of < 0 && to > from && (p.tokens.is(to, "of") || p.tokens.is(to, "for") || p.tokens.is(to, "at"))) {
                of = to;
            }
            to++;
        }
        if (!role || e.title.isPresent()) {
            return;
        }
        int begin = p.tag(from) == Tags.DET ? from + 1 : from;
        int end = of > 0 ? of : to;
        if (begin < end && end - begin <= 7) {
            e.title = Optional.of(Roster.spaced(p.tokens.span(begin, end).of(p.tokens.text())));
            if (of > 0 && of + 1 < to) {
                int start = p.tag(of + 1) == Tags.DET ? of + 2 : of + 1;
                if (start < to) {
                    e.affiliation =
                            Optional.of(Roster.spaced(p.tokens.span(start, to).of(p.tokens.text())));
                }
            }
        }
    }
}
