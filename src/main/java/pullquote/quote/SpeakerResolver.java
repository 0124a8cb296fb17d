package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/**
 * Tells who a source is: by name, by what a pronoun stands for, by title or description. Goes through a passage in
 * order, remembering who spoke and who was the subject last. Where it is not sure it names no one.
 */
final class SpeakerResolver {
    private final Passage p;
    private final NameLists lists;
    private final List<Name> names;
    private final Entry[] entryOf;
    private final Roster roster;
    private final int[] nameEnding;
    private final Map<String, @Nullable Entry> lastByRole = new HashMap<>();
    private final List<Entry> lastSpeakers = new ArrayList<>();
    private @Nullable Entry subject;
    private @Nullable Entry organization;
    private @Nullable Entry organizationSpeaker;
    private final Map<String, Optional<Entry>> onlyByRole = new HashMap<>();
    private int passed;
    private int described;

    SpeakerResolver(Passage p, NameLists lists, List<Name> found) {
        this.p = p;
        this.lists = lists;
        RosterBuilder builder = new RosterBuilder(p, lists, found);
        roster = builder.build();
        names = builder.names();
        entryOf = builder.entries();
        nameEnding = new int[p.size + 1];
        Arrays.fill(nameEnding, -1);
        for (int i = 0; i < names.size(); i++) {
            nameEnding[names.get(i).to()] = i;
        }
    }

    Roster roster() {
        return roster;
    }

    /** {@return who a source is; call in order of the sources} */
    List<Entry> resolve(Range source, boolean insideQuote) {
        passTo(source.from());
        List<Entry> found = entries(source);
        if (!found.isEmpty()) {
            lastSpeakers.clear();
            lastSpeakers.addAll(found);
            Entry last = found.get(found.size() - 1);
            if (last.person) {
                subject = last;
            } else if (last.kind == NameChain.ORGANIZATION) {
                organization = last;
                organizationSpeaker = last;
            }
        } else if (!isPronoun(source)) {
            lastSpeakers.clear();
            subject = null;
        }
        return found;
    }

    /** Takes in the names before a token: who was the subject, whose title was told. */
    private void passTo(int token) {
        while (passed < names.size() && names.get(passed).to() <= token) {
            Name n = names.get(passed);
            Entry e = entryOf[passed++];
            passDescriptions(n.from());
            for (String role : e.roles) {
                lastByRole.put(role, e);
            }
            if (n.to() < p.size && startsClause(n)) {
                if (e.person) {
                    subject = e;
                } else if (e.kind == NameChain.ORGANIZATION) {
                    organization = e;
                }
            }
        }
        passDescriptions(token);
    }

    /** "A spokesman" whom no name follows makes "the spokesman" someone unnamed. */
    private void passDescriptions(int token) {
        for (; described < token; described++) {
            if (p.tokens.is(described, "a") || p.tokens.is(described, "an") || p.tokens.is(described, "another")) {
                for (int j = described + 1; j < Math.min(p.size, described + 7) && p.shape(j) != Passage.MARK; j++) {
                    String word = NameFinder.lower(p, j);
                    if (lists.titles.contains(word)
                            && p.shape(j) == Passage.LOWER
                            && (j + 1 >= p.size || p.shape(j + 1) != Passage.CAPITALIZED)
                            && !(described > 0 && p.tokens.is(described - 1, ','))) {
                        lastByRole.put(word, null);
                    }
                }
            }
        }
    }

    private boolean startsClause(Name n) {
        int sentence = p.tokens.sentenceOf(n.from());
        int next = p.tag(n.to());
        boolean early = n.run() - p.tokens.sentenceStart(sentence) <= 3;
        return next == Tags.VERB || next == Tags.AUX || (early && (p.tokens.is(n.to(), ',') || next == Tags.ADV));
    }

    private boolean isPronoun(Range source) {
        return source.to() - source.from() == 1 && p.tag(source.from()) == Tags.PRON;
    }

    private List<Entry> entries(Range source) {
        if (source.to() - source.from() == 1) {
            switch (NameFinder.lower(p, source.from())) {
                case "he", "his", "him" -> {
                    return one(person('m'));
                }
                case "she", "her" -> {
                    return one(person('f'));
                }
                case "it", "its" -> {
                    return one(
                            lastSpeakers.size() == 1 && !lastSpeakers.get(0).person
                                    ? lastSpeakers.get(0)
                                    : organization);
                }
                case "they", "their" -> {
                    return lastSpeakers.size() > 1 ? new ArrayList<>(lastSpeakers) : List.of();
                }
                case "who", "which" -> {
                    return before(source.from());
                }
                default -> {}
            }
        }
        List<Entry> joint = joint(source);
        if (!joint.isEmpty()) {
            return joint;
        }
        Entry named = named(source);
        return named != null ? List.of(named) : one(described(source));
    }

