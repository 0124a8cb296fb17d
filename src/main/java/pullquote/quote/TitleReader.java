package pullquote.quote;

import java.util.List;
import java.util.Optional;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** Reads the titles, posts and affiliations around a person's name: before it, and as an apposition on either side. */
final class TitleReader {
    private static final WordSet COURTESY =
            WordSet.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "messrs");
    private static final WordSet OFFICES =
            WordSet.of("minister", "secretary", "commissioner", "envoy", "undersecretary");
    private static final WordSet JOINTS = WordSet.of("of", "for", "at", "with", "from", "in");
    private static final WordSet FEMALE =
            WordSet.of("mrs.", "mrs", "ms.", "ms", "miss", "queen", "princess", "lady", "sister", "spokeswoman");
    private static final WordSet MALE = WordSet.of("mr.", "mr", "king", "prince", "sir", "pope", "spokesman");

    /** Words before a title that say how it is held. */
    private static final WordSet MODIFIERS = WordSet.of(
            "former",
            "deputy",
            "vice",
            "acting",
            "interim",
            "assistant",
            "outgoing",
            "incoming",
            "chief",
            "senior",
            "top",
            "retired",
            "new",
            "late",
            "then");

    private static final WordSet RELATIVE = WordSet.of("who", "whose", "whom", "which", "where", "when");

    private static final int MOST_BEFORE = 14;
    private static final int MOST_APPOSITION = 16;

    private final Passage p;
    private final NameLists lists;
    private final List<Name> names;
    /** For each token the number of the name that it belongs to, or -1. */
    private final int[] nameOf;

    TitleReader(Passage p, NameLists lists, List<Name> names) {
        this.p = p;
        this.lists = lists;
        this.names = names;
        nameOf = new int[p.size];
        java.util.Arrays.fill(nameOf, -1);
        for (int k = 0; k < names.size(); k++) {
            java.util.Arrays.fill(nameOf, names.get(k).from(), names.get(k).to(), k);
        }
    }

    /** {@return the sex that the title before a name tells, or {@code ?}} */
    char gender(Name n) {
        if (n.from() == 0) {
            return '?';
        }
        int before = p.word(n.from() - 1);
        return FEMALE.has(before) ? 'f' : MALE.has(before) ? 'm' : '?';
    }

    /** Notes what stands around a name. */
    void describe(Name n, Entry e) {
        if (e.gender == '?') {
            char byTitle = gender(n);
            e.gender = byTitle != '?' ? byTitle : e.person ? lists.gender(e.words()[0]) : '?';
        }
        int first = before(n, e);
        if (!e.person || first < n.from()) {
            return;
        }
        int sentence = p.tokens.sentenceOf(n.from());
        if (n.from() > 1 && p.tokens.is(n.from() - 1, ',') && p.tokens.sentenceOf(n.from() - 2) == sentence) {
            int from = n.from() - 1;
            while (from > p.tokens.sentenceStart(sentence)
                    && n.from() - from < MOST_APPOSITION
                    && p.shape(from - 1) != Passage.MARK
                    && p.tag(from - 1) != Tags.VERB) {
                from--;
            }
            apposition(e, from, n.from() - 1);
        }
        if (n.to() + 2 < p.size && p.tokens.is(n.to(), ',') && p.tokens.sentenceOf(n.to() + 1) == sentence) {
            int to = n.to() + 1;
            int end = Math.min(p.tokens.sentenceEnd(sentence), to + MOST_APPOSITION);
            while (to < end && p.shape(to) != Passage.MARK && p.tag(to) != Tags.VERB && !RELATIVE.has(p.word(to))) {
                to++;
            }
            apposition(e, n.to() + 1, to);
        }
    }

    /** Reads the title right before a name and whose it is; returns the title's first token. */
    private int before(Name n, Entry e) {
        int start = Math.max(p.tokens.sentenceStart(p.tokens.sentenceOf(n.from())), n.from() - MOST_BEFORE);
        int first = n.from();
        boolean role = false;
        while (first > start) {
            int i = first - 1;
            if (nameOf[i] >= 0) {
                int office = office(names.get(nameOf[i]), start);
                if (office < 0 || role) {
                    break;
                }
                first = office;
            } else if (isRole(i)
                    || (NameRuns.capital(p, i)
                            && p.tag(i) != Tags.DET
                            && p.tag(i) != Tags.PRON
                            && (i > start || isRole(i)))) {
                first = i;
            } else if (i > start
                    && first < n.from()
                    && (p.tokens.is(i, "of") || p.tokens.is(i, "for") || p.tokens.is(i, "and"))
                    && NameRuns.capital(p, first)
                    && (isRole(i - 1) || NameRuns.capital(p, i - 1))
                    && nameOf[i - 1] < 0) {
                first = i;
            } else if (p.shape(i) == Passage.LOWER
                    && i > start
                    && (MODIFIERS.has(p.word(i))
                            || (isRole(i - 1) && (p.tag(i) == Tags.NOUN || p.tag(i) == Tags.ADJ)))) {
                // "deputy press secretary", "acting head"
                first = i;
            } else {
                break;
            }
            role |= isRole(first);
        }
        while (first < n.from() && !isRole(first) && !MODIFIERS.has(p.word(first)) && p.shape(first) == Passage.LOWER) {
            first++;
        }
        if (!role || first >= n.from()) {
            return n.from();
        }
        boolean courtesy = n.from() - first == 1 && COURTESY.has(p.word(first));
        for (int i = first; i < n.from(); i++) {
            note(e, i);
        }
        if (e.person && e.title.isEmpty() && !courtesy) {
            e.title = Optional.of(text(first, n.from()));
            affiliate(e, first);
        }
        return first;
    }

    /** "Minister for Ports" before a name whose last word another name holds: where the office begins, or -1. */
    private int office(Name within, int start) {
        int joint = within.from() - 1;
        boolean office = joint > start
                && within.kind() != NameChain.PERSON
                && (p.tokens.is(joint, "for") || p.tokens.is(joint, "of"))
                && OFFICES.has(p.word(joint - 1));
        return office ? joint - 1 : -1;
    }

    /** Takes the name that ends where a title begins as what the person belongs to. */
    private void affiliate(Entry e, int title) {
        int last = title - 1;
        if (last > 0 && (p.tokens.is(last, "'s") || p.tokens.is(last, "’s"))) {
            last--;
        }
        if (last >= 0 && nameOf[last] >= 0) {
            Name of = names.get(nameOf[last]);
            if (of.kind() != NameChain.PERSON
                    && of.to() == last + 1
                    && p.tokens.sentenceOf(of.from()) == p.tokens.sentenceOf(title)) {
                e.affiliation = Optional.of(text(of.from(), of.to()));
            }
        }
    }

    /** "a spokeswoman for the port", "head of the Northern Army": the role, then whose it is. */
    private void apposition(Entry e, int begin, int to) {
        int from = begin;
        while (from < to && leads(p.tag(from))) {
            from++;
        }
        int joint = from;
        boolean role = false;
        while (joint < to && !JOINTS.has(p.word(joint))) {
            role |= isRole(joint);
            note(e, joint);
            joint++;
        }
        if (!role || e.title.isPresent() || joint - from > 8) {
            return;
        }
        int lead = from;
        if (nameOf[from] >= 0
                && names.get(nameOf[from]).kind() != NameChain.PERSON
                && names.get(nameOf[from]).to() < joint) {
            lead = names.get(nameOf[from]).to();
            e.affiliation = Optional.of(text(from, lead));
            while (lead < joint && !NameRuns.capital(p, lead) && p.shape(lead) != Passage.LOWER) {
                lead++;
            }
            if (lead < joint && (p.tokens.is(lead, "'s") || p.tokens.is(lead, "’s"))) {
                lead++;
            }
        }
        if (lead >= joint) {
            return;
        }
        e.title = Optional.of(text(lead, joint));
        int of = joint + 1;
        while (of < to && p.tag(of) == Tags.DET) {
            of++;
        }
        if (of < to && joint < to && (e.affiliation.isEmpty() || lead == from)) {
            int end = nameOf[of] >= 0 ? Math.min(to, names.get(nameOf[of]).to()) : to;
            e.affiliation = Optional.of(text(of, end));
        }
    }

    /** Whether an apposition may begin with a part of speech before its title. */
    private static boolean leads(int tag) {
        return tag == Tags.DET || tag == Tags.PRON || tag == Tags.CCONJ || tag == Tags.ADP;
    }

    private boolean isRole(int i) {
        return p.tokens.isWord(i) && (lists.bits(p.word(i)) & NameLists.TITLE) != 0;
    }

    private void note(Entry e, int i) {
        if (isRole(i)) {
            e.roles.add(NameFinder.lower(p, i));
        }
    }

    private String text(int from, int to) {
        return Roster.spaced(p.tokens.span(from, to).of(p.tokens.text()));
    }
}
