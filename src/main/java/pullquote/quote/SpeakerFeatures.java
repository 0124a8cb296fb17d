package pullquote.quote;

import java.util.List;
import pullquote.quote.Finding.Range;
import pullquote.quote.NameFinder.Name;
import pullquote.quote.Roster.Entry;

/** What one source and one candidate for its speaker show, as hashed features; and what speaks for no one at all. */
final class SpeakerFeatures {
    static final int MOST = Weights.FEW;

    private static final int ROLES = 2;
    private static final int PIECES = 8;

    private final Discourse d;
    private final Passage p;
    private final SourcePhrase source;
    private final List<Range> content;
    private final List<SpeakerCandidate> candidates;
    private final int sentence;
    private final int paragraph;
    private final int form;
    private final int head;
    private final int verb;
    private final int nested;
    private final int quoted;
    private final int starts;
    /** Who spoke last: no one yet, no one named, one, several; and what words that was told by. */
    private final int before;

    private final int kinds;
    private final int[] withRole = new int[3];
    private int withHead;
    private int newcomers;
    private int bestRole;

    SpeakerFeatures(Discourse d, SourcePhrase source, Finding f, boolean inner, List<SpeakerCandidate> candidates) {
        this.d = d;
        this.source = source;
        this.candidates = candidates;
        p = d.p;
        content = f.content().subList(0, Math.min(PIECES, f.content().size()));
        int from = source.range.from();
        sentence = p.tokens.sentenceOf(from);
        paragraph = p.tokens.paragraphOf(from);
        form = source.form;
        head = p.word(source.head);
        kinds = source.kinds;
        Cue cue = f.cue();
        verb = cue == null ? f.continued() ? 1 : 2 : p.word(cue.head());
        nested = (inner ? 1 : 0) + (p.quotes.quoteOf(from) >= 0 ? 2 : 0);
        quoted = p.quotes.quoteOf(content.get(0).from()) >= 0 ? 1 : 0;
        starts = p.tokens.paragraphStart(paragraph) == from
                ? 2
                : p.tokens.sentenceStart(sentence) == from ? 1 : content.get(0).from() < from ? 3 : 0;
        int since = d.lastSource < 0 ? 0 : 1 + Math.min(3, sentence - p.tokens.sentenceOf(d.lastSource));
        before = d.lastForm * 16 + Math.min(d.lastSpeakers().size(), 2) * 5 + since;
        for (SpeakerCandidate c : candidates) {
            int role = role(c.state);
            withRole[role]++;
            bestRole = Math.max(bestRole, role);
            withHead += near(c) ? 1 : 0;
            newcomers += newcomer(c) > 1 ? 1 : 0;
        }
    }

    /** How a candidate's name lies to the source. */
    private int relation(SpeakerCandidate c) {
        if (c.entries.size() > 1) {
            return 1;
        }
        if (c.before) {
            return 2;
        }
        if (c.within < 0) {
            return c.entry() == source.named ? 3 : 0;
        }
        Name n = d.names.get(c.within);
        int to = n.to();
        if (c.entry() == source.named) {
            return 4;
        }
        if (to < source.range.to() && (p.tokens.is(to, "'s") || p.tokens.is(to, "’s"))) {
            return 5;
        }
        int before = n.run() - 1;
        if (before >= source.range.from() && p.tag(before) == Tags.ADP) {
            return 6;
        }
        return to == source.range.to() ? 7 : to <= source.head ? 8 : 9;
    }

    /** Whether a candidate was named since the last source spoke: 1 so, 2 as a subject, 3 as one in this paragraph. */
    private int newcomer(SpeakerCandidate c) {
        int last = c.state.lastOutside;
        if (last < 0 || d.names.get(last).from() <= d.lastSource || d.ago(c.state) == 1) {
            return 0;
        }
        return !d.isSubject(last) ? 1 : paragraphs(last) > 0 ? 2 : 3;
    }

    /** Whether the source's noun is near one of a candidate's names. */
    private boolean near(SpeakerCandidate c) {
        return form > SourcePhrase.NAME && c.state.hasNear(SourcePhrase.lastPart(p, source.head));
    }

    /** How well a candidate's titles fit the words of the source: 0 not at all, 1 some word, 2 the head. */
    private int role(EntryState s) {
        if (form <= SourcePhrase.NAME) {
            return 0;
        }
        int best = 0;
        int from = Math.max(source.range.from(), source.head - 4);
        for (int i = source.head; i >= from && best == 0; i--) {
            int word = SourcePhrase.lastPart(p, i);
            for (int role : s.roles) {
                best = role == word ? i == source.head ? 2 : 1 : best;
            }
        }
        return best;
    }