    private static List<Entry> one(@Nullable Entry entry) {
        return entry == null ? List.of() : List.of(entry);
    }

    private List<Entry> before(int token) {
        int end = token > 0 && p.tokens.is(token - 1, ',') ? token - 1 : token;
        int name = end >= 0 ? nameEnding[end] : -1;
        return name >= 0 ? List.of(entryOf[name]) : List.of();
    }

    private @Nullable Entry person(char gender) {
        if (lastSpeakers.size() == 1
                && lastSpeakers.get(0).person
                && agrees(lastSpeakers.get(0), gender)
                && (subject == null || subject == lastSpeakers.get(0) || !agrees(subject, gender))) {
            return lastSpeakers.get(0);
        }
        if (subject != null && agrees(subject, gender)) {
            if (subject.gender == '?') {
                subject.gender = gender;
            }
            return subject;
        }
        // the one person named lately that it can be
        Entry only = null;
        for (int i = passed - 1; i >= 0 && passed - i < 8; i--) {
            Entry e = entryOf[i];
            if (e.person && agrees(e, gender) && e != only) {
                if (only != null) {
                    return only.gender == gender ? only : null;
                }
                only = e;
            }
        }
        return only;
    }

    private static boolean agrees(Entry e, char gender) {
        return e.gender == '?' || e.gender == gender;
    }

    /** "A and B said", where both are named. */
    private List<Entry> joint(Range source) {
        for (int i = source.from() + 1; i < source.to() - 1; i++) {
            if (p.tokens.is(i, "and")) {
                Entry a = named(new Range(source.from(), i));
                Entry b = named(new Range(i + 1, source.to()));
                if (a != null && b != null && a != b) {
                    List<Entry> both = new ArrayList<>(joint(new Range(source.from(), i)));
                    if (both.isEmpty()) {
                        both.add(a);
                    }
                    both.add(b);
                    return both;
                }
            }
        }
        return List.of();
    }

    /** {@return who is named by a noun phrase, or null; may be asked in any order} */
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
        Name n = names.get(name);
        Entry e = entryOf[name];
        for (int i = from; i < n.run(); i++) {
            // "the spokesman for Acme" is not Acme
            if (p.tag(i) == Tags.ADP && i > from) {
                return null;
            }
        }
        return e;
    }

    private @Nullable Entry described(Range source) {
        String first = NameFinder.lower(p, source.from());
        if (first.equals("a") || first.equals("an") || first.equals("some") || first.equals("one")) {
            return null;
        }
        int end = source.from() + 1;
        while (end < source.to()
                && p.tag(end) != Tags.ADP
                && p.shape(end) != Passage.MARK
                && !p.tokens.is(end, "who")) {
            end++;
        }
        String head = NameFinder.lower(p, end - 1);
        if (lists.bodies.contains(head)) {
            return organizationFor(head);
        }
        if (!lists.titles.contains(head)) {
            return null;
        }
        if (lastByRole.containsKey(head)) {
            return lastByRole.get(head);
        }
        return first.equals("the") ? onlyWithRole(head) : null;
    }

    /** The one person who has a title anywhere: a lead may hold the name back. */
    private @Nullable Entry onlyWithRole(String role) {
        return onlyByRole.computeIfAbsent(role, this::findOnlyWithRole).orElse(null);
    }

    private Optional<Entry> findOnlyWithRole(String role) {
        Set<Entry> with = new HashSet<>();
        for (Entry e : roster.entries()) {
            if (e.person && e.roles.contains(role)) {
                with.add(e);
            }
        }
        return with.size() == 1 ? Optional.of(with.iterator().next()) : Optional.empty();
    }

    private @Nullable Entry organizationFor(String head) {
        for (int i = passed - 1; i >= 0 && passed - i < 60; i--) {
            Entry e = entryOf[i];
            if (e.kind == NameChain.ORGANIZATION
                    && e.name.toLowerCase(Locale.ROOT).contains(head)) {
                return e;
            }
        }
        if (lastSpeakers.size() == 1 && lastSpeakers.get(0).kind == NameChain.ORGANIZATION) {
            return lastSpeakers.get(0);
        }
        return organizationSpeaker != null ? organizationSpeaker : organization;
    }
}
