package pullquote.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/**
 * What a reader has in mind at a place in a passage, going through it in order: who was named where, who was the subject,
 * who spoke last. Gives the few entries of the roster that a source there may stand for.
 */
final class Discourse {
    /** So many of these names before a source are looked back at. */
    private static final int NAMES_BACK = 40;

    /** So many different entries named before a source are candidates. */
    private static final int RECENT = 6;

    /** So many entries that share a title or a word with a description. */
    private static final int ALIKE = 4;

    private static final int SPEAKERS = 3;
    private static final int WITHIN = 6;
    private static final int CONTEXT = 8;
    private static final int MENTIONS = 4;
    private static final int ROLES = 12;

    private static final int MOST_SURE = 2000;

    /** So many words near the names of one entry are kept. */
    static final int MOST_NEAR = CONTEXT * MENTIONS + 12;

    final Passage p;
    final WordKinds kinds;
    final NamedPhrases phrases;
    final List<Name> names;
    final Entry[] entryOf;
    private final Roster roster;
    private final Map<Entry, Integer> numbers = new HashMap<>();
    private final int[] number;
    private final EntryState[] states;
    private final Map<Integer, int[]> byWord = new HashMap<>();
    private List<Entry> lastSpeakers = List.of();
    private final List<Entry> speakers = new ArrayList<>();
    private int passed;
    private int turns;
    /** What kind of words the last source was and where it began; 0 and -1 before the first. */
    int lastForm;

    int lastSource = -1;

    Discourse(Passage p, NameLists lists, Sexes sexes, WordKinds kinds, List<Name> found) {
        this.p = p;
        this.kinds = kinds;
        RosterBuilder builder = new RosterBuilder(p, lists, found);
        roster = builder.build();
        names = builder.names();
        entryOf = builder.entries();
        phrases = new NamedPhrases(p, names, entryOf);
        List<Entry> entries = roster.entries();
        states = new EntryState[entries.size()];
        for (int i = 0; i < states.length; i++) {
            numbers.put(entries.get(i), i);
            states[i] = new EntryState();
            states[i].sex = sexes.of(p, entries.get(i));
            states[i].kinds = kinds(kinds, entries.get(i));
        }
        number = new int[names.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = numbers.getOrDefault(entryOf[i], 0);
            EntryState s = states[number[i]];
            s.surest = Math.max(s.surest, names.get(i).margin());
            s.sureness = Math.min(s.sureness + names.get(i).margin(), MOST_SURE);
            surroundings(names.get(i), s);
        }
        for (int i = 0; i < states.length; i++) {
            index(entries.get(i), i);
        }
        for (int i = 0; i < states.length; i++) {
            indexNear(i);
        }
    }

    Roster roster() {
        return roster;
    }

    EntryState state(Entry e) {
        return states[numbers.getOrDefault(e, 0)];
    }

    private void surroundings(Name n, EntryState s) {
        if (s.contexts > CONTEXT * (MENTIONS - 1)) {
            return;
        }
        int sentence = p.tokens.sentenceOf(n.from());
        int from = Math.max(p.tokens.sentenceStart(sentence), n.from() - CONTEXT);
        int to = Math.min(p.tokens.sentenceEnd(sentence), n.to() + CONTEXT);
        int added = 0;
        for (int i = n.from() - 1; i >= from && added < CONTEXT && p.tag(i) != Tags.VERB; i--) {
            added += context(s, i);
        }
        for (int i = n.to(); i < to && added < CONTEXT && p.tokens.is(n.to(), ',') && p.tag(i) != Tags.VERB; i++) {
            added += context(s, i);
        }
        for (int i = n.from(); i < n.to() && i < n.from() + 3; i++) {
            context(s, i);
        }
    }

    private int context(EntryState s, int i) {
        boolean content = content(i) && s.contexts < s.context.length;
        if (content) {
            s.near[s.contexts] = SourcePhrase.lastPart(p, i);
            s.context[s.contexts++] = p.prefixes[i + Passage.MARGIN];
        }
        return content ? 1 : 0;
    }

    private boolean content(int i) {
        int tag = p.tag(i);
        return p.tokens.isWord(i) && (tag == Tags.NOUN || tag == Tags.PROPN || tag == Tags.ADJ);
    }

    private static int kinds(WordKinds kinds, Entry e) {
        int all = 0;
        if (e.person) {
            for (String role : e.roles) {
                all |= kinds.of(role.substring(role.lastIndexOf('-') + 1));
            }
        } else if (e.kind == NameChain.ORGANIZATION) {
            for (String word : e.words()) {
                all |= kinds.of(word);
            }
        }
        return all;
    }

    private void index(Entry e, int i) {
        if (e.person) {
            states[i].roles = e.roles.stream()
                    .limit(ROLES)
                    .mapToInt(role -> Mix.lower(role, role.lastIndexOf('-') + 1, role.length()))
                    .toArray();
            for (int role : states[i].roles) {
                enter(role, i);
            }
        } else if (e.kind == NameChain.ORGANIZATION) {
            for (String word : e.words()) {
                enter(Mix.lower(word, 0, word.length()), i);
            }
        }
    }

    /** Makes an entry one that the nouns next to its names may call: "skipper Ana Lobo". */
    private void indexNear(int i) {
        for (int k = 0; k < states[i].contexts; k++) {
            enter(states[i].near[k], i);
        }
    }

    private void enter(int word, int entry) {
        int[] all = byWord.get(word);
        if (all == null) {
            byWord.put(word, new int[] {entry});
        } else if (all.length < 4 * ALIKE && all[all.length - 1] != entry) {
            int[] more = Arrays.copyOf(all, all.length + 1);
            more[all.length] = entry;
            byWord.put(word, more);
        }
    }