    /** How many words of the source begin as words near an entry's names do. */
    private int context(EntryState s) {
        if (source.pronoun() || form == SourcePhrase.NAME) {
            return 0;
        }
        int shared = 0;
        int to = Math.min(source.range.to(), source.range.from() + 10);
        for (int i = source.range.from(); i < to; i++) {
            int tag = p.tag(i);
            if (tag != Tags.NOUN && tag != Tags.PROPN && tag != Tags.ADJ) {
                continue;
            }
            int prefix = p.prefixes[i + Passage.MARGIN];
            for (int k = 0; k < s.contexts; k++) {
                if (s.context[k] == prefix) {
                    shared++;
                    break;
                }
            }
        }
        return Math.min(shared, 3);
    }

    private static int bucket(int distance) {
        return distance < 3 ? Math.max(distance, 0) : distance < 5 ? 3 : distance < 9 ? 4 : 5;
    }

    /** How many sentences ago a name was: {@code 6} for never. */
    int sentences(int name) {
        return name < 0
                ? 6
                : bucket(sentence - p.tokens.sentenceOf(d.names.get(name).from()));
    }

    private int paragraphs(int name) {
        return name < 0
                ? 6
                : bucket(paragraph - p.tokens.paragraphOf(d.names.get(name).from()));
    }

    private boolean inContent(int name) {
        for (int i = 0; name >= 0 && i < content.size(); i++) {
            if (content.get(i).contains(d.names.get(name).from())) {
                return true;
            }
        }
        return false;
    }

    /** Writes the features of a candidate and returns how many. */
    int of(SpeakerCandidate c, int[] out) {
        Entry e = c.entry();
        EntryState s = c.state;
        int kind = c.entries.size() > 1 ? 3 : e.kind;
        int relation = relation(c);
        int agree = s.sex == '?' ? 0 : source.sex() == s.sex ? 1 : 2;
        int last = s.lastOutside >= 0 ? s.lastOutside : s.last;
        int distance = sentences(last);
        int subject = last < 0 ? 2 : d.isSubject(last) ? 1 : 0;
        int ago = Math.min(d.ago(s), 4);
        int since = s.spoke < 0 ? 6 : bucket(sentence - p.tokens.sentenceOf(s.spoke));
        int away = s.spoke < 0 ? 6 : bucket(paragraph - p.tokens.paragraphOf(s.spoke));
        int role = role(s);
        int context = context(s);
        int count = Math.min(s.mentions, 4);
        int inside = inContent(s.last) ? 1 : 0;
        int rank = c.rank;
        int fk = form * 4 + kind;
        int n = 0;
        out[n++] = Mix.of(6001, fk, relation);
        out[n++] = Mix.of(6002, fk, agree);
        out[n++] = Mix.of(6003, fk, distance);
        out[n++] = Mix.of(6004, fk, rank, agree);
        out[n++] = Mix.of(6005, form, ago, rank);
        out[n++] = Mix.of(6006, form, ago, distance);
        out[n++] = Mix.of(6007, fk, subject, distance);
        out[n++] = Mix.of(6008, form, subject, ago);
        out[n++] = Mix.of(6009, form, since, ago);
        out[n++] = Mix.of(6010, form, paragraphs(last), away);
        out[n++] = Mix.of(6011, fk, count, rank);
        out[n++] = Mix.of(6012, fk, role, c.alike ? 1 : 0);
        out[n++] = Mix.of(6013, fk, context, role);
        out[n++] = Mix.of(6014, head, kind);
        out[n++] = Mix.of(6015, head, role);
        out[n++] = Mix.of(6016, head, relation);
        out[n++] = Mix.of(6017, verb, fk);
        out[n++] = Mix.of(6018, form, inside, distance);
        out[n++] = Mix.of(6019, form, nested, ago);
        out[n++] = Mix.of(6020, form * 4 + starts, ago, subject);
        out[n++] = Mix.of(6021, form, Math.min(candidates.size(), 6), rank);
        out[n++] = Mix.of(6022, form * 4 + quoted, ago, since);
        out[n++] = Mix.of(6023, p.clusters[source.head + Passage.MARGIN], kind, role);
        out[n++] = Mix.of(6024, p.suffixes[source.head + Passage.MARGIN], kind);
        out[n++] = Mix.of(6025, form * 8 + rank, distance, agree);
        out[n++] = Mix.of(6026, form * 8 + rank, distance, subject);
        out[n++] = Mix.of(6027, form, e.firstToken < p.tokens.sentenceEnd(0) ? 1 : 0, count);
        out[n++] = Mix.of(6028, fk, s.last < 0 ? 1 : 0, role);
        out[n++] = Mix.of(6029, form * 4 + nested, subject, distance);
        out[n++] = Mix.of(6030, fk, paragraphs(last), distance);
        out[n++] = Mix.of(6050, form * 4 + newcomer(c), Math.min(newcomers, 2), ago);
        out[n++] = Mix.of(6051, form * 4 + newcomer(c), Math.min(newcomers, 2), agree);
        out[n++] = Mix.of(6038, form * 8 + ago, before);
        if (c.within >= 0) {
            Name name = d.names.get(c.within);
            out[n++] = Mix.of(6031, relation, p.words[name.run() - 1 + Passage.MARGIN], kind);
            out[n++] = Mix.of(6032, relation, p.words[name.to() + Passage.MARGIN], kind);
            out[n++] = Mix.of(6033, relation, head, kind);
            out[n++] = Mix.of(6045, relation, Integer.lowestOneBit(kinds), kind);
            out[n++] = Mix.of(6034, relation, Math.min(source.range.to() - source.range.from(), 8), kind);
        } else if (!source.pronoun() && form != SourcePhrase.NAME) {
            for (int k = 0; k < Math.min(ROLES, s.roles.length); k++) {
                out[n++] = Mix.of(6035, head, s.roles[k]);
            }
            int alike = kinds == 0 ? 0 : s.kinds == 0 ? 1 : (kinds & s.kinds) == 0 ? 2 : 3;
            int called = Integer.lowestOneBit(kinds);
            int near = near(c) ? 1 + Math.min(withHead, 3) : 0;
            out[n++] = Mix.of(6048, fk, near, role);
            out[n++] = Mix.of(6049, fk, near, distance);
            out[n++] = Mix.of(6046, fk, role * 4 + Math.min(withRole[role], 3), s.last < 0 ? 1 : 0);
            out[n++] = Mix.of(6047, fk, role * 4 + Math.min(withRole[role], 3), context);
            out[n++] = Mix.of(6039, fk, alike, role);
            out[n++] = Mix.of(6040, called, Integer.lowestOneBit(s.kinds), kind);
            out[n++] = Mix.of(6041, called, alike, rank);
            out[n++] = Mix.of(6042, called, alike * 8 + ago, distance);
            out[n++] = Mix.of(6043, called, alike, count);
            out[n++] = Mix.of(6044, called, alike, e.firstToken < p.tokens.sentenceEnd(0) ? 1 : 0);
            out[n++] = Mix.of(6036, head, context);
            out[n++] = Mix.of(6037, head, ago, distance);
        }
        return n;
    }

