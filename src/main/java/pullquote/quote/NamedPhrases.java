package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Tells whom a noun phrase names by the name that is its head or stands in apposition to its head. */
final class NamedPhrases {
    /** Within so many tokens of a phrase several names are looked for. */
    private static final int LONGEST = 40;

    private final Passage p;
    private final List<Name> names;
    private final Entry[] entryOf;
    private final int[] nameEnding;

    NamedPhrases(Passage p, List<Name> names, Entry[] entryOf) {
        this.p = p;
        this.names = names;
        this.entryOf = entryOf;
        nameEnding = new int[p.size + 1];
        Arrays.fill(nameEnding, -1);
        for (int i = 0; i < names.size(); i++) {
            nameEnding[names.get(i).to()] = i;
        }
    }

    /** {@return the number of the name that ends before a token, or -1} */
    int nameEnding(int token) {
        return nameEnding[token];
    }

    /** {@return all who are named by "A and B", where both are; else none} */
    List<Entry> joint(Range source) {
        List<Entry> all = new ArrayList<>();
        int from = source.from();
        for (int i = source.from() + 1; i < Math.min(source.to(), source.from() + LONGEST); i++) {
            boolean and = p.tokens.is(i, "and") && i + 1 < source.to();
            if (and || (p.tokens.is(i, ',') && nameEnding[i] >= 0)) {
                Entry one = named(new Range(from, i));
                if (and && one != null) {
                    Entry last = named(new Range(i + 1, source.to()));
                    if (last != null && last != one && !all.contains(last) && last.person == one.person) {
                        all.add(one);
                        all.add(last);
                        return all;
                    }
                }
                if (!and && one != null) {
                    all.add(one);
                    from = i + 1;
                }
            }
        }
        return List.of();
    }

    /** {@return who is named by a noun phrase, or null} */
    @Nullable
    Entry named(Range source) {
        int to = source.from();
        while (to < source.to() && !(p.tokens.is(to, '(') && to > source.from())) {
            to++;
        }
        while (to > source.from() && Reading.trims(p, to - 1)) {
            to--;
        }
        Entry whole = nameWithin(source.from(), to);
        Entry person = whole != null && whole.person ? whole : onlyPerson(source.from(), to);
        if (person != null || whole != null) {
            return person != null ? person : whole;
        }
        for (int i = source.from() + 1; i < to; i++) {
            // "Ana Lopez, the mayor": the name before the first comma
            if (p.tokens.is(i, ',')
                    || p.tokens.is(i, '(')
                    || p.tokens.is(i, "of")
                    || p.tokens.is(i, "from")
                    || p.tokens.is(i, "in")) {
                Entry e = nameWithin(source.from(), i);
                if (e != null && (e.person || p.tokens.is(i, '(') || p.tokens.is(i, "in"))) {
                    return e;
                }
                if (p.tokens.is(i, ',')) {
                    break;
                }
            }
        }
        return null;
    }

    /** "Ana Lopez, who heads the board", "head of the board, Ana Lopez": the one person named who is no one's complement. */
    private @Nullable Entry onlyPerson(int from, int to) {
        Entry only = null;
        for (int end = from + 1; end <= to; end++) {
            int name = nameEnding[end];
            if (name < 0 || !entryOf[name].person || names.get(name).from() < from) {
                continue;
            }
            int before = names.get(name).run() - 1;
            boolean owns = end < p.size && (p.tokens.is(end, "'s") || p.tokens.is(end, "’s"));
            if (owns || only == entryOf[name] || (before >= from && p.tag(before) == Tags.ADP)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = entryOf[name];
        }
        return only;
    }

    private @Nullable Entry nameWithin(int from, int to) {
        int name = nameEnding[to];
        if (name < 0 || names.get(name).from() < from) {
            return null;
        }
        for (int i = from; i < names.get(name).run(); i++) {
            // "the spokesman for Acme" is not Acme
            if (p.tag(i) == Tags.ADP && i > from) {
                return null;
            }
        }
        return entryOf[name];
    }
}