    /** Takes in the names before a token. */
    void passTo(int token) {
        while (passed < names.size() && names.get(passed).to() <= token) {
            EntryState s = states[number[passed]];
            s.last = passed;
            s.mentions++;
            if (p.quotes.quoteOf(names.get(passed).from()) < 0) {
                s.lastOutside = passed;
            }
            passed++;
        }
    }

    /** Takes in who spoke at a token; no one where that is not known. */
    void spoke(List<Entry> who, SourcePhrase source) {
        int token = source.range.from();
        turns++;
        lastForm = source.form;
        lastSource = token;
        lastSpeakers = List.copyOf(who);
        for (Entry e : who) {
            EntryState s = state(e);
            s.turn = turns;
            s.spoke = token;
            speakers.remove(e);
            speakers.add(e);
        }
        if (speakers.size() > 2 * SPEAKERS) {
            speakers.remove(0);
        }
    }

    List<Entry> lastSpeakers() {
        return lastSpeakers;
    }

    /** {@return how many sources ago an entry spoke: 1 for the last one, 0 for never} */
    int ago(EntryState s) {
        return s.turn < 0 ? 0 : turns - s.turn + 1;
    }

    boolean isSubject(int name) {
        Name n = names.get(name);
        int next = n.to() < p.size ? p.tag(n.to()) : 0;
        boolean early = n.run() - p.tokens.sentenceStart(p.tokens.sentenceOf(n.from())) <= 3;
        return next == Tags.VERB
                || next == Tags.AUX
                || (early && n.to() < p.size && (p.tokens.is(n.to(), ',') || next == Tags.ADV));
    }

    SourcePhrase phrase(Range range) {
        return new SourcePhrase(p, range, phrases.named(range), kinds);
    }

    /** {@return whom a source may stand for; call in order of the sources} */
    List<SpeakerCandidate> candidates(SourcePhrase source) {
        Range range = source.range;
        passTo(range.from());
        List<SpeakerCandidate> found = new ArrayList<>();
        for (int i = passed; i < names.size() && names.get(i).to() <= range.to() && found.size() < WITHIN; i++) {
            SpeakerCandidate c = add(found, i, source);
            if (c != null) {
                c.within = c.within < 0 ? i : c.within;
            }
        }
        if (!source.pronoun()) {
            several(found, phrases.joint(range));
        }
        if (source.form == SourcePhrase.NAME && source.named != null && source.named.person) {
            return found;
        }
        int end = range.from() > 0 && p.tokens.is(range.from() - 1, ',') ? range.from() - 1 : range.from();
        if (source.form == SourcePhrase.WHO && phrases.nameEnding(end) >= 0) {
            SpeakerCandidate c = add(found, phrases.nameEnding(end), source);
            if (c != null) {
                c.before = true;
            }
        }
        if (source.form == SourcePhrase.THEY) {
            several(found, lastSpeakers);
        }
        for (int i = speakers.size() - 1; i >= 0 && i >= speakers.size() - SPEAKERS; i--) {
            EntryState s = state(speakers.get(i));
            if (s.last >= 0) {
                add(found, s.last, source);
            }
        }
        recent(found, source);
        if (!source.pronoun()) {
            alike(found, source);
        }
        return found;
    }

    private void recent(List<SpeakerCandidate> found, SourcePhrase source) {
        int[] ranks = new int[2];
        int seen = 0;
        for (int i = passed - 1; i >= 0 && passed - i <= NAMES_BACK && seen < RECENT; i--) {
            SpeakerCandidate c = add(found, i, source);
            if (c != null && c.rank == SpeakerCandidate.UNRANKED && c.state.last == i) {
                c.rank = Math.min(ranks[c.entry().person ? 0 : 1]++, SpeakerCandidate.UNRANKED - 1);
                seen++;
            }
        }
    }

    private void alike(List<SpeakerCandidate> found, SourcePhrase source) {
        int from = Math.max(source.range.from(), source.head - 4);
        for (int i = source.head; i >= from; i--) {
            int[] entries = content(i) ? byWord.get(SourcePhrase.lastPart(p, i)) : null;
            for (int k = 0, all = 0; entries != null && k < entries.length && all < ALIKE; k++) {
                EntryState s = states[entries[k]];
                Entry e = roster.entries().get(entries[k]);
                SpeakerCandidate c = add(found, e, s, source);
                if (c != null) {
                    c.alike = true;
                    all++;
                }
            }
        }
    }

    private @Nullable SpeakerCandidate add(List<SpeakerCandidate> found, int name, SourcePhrase source) {
        return add(found, entryOf[name], states[number[name]], source);
    }

    private static @Nullable SpeakerCandidate add(
            List<SpeakerCandidate> found, Entry e, EntryState s, SourcePhrase source) {
        char sex = source.sex();
        if (!source.agrees(e.person) || (e.person && sex != '?' && s.sex != '?' && s.sex != sex)) {
            return null;
        }
        for (SpeakerCandidate c : found) {
            if (c.entries.size() == 1 && c.entry() == e) {
                return c;
            }
        }
        SpeakerCandidate c = new SpeakerCandidate(List.of(e), s);
        found.add(c);
        return c;
    }

    private void several(List<SpeakerCandidate> found, List<Entry> entries) {
        if (entries.size() > 1) {
            found.add(new SpeakerCandidate(List.copyOf(entries), state(entries.get(0))));
        }
    }
}