    /** Writes the features of no one and returns how many. */
    int ofNone(int[] out) {
        int first = p.word(source.range.from());
        int persons = 0;
        int bodies = 0;
        int named = 0;
        for (SpeakerCandidate c : candidates) {
            persons += c.entry().person ? 1 : 0;
            bodies += c.entry().person ? 0 : 1;
            named = Math.max(named, c.within >= 0 ? 1 + c.entry().kind : 0);
        }
        persons = Math.min(persons, 3);
        bodies = Math.min(bodies, 3);
        int length = Math.min(source.range.to() - source.range.from(), 6);
        int n = 0;
        out[n++] = Mix.of(6101, form);
        out[n++] = Mix.of(6102, head);
        out[n++] = Mix.of(6103, head, form);
        out[n++] = Mix.of(6104, head, bestRole);
        out[n++] = Mix.of(6105, form, bestRole);
        out[n++] = Mix.of(6106, p.clusters[source.head + Passage.MARGIN], form);
        out[n++] = Mix.of(6107, p.suffixes[source.head + Passage.MARGIN], form);
        out[n++] = Mix.of(6108, form, persons, bodies);
        out[n++] = Mix.of(6109, first, form);
        out[n++] = Mix.of(6110, first, head);
        out[n++] = Mix.of(6111, verb, form);
        out[n++] = Mix.of(6112, form, named);
        out[n++] = Mix.of(6113, head, named);
        out[n++] = Mix.of(6114, form, length, named);
        out[n++] = Mix.of(6115, p.words[source.range.from() - 1 + Passage.MARGIN], form);
        out[n++] = Mix.of(
                6116, form, d.lastSpeakers().size() > 1 ? 2 : d.lastSpeakers().size());
        out[n++] = Mix.of(6117, form, nested);
        out[n++] = Mix.of(6118, form, starts);
        out[n++] = Mix.of(6119, p.coarse[source.head + Passage.MARGIN], form, named);
        out[n++] = Mix.of(6120, p.tag(source.head), form, p.shape(source.head));
        return n;
    }
}
